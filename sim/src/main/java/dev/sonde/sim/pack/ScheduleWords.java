package dev.sonde.sim.pack;

import dev.sonde.sim.explore.Choice;
import dev.sonde.sim.scenario.ScheduleSection;
import dev.sonde.sim.scenario.ScheduledChoice;

import java.util.List;

/** The choices of a schedule, as scenarios write them and as replays take them. */
public final class ScheduleWords {

    private ScheduleWords() {}

    public static List<Choice> choices(List<ScheduledChoice> schedule) {
        return schedule.stream().map(ScheduleWords::choice).toList();
    }

    private static Choice choice(ScheduledChoice line) {
        String before = line.before().isEmpty() ? line.run() : line.before();
        return new Choice(before, line.run(), line.late().nanos());
    }

    static ScheduleSection schedule(List<Choice> choices) {
        return new ScheduleSection(
                false, choices.stream().map(ScheduleWords::line).toList());
    }

    private static ScheduledChoice line(Choice choice) {
        String before = choice.before().equals(choice.run()) ? "" : choice.before();
        return new ScheduledChoice(
                choice.run(), before, new ScheduledChoice.Lateness(choice.delayNanos()));
    }
}
