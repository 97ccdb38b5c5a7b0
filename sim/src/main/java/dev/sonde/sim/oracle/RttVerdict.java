package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.Report;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A probe completes with what its members validly reported; where a limit is set, a match's
 * accepted RTTs are valid, belong to its pairs, and are at most the limit.
 */
final class RttVerdict extends Invariant implements Hooks.OnFinished, Hooks.OnMatchFormed {

    private static final double ROUNDING = 1e-6;

    RttVerdict(Ledger ledger) {
        super(ledger, "Verdict");
    }

    @Override
    public void finished(Effect.ProbeFinished effect, @Nullable ProbeLog probe) {
        if (probe == null
                || !probe.isLive()
                || !(effect.outcome() instanceof ProbeOutcome.Complete complete)) {
            return;
        }
        double rtt = complete.rttMillis();
        boolean aSucceeded = probe.a.said == Side.Said.SUCCESS;
        boolean bSucceeded = probe.b.said == Side.Said.SUCCESS;
        if (!Report.isValid(rtt)) {
            fails(Words.probe(probe) + " completed with " + Words.rtt(rtt)
                    + "; 0 to 60000 ms was expected");
        } else if (!aSucceeded && !bSucceeded) {
            fails(Words.probe(probe) + " completed with " + Words.rtt(rtt)
                    + ", but neither member reported a valid success");
        } else if (!isReported(probe, rtt)) {
            fails(Words.probe(probe) + " completed with " + Words.rtt(rtt)
                    + ", which is not what its members reported");
        }
    }

    private boolean isReported(ProbeLog probe, double rtt) {
        boolean both = probe.a.said == Side.Said.SUCCESS && probe.b.said == Side.Said.SUCCESS;
        if (both && ledger.settings.results() != ResultPolicy.FIRST) {
            double combined =
                    ledger.settings.results().combine(probe.a.rttMillis, probe.b.rttMillis);
            if (isNear(combined, rtt)) {
                return true;
            }
            // The later of the two may have come when the settling was over.
            Side earlier = probe.a.saidStep < probe.b.saidStep ? probe.a : probe.b;
            Side later = probe.other(earlier);
            return later.saidStep == ledger.step && isNear(earlier.rttMillis, rtt);
        }
        if (both) {
            return isNear(
                    (probe.a.saidStep <= probe.b.saidStep ? probe.a : probe.b).rttMillis, rtt);
        }
        return isNear((probe.a.said == Side.Said.SUCCESS ? probe.a : probe.b).rttMillis, rtt);
    }

    private static boolean isNear(double one, double other) {
        return StrictMath.abs(one - other) <= ROUNDING;
    }

    @Override
    public void matchFormed(Effect.MatchFormed effect, List<Person> members) {
        if (!ledger.settings.isMeasuring()) {
            return;
        }
        double limit = ledger.settings.matchmaker().maxP2pRttMillis().orElseThrow();
        for (Effect.PairRtt pair : effect.pairs()) {
            check(effect, pair, limit);
        }
    }

    private void check(Effect.MatchFormed effect, Effect.PairRtt pair, double limit) {
        double rtt = pair.rttMillis();
        if (!effect.members().contains(pair.subjectA())
                || !effect.members().contains(pair.subjectB())) {
            fails("a match was formed on a measurement of " + who(pair)
                    + ", who are not both in it");
        } else if (!Report.isValid(rtt)) {
            fails("a match was formed on " + Words.rtt(rtt) + " between " + who(pair)
                    + "; 0 to 60000 ms was expected");
        } else if (rtt > limit) {
            fails("a match was formed on " + Words.rtt(rtt) + " between " + who(pair) + "; at most "
                    + Words.rtt(limit) + " was expected");
        } else {
            double measured = ledger.pair(
                            ledger.person(pair.subjectA()), ledger.person(pair.subjectB()))
                    .rttMillis;
            if (!isNear(measured, rtt)) {
                fails("a match was formed on " + Words.rtt(rtt) + " between " + who(pair)
                        + ", who were measured at " + Words.rtt(measured));
            }
        }
    }

    private static String who(Effect.PairRtt pair) {
        return pair.subjectA() + " and " + pair.subjectB();
    }
}
