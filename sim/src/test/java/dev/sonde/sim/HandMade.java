package dev.sonde.sim;

import dev.sonde.sim.kernel.Mix;
import dev.sonde.sim.outcome.ClaimKind;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.MatchRow;
import dev.sonde.sim.outcome.MostMatches;
import dev.sonde.sim.outcome.PersonRow;
import dev.sonde.sim.outcome.ProbeRow;
import dev.sonde.sim.outcome.QueuePoint;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.trace.Lexicon;
import dev.sonde.sim.trace.Trace;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Results of runs, made by hand. */
public final class HandMade {

    public static final long MILLI = 1_000_000L;
    public static final double UNKNOWN = Double.NaN;

    /** A pack whose things are their own words. */
    private enum Words implements Lexicon {
        WORDS;

        @Override
        public long fingerprint(Object what) {
            return Mix.mix((String) what);
        }

        @Override
        public String label(Object what) {
            return (String) what;
        }
    }

    public String scenario = "hand-made";
    public long seed = 7;
    public Verdict verdict = Verdict.HELD;
    public @Nullable String limitHit;
    public @Nullable String lobbyFailure;
    public final List<ClaimResult> claims = new ArrayList<>();
    public double rttLimitMillis = 100;
    public final List<MatchRow> matches = new ArrayList<>();
    public final List<ProbeRow> probes = new ArrayList<>();
    public final List<PersonRow> people = new ArrayList<>();
    public long waitingAtEnd;
    public long waitingMax;
    public final List<QueuePoint> queue = new ArrayList<>();
    public MostMatches most = MostMatches.UNKNOWN;
    public long signalsCount;
    public long signalsBytes;
    public final List<RunResult.Counted> refusals = new ArrayList<>();
    public final List<String> faultsWithoutEffect = new ArrayList<>();
    public Trace trace = trace();

    /** A trace without entries that keeps what is added to it. */
    public static Trace trace() {
        return new Trace(Words.WORDS, true);
    }

    /** Three entries of a tiny story. */
    public static Trace shortTrace() {
        Trace trace = trace();
        trace.add(1, 0, TraceEntry.Kind.PERSON, "ann", "", "joins");
        trace.add(2, 20_000_001, TraceEntry.Kind.DELIVER, "ann", "server", "join {}");
        trace.add(2, 20_000_001, TraceEntry.Kind.EFFECT, "server", "ann", "waiting_room waiting=1");
        return trace;
    }

    public HandMade claim(String name, ClaimKind kind, Verdict verdict) {
        claims.add(new ClaimResult(name, kind, "effects", verdict, 0, 0, ""));
        return this;
    }

    public HandMade violated(String name, long event, long atNanos, String why) {
        verdict = Verdict.VIOLATED;
        claims.add(new ClaimResult(
                name, ClaimKind.INVARIANT, "effects", Verdict.VIOLATED, event, atNanos, why));
        return this;
    }

    public HandMade match(double rttMillis, long atMillis, String... members) {
        matches.add(new MatchRow(List.of(members), rttMillis, atMillis * MILLI, false));
        return this;
    }

    public HandMade cancelledMatch(double rttMillis, long atMillis, String... members) {
        matches.add(new MatchRow(List.of(members), rttMillis, atMillis * MILLI, true));
        return this;
    }

    /** A probe that measured something; both times in milliseconds, NaN and -1 for none. */
    public HandMade measured(String a, String b, double rttMillis, long trueRttMillis) {
        return probe(a, b, "complete", rttMillis, trueRttMillis, "host");
    }

    public HandMade failed(String a, String b, String outcome) {
        return probe(a, b, outcome, UNKNOWN, -1, "");
    }

    public HandMade probe(
            String a,
            String b,
            String outcome,
            double rttMillis,
            long trueRttMillis,
            String candidateType) {
        boolean open = trueRttMillis >= 0;
        probes.add(new ProbeRow(
                a,
                b,
                outcome,
                open ? "measuring" : "connecting",
                rttMillis,
                open ? trueRttMillis * MILLI : -1,
                candidateType,
                1_000 * MILLI,
                1_100 * MILLI,
                open ? 1_350 * MILLI : -1,
                2_000 * MILLI));
        return this;
    }

    /** Somebody who joined at 1 s and was matched so much later; -1 for not. */
    public HandMade person(
            String id, String group, String nat, long ownRttMillis, long waitMillis) {
        people.add(new PersonRow(
                id,
                group,
                "home",
                nat,
                "",
                ownRttMillis * MILLI,
                1_000 * MILLI,
                waitMillis < 0 ? -1 : (1_000 + waitMillis) * MILLI,
                waitMillis < 0 ? "expired" : "matched",
                false));
        return this;
    }

    public HandMade neverJoined(String id) {
        people.add(new PersonRow(id, id, "home", "none", "", 0, -1, -1, "never-joined", false));
        return this;
    }

    public HandMade abandoned(String id) {
        people.add(new PersonRow(id, id, "home", "none", "", 0, 1_000 * MILLI, -1, "left", true));
        return this;
    }

    public RunResult result() {
        return new RunResult(
                scenario,
                ProbeMetrics.ALL,
                seed,
                verdict,
                limitHit,
                lobbyFailure,
                claims,
                1_234,
                124_300 * MILLI,
                120_000 * MILLI,
                rttLimitMillis,
                matches,
                probes,
                people,
                waitingAtEnd,
                waitingMax,
                queue,
                most,
                signalsCount,
                signalsBytes,
                refusals,
                faultsWithoutEffect,
                List.of(),
                trace);
    }
}
