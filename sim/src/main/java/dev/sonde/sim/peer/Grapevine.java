package dev.sonde.sim.peer;

import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SubjectId;

import java.util.ArrayList;
import java.util.List;

/** Carries the ids of probes to those who are in none of them. Free if nobody listens. */
public final class Grapevine {

    /** Somebody who overhears. */
    interface Ear {

        /** A member was asked to prepare for a probe with its peer. */
        void overhear(ProbeId probe, SubjectId member, SubjectId peer);
    }

    private final List<Ear> ears = new ArrayList<>();

    void listen(Ear ear) {
        ears.add(ear);
    }

    void tell(ProbeId probe, SubjectId member, SubjectId peer) {
        for (int i = 0; i < ears.size(); i++) {
            ears.get(i).overhear(probe, member, peer);
        }
    }
}
