package dev.sonde.sim.peer;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Draws;

import java.util.List;
import java.util.OptionalDouble;

/** Messages that nobody should send. */
final class Forgery {

    private static final long ALL_BITS = Long.MAX_VALUE;
    private static final List<SubjectId> STRANGERS =
            List.of(new SubjectId("nobody"), new SubjectId("__proto__"), new SubjectId("0"));

    private Forgery() {}

    static ProbeId unknownProbe(Draws draws) {
        return ProbeId.ofRandomBits(draws.below(ALL_BITS), draws.below(ALL_BITS));
    }

    /** A result that claims something odd for this probe. */
    static ClientMessage result(Draws draws, ProbeId probe) {
        Report report = switch ((int) draws.below(5)) {
            case 0 -> Report.INVALID;
            case 1 -> new Report.Success(0);
            case 2 -> new Report.Success(Report.MAX_RTT_MILLIS);
            case 3 -> Report.FAILURE;
            default -> new Report.Success(draws.below(1_000) / 8.0);
        };
        return new ClientMessage.Result(probe, report, ClientMessage.Details.NONE);
    }

    /** A signal in this probe to somebody whom it should not reach. */
    static ClientMessage signal(Draws draws, ProbeId probe, SubjectId self) {
        SubjectId target =
                draws.below(2) == 0 ? self : STRANGERS.get((int) draws.below(STRANGERS.size()));
        return signalTo(draws, probe, target);
    }

    /** A signal in this probe to this subject. */
    static ClientMessage signalTo(Draws draws, ProbeId probe, SubjectId target) {
        SignalType[] types = SignalType.values();
        return new ClientMessage.Signal(
                probe,
                target,
                types[(int) draws.below(types.length)],
                VirtualPayload.END_OF_CANDIDATES);
    }

    /** Something that no lobby takes, whatever the state. */
    static ClientMessage nonsense(Draws draws) {
        return switch ((int) draws.below(5)) {
            case 0 -> new ClientMessage.Unreadable("probe_signal", Refusal.UNKNOWN_TYPE);
            case 1 -> new ClientMessage.Unreadable("probe_result", Refusal.MALFORMED);
            case 2 -> new ClientMessage.Unreadable("probe_signal", Refusal.TOO_LARGE);
            case 3 -> new ClientMessage.Join(List.of(), OptionalDouble.empty(), "another-pool");
            default -> new ClientMessage.Unreadable("probe_everything", Refusal.UNKNOWN_EVENT);
        };
    }
}
