package dev.sonde.sim;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.network.Rule;
import dev.sonde.sim.network.RuleVerdict;
import dev.sonde.sim.population.Participant;
import dev.sonde.sim.scenario.FaultEntry;
import dev.sonde.sim.scenario.MachineFault;
import dev.sonde.sim.scenario.NetworkFault;
import dev.sonde.sim.scenario.NetworkFault.Direction;
import dev.sonde.sim.scenario.NetworkFault.Plane;
import dev.sonde.sim.scenario.PersonFault;
import dev.sonde.sim.scenario.PersonFault.Notice;
import dev.sonde.sim.scenario.PersonFault.ReturnPage;
import dev.sonde.sim.scenario.PersonFault.ReturnSocket;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ServerFault;
import dev.sonde.sim.scenario.Storm;
import dev.sonde.sim.scenario.Storm.Kind;
import dev.sonde.sim.scenario.TimedFault;

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
    record Drawn(List<TimedFault> timed, List<Rule> rules) {}

    private Storms(List<Participant> people, Draws draws, Drawn drawn) {
        this.people = people;
        this.draws = draws;
        this.drawn = drawn;
    }

    static Drawn of(Scenario scenario, List<Participant> people, Choices choices) {
        Drawn drawn = new Drawn(new ArrayList<>(), new ArrayList<>());
        int number = 0;
        for (FaultEntry fault : scenario.faults()) {
            if (fault instanceof TimedFault timed) {
                drawn.timed.add(timed);
            } else if (fault instanceof Storm storm && !people.isEmpty()) {
                Draws draws = choices.draws("storm-" + ++number, "fault", "storm");
                new Storms(people, draws, drawn).draw(storm, scenario.untilNanos());
            }
        }
        return drawn;
    }

    private void draw(Storm storm, long untilNanos) {
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

    private TimedFault timed(Kind kind, long at, String person) {
        return switch (kind) {
            case DROP, DELAY, REPEAT ->
                throw new IllegalArgumentException(kind + " happens to a message, at no instant");
            case DISCONNECT ->
                new PersonFault.Disconnect(
                        at,
                        person,
                        OptionalLong.of(between(50 * MILLI, 10 * SECOND)),
                        draws.chance(0.3) ? ReturnSocket.OVERLAPPING : ReturnSocket.NEW,
                        draws.chance(0.2) ? ReturnPage.NEW : ReturnPage.SAME,
                        draws.chance(0.3) ? Notice.SILENT : Notice.TOLD);
            case RELOAD -> new PersonFault.Reload(at, person, between(100 * MILLI, 5 * SECOND));
            case FREEZE -> new PersonFault.Freeze(at, person, between(100 * MILLI, 15 * SECOND));
            case SLOW_READER ->
                new PersonFault.SlowReader(at, person, between(500 * MILLI, 10 * SECOND));
            case STALL ->
                new NetworkFault.Stall(at, person, direction(), between(100 * MILLI, 10 * SECOND));
            case DELAY_SPIKE ->
                new NetworkFault.DelaySpike(
                        at,
                        person,
                        between(50 * MILLI, SECOND),
                        Plane.BOTH,
                        between(500 * MILLI, 5 * SECOND));
            case LOSS_SPIKE ->
                new NetworkFault.LossSpike(
                        at,
                        person,
                        between(MILLION / 20, MILLION),
                        between(500 * MILLI, 5 * SECOND));
            case PARTITION ->
                new NetworkFault.Partition(
                        at,
                        Plane.BOTH,
                        List.of(),
                        person,
                        direction(),
                        between(500 * MILLI, 10 * SECOND));
            case TURN_DOWN ->
                new NetworkFault.TurnDown(at, Chronicle.SERVER, between(SECOND, 10 * SECOND));
            case CRASH -> new ServerFault.Crash(at, Chronicle.SERVER, between(SECOND, 5 * SECOND));
            case CLOCK_RATE -> new MachineFault.ClockRate(at, person, between(-1_000, 1_000));
            case DIE -> new MachineFault.Die(at, person);
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
