package dev.sonde.sim.scenario;

import java.util.List;

/**
 * In which order events run.
 *
 * @param ofTime true if time decides, which leaves nothing to choose; else each event runs as soon
 *     as it may, the earliest first, but for the choices
 * @param choices the deviations from that order
 */
public record ScheduleSection(boolean ofTime, List<ScheduledChoice> choices) {

    /** The order of time, as everywhere outside of exploration. */
    public static final ScheduleSection OF_TIME = new ScheduleSection(true, List.of());

    /** @throws IllegalArgumentException if time decides and something is chosen */
    public ScheduleSection {
        choices = List.copyOf(choices);
        if (ofTime && !choices.isEmpty()) {
            throw new IllegalArgumentException("where time decides there is nothing to choose");
        }
    }
}
