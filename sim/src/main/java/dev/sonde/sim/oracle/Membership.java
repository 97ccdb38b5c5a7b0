package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ProbeOutcome.Phase;
import dev.sonde.protocol.ServerMessage;

import org.jspecify.annotations.Nullable;

/** Only the members' current connections cause relays, phase changes and results. */
final class Membership extends Invariant implements Hooks.OnStart, Hooks.OnRelay, Hooks.OnFinished {

    Membership(Ledger ledger) {
        super(ledger, "Membership");
    }

    @Override
    public void started(
            ServerMessage.Start message, @Nullable Connection to, @Nullable ProbeLog probe) {
        if (probe != null && isForeign(probe)) {
            fails("the start of " + Words.probe(probe) + " was caused by " + who()
                    + "; only its members' current connections may");
        } else if (probe != null && to != null && probe.sideOf(to.person) == null) {
            fails(to.person + " was sent the start of " + Words.probe(probe)
                    + " and is none of its members");
        }
    }

    @Override
    public void relayed(Relay relay) {
        ProbeLog probe = relay.probe;
        Connection to = relay.to;
        if (probe == null || to == null || relay.sender == null) {
            return;
        }
        if (relay.from == null) {
            fails("a signal of " + Words.probe(probe) + " came from " + relay.sender
                    + " on a connection that is no member's current one, and was relayed");
        } else if (probe.other(relay.from).person != to.person) {
            fails("a signal of " + Words.probe(probe) + " from " + relay.sender + " was relayed to "
                    + to.person + "; the other member was expected");
        }
    }

    @Override
    public void finished(Effect.ProbeFinished effect, @Nullable ProbeLog probe) {
        if (probe == null || !probe.isLive()) {
            return;
        }
        boolean isComplete = effect.outcome() instanceof ProbeOutcome.Complete;
        if (isForeign(probe) && isComplete && noSuccess(probe)) {
            fails(Words.probe(probe) + " completed by a result of " + who()
                    + "; only its members' current connections may");
        } else if (isForeign(probe) && isReported(effect) && noFailure(probe)) {
            fails(Words.probe(probe) + " failed by a result of " + who()
                    + "; only its members' current connections may");
        } else if (effect.outcome().phase() == Phase.MEASURING && !wasMeasuring(probe)) {
            fails(Words.probe(probe) + " ended while measuring, but no member's current connection"
                    + " said that it is connected");
        }
    }

    private static boolean wasMeasuring(ProbeLog probe) {
        return probe.wasMeasuring;
    }

    private static boolean isReported(Effect.ProbeFinished effect) {
        return effect.outcome() instanceof ProbeOutcome.Failed failed
                && failed.reason() == ProbeOutcome.Reason.REPORTED_FAILURE;
    }

    private static boolean noSuccess(ProbeLog probe) {
        return probe.a.said != Side.Said.SUCCESS && probe.b.said != Side.Said.SUCCESS;
    }

    private static boolean noFailure(ProbeLog probe) {
        return probe.a.said != Side.Said.FAILURE && probe.b.said != Side.Said.FAILURE;
    }

    /** True if this step's input is about this probe and not from a member's current connection. */
    private boolean isForeign(ProbeLog probe) {
        return ledger.named == probe && ledger.rightful == null;
    }

    private String who() {
        if (ledger.on == null) {
            return "an unknown connection";
        }
        String event =
                ledger.input instanceof Input.Receive receive ? event(receive.message()) : "";
        return ledger.on.person
                + (ledger.on.isCurrent() ? "" : " on an earlier connection")
                + event;
    }

    private static String event(ClientMessage message) {
        return " (" + message.event() + ")";
    }
}
