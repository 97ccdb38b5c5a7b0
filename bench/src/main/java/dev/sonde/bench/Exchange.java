package dev.sonde.bench;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.SignalPayload;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.network.IceCandidate;
import dev.sonde.sim.peer.VirtualPayload;

/** What the members of a probe say in its life: two ready, eight signals, two results. */
final class Exchange {

    private static final int SIGNALS_PER_SIDE = 4;
    private static final SignalPayload PAYLOAD =
            new VirtualPayload.Candidate(new IceCandidate("host", 1, 1, 300));
    private static final Report REPORT = new Report.Success(40);

    private Exchange() {}

    /** Is told each message. */
    interface Door {
        void say(int who, ProbeId probe, ClientMessage message);
    }

    /** Says it all; {@code a} is the place of the first member, and the second one follows. */
    static void of(ProbeId probe, int a, SubjectId[] subjects, Door door) {
        int b = a + 1;
        door.say(a, probe, new ClientMessage.Ready(probe));
        door.say(b, probe, new ClientMessage.Ready(probe));
        for (int i = 0; i < SIGNALS_PER_SIDE; i++) {
            door.say(a, probe, signal(probe, subjects[b]));
            door.say(b, probe, signal(probe, subjects[a]));
        }
        door.say(a, probe, result(probe));
        door.say(b, probe, result(probe));
    }

    private static ClientMessage signal(ProbeId probe, SubjectId to) {
        return new ClientMessage.Signal(probe, to, SignalType.ICE_CANDIDATE, PAYLOAD);
    }

    private static ClientMessage result(ProbeId probe) {
        return new ClientMessage.Result(probe, REPORT, ClientMessage.Details.NONE);
    }
}
