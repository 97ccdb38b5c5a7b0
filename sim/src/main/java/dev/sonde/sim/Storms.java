package dev.sonde.sim;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.network.Rule;
import dev.sonde.sim.network.RuleVerdict;
import dev.sonde.sim.population.Participant;
import dev.sonde.sim.scenario.FaultEntry;
import dev.sonde.sim.scenario.Lose;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.Storm;
import dev.sonde.sim.scenario.Storm.Kind;
import dev.sonde.sim.scenario.TimedFault;

import java.util.ArrayList;
import java.util.List;

/** Draws the faults of storms: when, of which kind, to whom, and how bad. */
final class Storms {

    private final List<String> ids;
    private final Draws draws;
    private final FaultDraws how;
    private final Drawn drawn;

    /**
     * What a scenario's faults come to.
     *
     * @param timed faults at an instant: those of the file, and those of its storms
     * @param rules faults of single messages, of its storms only
     * @param losses of packets: those of the file, and those of its storms
     */
    record Drawn(List<TimedFault> timed, List<Rule> rules, List<Lose> losses) {}

    private Storms(List<String> ids, Draws draws, long untilNanos, Drawn drawn) {
        this.ids = ids;
        this.draws = draws;
        this.how = new FaultDraws(draws, untilNanos);
        this.drawn = drawn;
    }

    static Drawn of(Scenario scenario, List<Participant> people, Choices choices) {
        Drawn drawn = new Drawn(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int number = 0;
        for (FaultEntry fault : scenario.faults()) {
            if (fault instanceof TimedFault timed) {
                drawn.timed.add(timed);
            } else if (fault instanceof Lose lose) {
                drawn.losses.add(lose);
            } else if (fault instanceof Storm storm && !people.isEmpty()) {
                Draws draws = choices.draws("storm-" + ++number, "fault", "storm");
                List<String> ids = people.stream()
                        .map(each -> each.spec().subject().value())
                        .toList();
                new Storms(ids, draws, scenario.untilNanos(), drawn)
                        .draw(storm, scenario.untilNanos());
            }
        }
        return drawn;
    }

    private void draw(Storm storm, long untilNanos) {
        long end = Math.min(storm.toNanos(), untilNanos);
        long at = storm.fromNanos() + gap(storm);
        while (at <= end) {
            Kind kind = storm.kinds().get((int) draws.below(storm.kinds().size()));
            add(kind, at, how.one(ids));
            at += gap(storm);
        }
    }

    private long gap(Storm storm) {
        return StrictMath.round(draws.exponential(storm.rate().meanGapNanos()));
    }

    private void add(Kind kind, long at, String person) {
        switch (kind) {
            case DROP ->
                drawn.rules.add(new NextMessageRule(
                        "drop", person, at, new RuleVerdict.Drop("by a storm")));
            case DELAY ->
                drawn.rules.add(new NextMessageRule(
                        "delay", person, at, new RuleVerdict.DeliverAfter(how.delayNanos())));
            case REPEAT ->
                drawn.rules.add(
                        new NextMessageRule("repeat", person, at, new RuleVerdict.Duplicate(1, 0)));
            case LOSE -> drawn.losses.add(how.lose(at, person, ids));
            default -> drawn.timed.add(how.timed(kind, at, person, ids));
        }
    }
}
