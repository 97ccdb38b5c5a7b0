package dev.sonde.sim.oracle;

import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SignalPayload;
import dev.sonde.protocol.SignalType;

import org.jspecify.annotations.Nullable;

/** The signal that is this step's input, if one is. One object for all steps. */
final class ArrivedSignal {

    @Nullable
    ProbeId probe;

    @Nullable
    SignalPayload payload;

    @Nullable
    SignalType type;

    @Nullable
    Connection on;

    /** The sender's side, if it came from a member on its current connection; else null. */
    @Nullable
    Side rightful;

    /** Its number among those of its sender in this probe; 0 if not from a member. */
    long number;

    boolean isEarly;
    boolean isAddressedToPeer;
    boolean isRelayed;

    void clear() {
        probe = null;
        payload = null;
        type = null;
        on = null;
        rightful = null;
        number = 0;
        isEarly = false;
        isAddressedToPeer = false;
        isRelayed = false;
    }
}
