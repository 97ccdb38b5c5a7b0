package dev.sonde.sim;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SignalPayload;
import dev.sonde.sim.network.IceCandidate;
import dev.sonde.sim.peer.VirtualPayload;

/** The messages of the probe protocol in words; never credentials, never what a payload says. */
final class MessageWords {

    private final ProbeLexicon lexicon;

    MessageWords(ProbeLexicon lexicon) {
        this.lexicon = lexicon;
    }

    String of(ClientMessage message) {
        if (message instanceof ClientMessage.Signal signal) {
            return signal.event() + " " + lexicon.name(signal.probe()) + " "
                    + signal.type().wireName() + detail(signal.payload()) + " to "
                    + signal.target();
        }
        if (message instanceof ClientMessage.Ready ready) {
            return ready.event() + " " + lexicon.name(ready.probe());
        }
        if (message instanceof ClientMessage.Connected connected) {
            return connected.event() + " " + lexicon.name(connected.probe());
        }
        if (message instanceof ClientMessage.Result result) {
            return result.event() + " " + lexicon.name(result.probe()) + " " + of(result.report());
        }
        if (message instanceof ClientMessage.Unreadable unreadable) {
            return unreadable.event() + ", unreadable: " + unreadable.reason().wireName();
        }
        return message.event();
    }

    private static String of(Report report) {
        if (report instanceof Report.Success success) {
            return "success " + ProbeLexicon.millis(success.rttMillis());
        }
        return report instanceof Report.Failure ? "failure" : "no valid round-trip time";
    }

    private static String detail(SignalPayload payload) {
        VirtualPayload known = VirtualPayload.of(payload);
        if (known instanceof VirtualPayload.Candidate candidate) {
            IceCandidate ice = candidate.candidate();
            return " " + ice.type() + " " + ice.index();
        }
        return known instanceof VirtualPayload.EndOfCandidates ? " end" : "";
    }

    String of(ServerMessage message) {
        if (message instanceof ServerMessage.Prepare prepare) {
            return prepare.event() + " " + lexicon.name(prepare.probe()) + " with "
                    + prepare.peer();
        }
        if (message instanceof ServerMessage.Start start) {
            return start.event() + " " + lexicon.name(start.probe());
        }
        if (message instanceof ServerMessage.RelayedSignal signal) {
            return signal.event() + " " + lexicon.name(signal.probe()) + " "
                    + signal.type().wireName() + detail(signal.payload()) + " from "
                    + signal.from();
        }
        if (message instanceof ServerMessage.Cancel cancel) {
            return cancel.event() + " " + lexicon.name(cancel.probe()) + " " + cancel.reason();
        }
        if (message instanceof ServerMessage.WaitingRoomState state) {
            return state.event() + " waiting " + state.waiting() + ", needed " + state.needed();
        }
        if (message instanceof ServerMessage.MatchFound found) {
            return found.event() + " " + lexicon.name(found.match()) + " "
                    + ProbeLexicon.ids(found.members());
        }
        if (message instanceof ServerMessage.MatchCancelled cancelled) {
            return cancelled.event() + " " + lexicon.name(cancelled.match()) + " "
                    + cancelled.reason();
        }
        if (message instanceof ServerMessage.WaitingRoomClosed closed) {
            return closed.event() + " " + closed.reason().wireName();
        }
        if (message instanceof ServerMessage.Refused refused) {
            return refused.event() + " " + refused.refusedEvent() + " "
                    + refused.reason().wireName();
        }
        return message.event();
    }
}
