package dev.sonde.sim;

import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.scenario.Lose;
import dev.sonde.sim.scenario.Lose.Over;
import dev.sonde.sim.scenario.Lose.What;
import dev.sonde.sim.scenario.MachineFault;
import dev.sonde.sim.scenario.MessageFault;
import dev.sonde.sim.scenario.MessageFault.Said;
import dev.sonde.sim.scenario.MessageFault.SignalKind;
import dev.sonde.sim.scenario.NetworkFault;
import dev.sonde.sim.scenario.NetworkFault.Direction;
import dev.sonde.sim.scenario.NetworkFault.Plane;
import dev.sonde.sim.scenario.NetworkFault.Rebind.Which;
import dev.sonde.sim.scenario.PersonFault;
import dev.sonde.sim.scenario.PersonFault.Claimed;
import dev.sonde.sim.scenario.PersonFault.Notice;
import dev.sonde.sim.scenario.PersonFault.ReturnPage;
import dev.sonde.sim.scenario.PersonFault.ReturnSocket;
import dev.sonde.sim.scenario.PersonFault.WhichProbe;
import dev.sonde.sim.scenario.ServerFault;
import dev.sonde.sim.scenario.Storm.Kind;
import dev.sonde.sim.scenario.TimedFault;

import java.util.List;
import java.util.OptionalLong;

/**
 * Draws how bad a fault of a known kind is. Times are log-uniform: milliseconds matter as much as
 * seconds where one event overtakes another. Whatever lasts ends in time.
 */
final class FaultDraws {

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final long MILLION = 1_000_000L;
    private static final int MOST_NTH = 6;

    private static final Said[] SAID = Said.values();

    /** All but what the socket layer says. */
    private static final List<Said> OF_PAGES = List.of(
            Said.SIGNAL,
            Said.PROBE_READY,
            Said.PROBE_CONNECTED,
            Said.PROBE_RESULT,
            Said.JOIN,
            Said.LEAVE);

    private static final SignalKind[] SIGNALS = SignalKind.values();
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final Plane[] PLANES = Plane.values();
    private static final What[] LOST = What.values();
    private static final Over[] OVER = Over.values();
    private static final WhichProbe[] PROBES = WhichProbe.values();
    private static final Claimed[] REPORTS = Claimed.values();

    private final Draws draws;
    private final long untilNanos;

    FaultDraws(Draws draws, long untilNanos) {
        this.draws = draws;
        this.untilNanos = untilNanos;
    }

    TimedFault timed(Kind kind, long at, String person, List<String> everybody) {
        return switch (kind) {
            case DROP, DELAY, REPEAT, LOSE ->
                throw new IllegalArgumentException(kind + " happens to a message, at no instant");
            case REBIND ->
                new NetworkFault.Rebind(
                        at, person, draws.chance(0.2) ? Which.CARRIER : Which.NEAREST);
            case DISCONNECT ->
                new PersonFault.Disconnect(
                        at,
                        person,
                        OptionalLong.of(lasting(at, MILLI, 20 * SECOND)),
                        draws.chance(0.3) ? ReturnSocket.OVERLAPPING : ReturnSocket.NEW,
                        draws.chance(0.2) ? ReturnPage.NEW : ReturnPage.SAME,
                        draws.chance(0.3) ? Notice.SILENT : Notice.TOLD);
            case RELOAD -> new PersonFault.Reload(at, person, lasting(at, 10 * MILLI, 5 * SECOND));
            case LEAVE ->
                new PersonFault.Leave(
                        at,
                        person,
                        draws.chance(0.3)
                                ? OptionalLong.empty()
                                : OptionalLong.of(lasting(at, MILLI, 20 * SECOND)));
            case FREEZE -> new PersonFault.Freeze(at, person, lasting(at, 10 * MILLI, 20 * SECOND));
            case SLOW_READER ->
                new PersonFault.SlowReader(at, person, lasting(at, 10 * MILLI, 10 * SECOND));
            case FORGE -> forge(at, person, everybody);
            case STALL ->
                new NetworkFault.Stall(
                        at, person, one(DIRECTIONS), lasting(at, 10 * MILLI, 20 * SECOND));
            case DELAY_SPIKE ->
                new NetworkFault.DelaySpike(
                        at,
                        person,
                        logUniform(5 * MILLI, SECOND),
                        one(PLANES),
                        lasting(at, 100 * MILLI, 10 * SECOND));
            case LOSS_SPIKE ->
                new NetworkFault.LossSpike(
                        at,
                        person,
                        draws.between(MILLION / 20, MILLION),
                        lasting(at, 100 * MILLI, 20 * SECOND));
            case DUPLICATE_SPIKE ->
                new NetworkFault.DuplicateSpike(
                        at,
                        person,
                        draws.between(MILLION / 20, MILLION),
                        lasting(at, 100 * MILLI, 20 * SECOND));
            case REORDER_SPIKE ->
                new NetworkFault.ReorderSpike(
                        at,
                        person,
                        draws.between(MILLION / 20, MILLION),
                        logUniform(MILLI, SECOND),
                        lasting(at, 100 * MILLI, 20 * SECOND));
            case PARTITION -> partition(at, person, everybody);
            case TURN_DOWN ->
                new NetworkFault.TurnDown(
                        at, Chronicle.SERVER, lasting(at, 100 * MILLI, 20 * SECOND));
            case CRASH ->
                new ServerFault.Crash(at, Chronicle.SERVER, lasting(at, 100 * MILLI, 5 * SECOND));
            case SHUTDOWN -> new ServerFault.Shutdown(at, Chronicle.SERVER);
            case CLOCK_RATE ->
                new MachineFault.ClockRate(at, person, draws.between(-100_000, 100_000));
            case DIE -> new MachineFault.Die(at, person);
        };
    }

