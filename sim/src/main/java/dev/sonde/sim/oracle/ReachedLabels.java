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

    private final long[][] inputs = new long[Phase.values().length][ProbeInput.values().length];
    private final long[] refusals = new long[Refusal.values().length];
    private final long[][] failures =
            new long[ProbeOutcome.Reason.values().length][Phase.values().length];
    private final long[] completions = new long[Phase.values().length];
    private final long[] stayEnds = new long[StayEnd.values().length];
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
                inputs[probe.phaseAtStartOf(ledger.step).ordinal()][kind.ordinal()]++;
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
            refusals[refused.reason().ordinal()]++;
        } else if (effect instanceof Effect.StayClosed closed) {
            stayEnds[closed.reason().ordinal()]++;
        } else if (effect instanceof Effect.ProbeFinished finished) {
            int phase = finished.outcome().phase().ordinal();
            if (finished.outcome() instanceof ProbeOutcome.Failed failed) {
                failures[failed.reason().ordinal()][phase]++;
            } else {
                completions[phase]++;
            }
        }
    }

    /** Adds the counts of another run. */
    public void add(ReachedLabels other) {
        add(inputs, other.inputs);
        add(failures, other.failures);
        add(refusals, other.refusals);
        add(completions, other.completions);
        add(stayEnds, other.stayEnds);
        other.named.forEach((label, count) -> named.merge(label, count, Long::sum));
    }

    private static void add(long[][] to, long[][] from) {
        for (int i = 0; i < to.length; i++) {
            add(to[i], from[i]);
        }
    }

    private static void add(long[] to, long[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    /** How often each label was reached, those that were, sorted by label. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>(named);
        for (Phase phase : Phase.values()) {
            for (ProbeInput input : ProbeInput.values()) {
                put(
                        counts,
                        "input/" + input.text + "/" + phase.wireName(),
                        inputs[phase.ordinal()][input.ordinal()]);
            }
            for (ProbeOutcome.Reason reason : ProbeOutcome.Reason.values()) {
                put(
                        counts,
                        "probe/" + reason.wireName() + "/" + phase.wireName(),
                        failures[reason.ordinal()][phase.ordinal()]);
            }
            put(counts, "probe/complete/" + phase.wireName(), completions[phase.ordinal()]);
        }
        for (Refusal refusal : Refusal.values()) {
            put(counts, "refused/" + refusal.wireName(), refusals[refusal.ordinal()]);
        }
        for (StayEnd end : StayEnd.values()) {
            put(counts, "stay/" + end.wireName(), stayEnds[end.ordinal()]);
        }
        return counts;
    }

    private static void put(Map<String, Long> counts, String label, long count) {
        if (count > 0) {
            counts.put(label, count);
        }
    }

    /** The declared labels that were never reached, in the order in which they were declared. */
    public List<String> missing(Collection<String> declared) {
        Map<String, Long> counts = counts();
        List<String> missing = new ArrayList<>();
        for (String label : declared) {
            if (!counts.containsKey(label)) {
                missing.add(label);
            }
        }
        return missing;
    }
}
