package dev.sonde.sim;

import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SignalType;
import dev.sonde.sim.outcome.ProbeRow;
import dev.sonde.sim.trace.Decimals;
import dev.sonde.sim.trace.Story;

/** What parts of a story are called, and of which kind they are. */
final class StoryWords {

    private StoryWords() {}

    /** A probe as a chapter. */
    static String title(int number, ProbeRow probe) {
        String rtt = Double.isNaN(probe.rttMillis())
                ? ""
                : " " + Decimals.text(probe.rttMillis()) + " ms";
        return "Probe " + number + ": " + probe.memberA() + " + " + probe.memberB() + ", "
                + probe.outcome() + rtt + ", at "
                + Decimals.thousandths(probe.createdNanos() / 1_000_000) + " s";
    }

    static Story.Kind kind(Object what) {
        Object message = what instanceof Input.Receive receive ? receive.message() : what;
        boolean isCandidate = (message instanceof ClientMessage.Signal said
                        && said.type() == SignalType.ICE_CANDIDATE)
                || (message instanceof ServerMessage.RelayedSignal relayed
                        && relayed.type() == SignalType.ICE_CANDIDATE);
        return isCandidate ? Story.Kind.CANDIDATE : Story.Kind.MESSAGE;
    }

    /** Candidates and pairs of them are many; connections are few. */
    static Story.Kind ofMedia(String words) {
        return words.startsWith("gathered") || words.contains(" -> ")
                ? Story.Kind.CANDIDATE
                : Story.Kind.MEDIA;
    }
}