    private PersonFault.Forge forge(long at, String person, List<String> everybody) {
        Said said = one(OF_PAGES);
        return new PersonFault.Forge(
                at,
                person,
                said,
                one(PROBES),
                one(REPORTS),
                logUniform(MILLI, SECOND),
                said == Said.SIGNAL && draws.chance(0.5) ? one(everybody) : "");
    }

    private NetworkFault.Partition partition(long at, String person, List<String> everybody) {
        String other = one(everybody);
        long lasting = lasting(at, 100 * MILLI, 20 * SECOND);
        return other.equals(person)
                ? new NetworkFault.Partition(
                        at, one(PLANES), List.of(), person, one(DIRECTIONS), lasting)
                : new NetworkFault.Partition(
                        at, Plane.MEDIA, List.of(person, other), "", one(DIRECTIONS), lasting);
    }

    /** Packets of one person that are lost: one that is counted, or all for a while. */
    Lose lose(long at, String person, List<String> everybody) {
        What what = draws.chance(0.4) ? What.ANY : one(LOST);
        boolean toServer = what.isOfServer();
        String other = toServer || draws.chance(0.5) ? "" : one(everybody);
        boolean out = what == What.PERMISSION || draws.chance(0.5);
        String to = out ? (other.equals(person) ? "" : other) : person;
        boolean single = draws.chance(0.5);
        return new Lose(
                at,
                what,
                out ? person : "",
                to,
                toServer || draws.chance(0.5) ? Over.ANY : one(OVER),
                single ? OptionalLong.of(logUniform(1, MOST_NTH)) : OptionalLong.empty(),
                single
                        ? OptionalLong.empty()
                        : OptionalLong.of(lasting(at, 100 * MILLI, 20 * SECOND)));
    }

    /** A fault of one message, told by what it is, from whom, and the how manieth it is. */
    MessageFault message(Kind kind, String from) {
        Said said = draws.chance(0.4) ? Said.SIGNAL : one(SAID);
        SignalKind type = said == Said.SIGNAL ? one(SIGNALS) : SignalKind.ANY;
        int nth = (int) logUniform(1, MOST_NTH);
        return switch (kind) {
            case DROP ->
                new MessageFault.Drop(
                        said == Said.DISCONNECT ? Said.PROBE_READY : said, type, from, "", nth);
            case DELAY -> new MessageFault.Delay(said, delayNanos(), type, from, "", nth);
            case REPEAT ->
                new MessageFault.Repeat(
                        said, 1, draws.chance(0.5) ? 0 : delayNanos(), type, from, "", nth);
            default -> throw new IllegalArgumentException(kind + " is no fault of a message");
        };
    }

    /** How late a message comes that comes late. */
    long delayNanos() {
        return logUniform(MILLI, 20 * SECOND);
    }

    /** A time that is over before the storm is. */
    private long lasting(long at, long least, long most) {
        return Math.max(MILLI, Math.min(untilNanos - at, logUniform(least, most)));
    }

    /** A value from {@code low} to {@code high}: each doubling of it is equally likely. */
    long logUniform(long low, long high) {
        int doublings = Long.SIZE - 1 - Long.numberOfLeadingZeros(high / low);
        long base = low << draws.below(doublings + 1L);
        return draws.between(base, Math.min(high, 2 * base));
    }

    <T> T one(List<T> list) {
        return list.get((int) draws.below(list.size()));
    }

    private <T> T one(T[] array) {
        return array[(int) draws.below(array.length)];
    }
}
