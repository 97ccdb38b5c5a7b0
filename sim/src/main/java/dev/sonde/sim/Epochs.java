package dev.sonde.sim;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.oracle.Oracle;
import dev.sonde.sim.oracle.OracleSettings;
import dev.sonde.sim.oracle.ReachedLabels;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.Verdict;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One oracle for each life of the server. A crash loses all that the lobby knew, so what comes
 * after it is judged without what was before; what was violated before stays so.
 */
final class Epochs {

    private final OracleSettings settings;
    private final ReachedLabels reached;
    private final List<Oracle> oracles = new ArrayList<>(1);
    private Oracle now;
    private @Nullable Notebook notes;

    /** @param reached counts what the run exercises */
    Epochs(OracleSettings settings, ReachedLabels reached) {
        this.settings = settings;
        this.reached = reached;
        this.now = new Oracle(settings, reached);
        oracles.add(now);
    }

    /** The server begins a new life, with nothing known. */
    void begin() {
        now = new Oracle(settings, reached);
        oracles.add(now);
    }

    /** From now on what happens is told to the claims later; only where the server has one life. */
    void writesInto(Notebook notebook) {
        notes = notebook;
    }

    /** See {@link Oracle#input}. */
    void input(long event, long nowNanos, Input input) {
        if (notes == null) {
            now.input(event, nowNanos, input);
        } else {
            notes.input(event, nowNanos, input);
        }
    }

    /** See {@link Oracle#effect}. */
    void effect(long event, long nowNanos, Effect effect) {
        if (notes == null) {
            now.effect(event, nowNanos, effect);
        } else {
            notes.effect(event, nowNanos, effect);
        }
    }

    /** See {@link Oracle#afterEvent}. */
    void afterEvent(long event, long nowNanos) {
        if (notes == null) {
            now.afterEvent(event, nowNanos);
        } else {
            notes.afterEvent(event, nowNanos);
        }
    }

    /** See {@link Oracle#honestResult}. */
    void honestResult(long event, long nowNanos, Notebook.HonestResult result) {
        if (notes == null) {
            now.honestResult(
                    event,
                    nowNanos,
                    result.subject(),
                    result.probe(),
                    result.reportedMillis(),
                    result.trueMedianMillis(),
                    result.allowanceMillis());
        } else {
            notes.honestResult(event, nowNanos, result);
        }
    }

    /** Whatever has happened is known to the claims when this returns. */
    void settle() {
        if (notes != null) {
            notes.settle();
        }
    }

    /** Who judges what happens now; of what {@link #settle} has not told, it knows nothing. */
    Oracle now() {
        return now;
    }

    boolean violated() {
        for (Oracle oracle : oracles) {
            if (oracle.violated()) {
                return true;
            }
        }
        return false;
    }

    /**
     * What was violated, in any life, each claim of a life where it was first.
     *
     * @param startNanos when the run started
     */
    List<Attempt.Failure> violations(long startNanos) {
        List<Attempt.Failure> violations = new ArrayList<>();
        for (Oracle oracle : oracles) {
            if (oracle.violated()) {
                oracle.results(true).stream()
                        .filter(claim -> claim.verdict() == Verdict.VIOLATED)
                        .sorted(Comparator.comparingLong(ClaimResult::event))
                        .map(claim -> new Attempt.Failure(
                                claim.name(),
                                claim.event(),
                                claim.atNanos() - startNanos,
                                claim.why()))
                        .forEach(violations::add);
            }
        }
        return violations;
    }

    /** For each claim its first violation of any life, else what the last life comes to. */
    List<ClaimResult> results(boolean limitHit) {
        if (oracles.size() == 1) {
            return now.results(limitHit);
        }
        List<ClaimResult> results = new ArrayList<>(now.results(limitHit));
        for (int life = oracles.size() - 2; life >= 0; life--) {
            List<ClaimResult> earlier = oracles.get(life).results(true);
            for (int i = 0; i < earlier.size(); i++) {
                if (earlier.get(i).verdict() == Verdict.VIOLATED) {
                    results.set(i, earlier.get(i));
                }
            }
        }
        return results;
    }
}
