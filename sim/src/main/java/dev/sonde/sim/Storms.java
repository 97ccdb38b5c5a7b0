package dev.sonde.sim;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.network.Rule;
import dev.sonde.sim.network.RuleVerdict;
import dev.sonde.sim.population.Participant;
import dev.sonde.sim.scenario.FaultEntry;
import dev.sonde.sim.scenario.FaultEntry.Direction;
import dev.sonde.sim.scenario.FaultEntry.Kind;
import dev.sonde.sim.scenario.FaultEntry.Notice;
import dev.sonde.sim.scenario.FaultEntry.Plane;
import dev.sonde.sim.scenario.FaultEntry.ReturnPage;
import dev.sonde.sim.scenario.FaultEntry.ReturnSocket;
import dev.sonde.sim.scenario.Scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Draws the faults of storms: when, of which kind, to whom, and how bad. */
final class Storms {

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final long MILLION = 1_000_000L;

    private final List<Participant> people;
    private final Draws draws;
    private final Drawn drawn;

    /**
     * What a scenario's faults come to.
     *
     * @param timed faults at an instant: those of the file, and those of its storms
     * @param rules faults of single messages, of its storms only
     */
    record Drawn(List<FaultEntry.Timed> timed, List<Rule> rules) {}

    private Storms(List<Participant> people, Draws draws, Drawn drawn) {
        this.people = people;
        this.draws = draws;
        this.drawn = drawn;
    }

    static Drawn of(Scenario scenario, List<Participant> people, Choices choices) {
        Drawn drawn = new Drawn(new ArrayList<>(), new ArrayList<>());
        int number = 0;
        for (FaultEntry fault : scenario.faults()) {
            if (fault instanceof FaultEntry.Timed timed) {
                drawn.timed.add(timed);
            } else if (fault instanceof FaultEntry.Storm storm && !people.isEmpty()) {
                Draws draws = choices.draws("storm-" + ++number, "fault", "storm");
                new Storms(people, draws, drawn).draw(storm, scenario.untilNanos());
            }
        }
        return drawn;
    }

    private void draw(FaultEntry.Storm storm, long untilNanos) {
        long end = Math.min(storm.toNanos(), untilNanos);
        long at = storm.fromNanos() + gap(storm);
        while (at <= end) {
            Kind kind = storm.kinds().get((int) draws.below(storm.kinds().size()));
            String person = people.get((int) draws.below(people.size()))
                    .spec()
                    .subject()
                    .value();
            add(kind, at, person);
            at += gap(storm);
        }
    }

    private long gap(FaultEntry.Storm storm) {
        return StrictMath.round(draws.exponential(storm.rate().meanGapNanos()));
    }

    private void add(Kind kind, long at, String person) {
        switch (kind) {
            case DROP ->
                drawn.rules.add(new NextMessageRule(
                        "drop", person, at, new RuleVerdict.Drop("by a storm")));
            case DELAY ->
                drawn.rules.add(new NextMessageRule(
                        "delay",
                        person,
                        at,
                        new RuleVerdict.DeliverAfter(between(10 * MILLI, 5 * SECOND))));
            case REPEAT ->
                drawn.rules.add(
                        new NextMessageRule("repeat", person, at, new RuleVerdict.Duplicate(1, 0)));
            default -> drawn.timed.add(timed(kind, at, person));
        }
    }

    private FaultEntry.Timed timed(Kind kind, long at, String person) {
        return switch (kind) {
            case DROP, DELAY, REPEAT ->
                throw new IllegalArgumentException(kind + " happens to a message, at no instant");
            case DISCONNECT ->
                new FaultEntry.Disconnect(
                        at,
                        person,
                        OptionalLong.of(between(50 * MILLI, 10 * SECOND)),
                        draws.chance(0.3) ? ReturnSocket.OVERLAPPING : ReturnSocket.NEW,
                        draws.chance(0.2) ? ReturnPage.NEW : ReturnPage.SAME,
                        draws.chance(0.3) ? Notice.SILENT : Notice.TOLD);
            case RELOAD -> new FaultEntry.Reload(at, person, between(100 * MILLI, 5 * SECOND));
            case FREEZE -> new FaultEntry.Freeze(at, person, between(100 * MILLI, 15 * SECOND));
            case SLOW_READER ->
                new FaultEntry.SlowReader(at, person, between(500 * MILLI, 10 * SECOND));
            case STALL ->
                new FaultEntry.Stall(at, person, direction(), between(100 * MILLI, 10 * SECOND));
            case DELAY_SPIKE ->
                new FaultEntry.DelaySpike(
                        at,
                        person,
                        between(50 * MILLI, SECOND),
                        Plane.BOTH,
                        between(500 * MILLI, 5 * SECOND));
            case LOSS_SPIKE ->
                new FaultEntry.LossSpike(
                        at,
                        person,
                        between(MILLION / 20, MILLION),
                        between(500 * MILLI, 5 * SECOND));
            case PARTITION ->
                new FaultEntry.Partition(
                        at,
                        Plane.BOTH,
                        List.of(),
                        person,
                        direction(),
                        between(500 * MILLI, 10 * SECOND));
            case TURN_DOWN ->
                new FaultEntry.TurnDown(at, Chronicle.SERVER, between(SECOND, 10 * SECOND));
            case CRASH -> new FaultEntry.Crash(at, Chronicle.SERVER, between(SECOND, 5 * SECOND));
            case CLOCK_RATE -> new FaultEntry.ClockRate(at, person, between(-1_000, 1_000));
            case DIE -> new FaultEntry.Die(at, person);
        };
    }

    private Direction direction() {
        Direction[] all = Direction.values();
        return all[(int) draws.below(all.length)];
    }

    private long between(long low, long high) {
        return draws.between(low, high);
    }
}
