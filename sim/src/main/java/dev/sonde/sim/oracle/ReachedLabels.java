package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ProbeOutcome.Phase;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.StayEnd;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run, or many runs together, did exercise: inputs per phase of a probe, refusals by reason,
 * ends of probes and stays, and whatever else the simulation names (faults per phase).
 *
 * <p>Not thread-safe; each worker counts for itself and the counts are {@linkplain #add added up}.
 */
public final class ReachedLabels {

    /** What a member may say about its probe. */
    private enum ProbeInput {
        READY("ready"),
        CONNECTED("connected"),
        SIGNAL("signal"),
        SUCCESS("success"),
        FAILURE("failure");

        private final String text;

        ProbeInput(String text) {
            this.text = text;
        }
    }

    private static final Phase[] PHASES = Phase.values();
    private static final ProbeInput[] PROBE_INPUTS = ProbeInput.values();
    private static final ProbeOutcome.Reason[] REASONS = ProbeOutcome.Reason.values();
    private static final Refusal[] REFUSALS = Refusal.values();
    private static final StayEnd[] STAY_ENDS = StayEnd.values();

    // Where the counts of each sort begin; one array, because many small ones are made so often.
    private static final int FAILURES = PHASES.length * PROBE_INPUTS.length;
    private static final int COMPLETIONS = FAILURES + PHASES.length * REASONS.length;
    private static final int REFUSED = COMPLETIONS + PHASES.length;
    private static final int STAYS = REFUSED + REFUSALS.length;
    private static final int ALL = STAYS + STAY_ENDS.length;

    private final long[] counts = new long[ALL];
    private final Map<String, Long> named = new TreeMap<>();

    /** Counts a label that the effects do not show. */
    public void count(String label) {
        named.merge(label, 1L, Long::sum);
    }

    void input(Ledger ledger) {
        ProbeLog probe = ledger.named;
        if (probe != null
                && ledger.rightful != null
                && ledger.input instanceof Input.Receive receive) {
            ProbeInput kind = kind(receive.message());
            if (kind != null) {
                Phase phase = probe.phaseAtStartOf(ledger.step);
                counts[input(phase, kind)]++;
            }
        }
    }

    private static @Nullable ProbeInput kind(ClientMessage message) {
        if (message instanceof ClientMessage.Signal) {
            return ProbeInput.SIGNAL;
        }
        if (message instanceof ClientMessage.Ready) {
            return ProbeInput.READY;
        }
        if (message instanceof ClientMessage.Connected) {
            return ProbeInput.CONNECTED;
        }
        if (message instanceof ClientMessage.Result result) {
            return result.report() instanceof Report.Success
                    ? ProbeInput.SUCCESS
                    : ProbeInput.FAILURE;
        }
        return null;
    }

    void effect(Effect effect) {
        if (effect instanceof Effect.Refused refused) {
            counts[REFUSED + refused.reason().ordinal()]++;
        } else if (effect instanceof Effect.StayClosed closed) {
            counts[STAYS + closed.reason().ordinal()]++;
        } else if (effect instanceof Effect.ProbeFinished finished) {
            Phase phase = finished.outcome().phase();
            if (finished.outcome() instanceof ProbeOutcome.Failed failed) {
                counts[failure(phase, failed.reason())]++;
            } else {
                counts[COMPLETIONS + phase.ordinal()]++;
            }
        }
    }

    /** Adds the counts of another run. */
    public void add(ReachedLabels other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        other.named.forEach((label, count) -> named.merge(label, count, Long::sum));
    }

    private static int input(Phase phase, ProbeInput kind) {
        return phase.ordinal() * PROBE_INPUTS.length + kind.ordinal();
    }

    private static int failure(Phase phase, ProbeOutcome.Reason reason) {
        return FAILURES + phase.ordinal() * REASONS.length + reason.ordinal();
    }

    /** How often each label was reached, those that were, sorted by label. */
    public Map<String, Long> counts() {
        Map<String, Long> labels = new TreeMap<>(named);
        for (Phase phase : PHASES) {
            for (ProbeInput kind : PROBE_INPUTS) {
                String label = "input/" + kind.text + "/" + phase.wireName();
                put(labels, label, counts[input(phase, kind)]);
            }
            for (ProbeOutcome.Reason reason : REASONS) {
                String label = "probe/" + reason.wireName() + "/" + phase.wireName();
                put(labels, label, counts[failure(phase, reason)]);
            }
            String complete = "probe/complete/" + phase.wireName();
            put(labels, complete, counts[COMPLETIONS + phase.ordinal()]);
        }
        for (Refusal refusal : REFUSALS) {
            put(labels, "refused/" + refusal.wireName(), counts[REFUSED + refusal.ordinal()]);
        }
        for (StayEnd end : STAY_ENDS) {
            put(labels, "stay/" + end.wireName(), counts[STAYS + end.ordinal()]);
        }
        return labels;
    }

    private static void put(Map<String, Long> labels, String label, long count) {
        if (count > 0) {
            labels.put(label, count);
        }
    }

    /** The declared labels that were never reached, in the order in which they were declared. */
    public List<String> missing(Collection<String> declared) {
        Map<String, Long> reached = counts();
        List<String> missing = new ArrayList<>();
        for (String label : declared) {
            if (!reached.containsKey(label)) {
                missing.add(label);
            }
        }
        return missing;
    }
}
