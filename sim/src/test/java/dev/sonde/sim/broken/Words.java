package dev.sonde.sim.broken;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Report;
import dev.sonde.sim.oracle.Stage;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** Messages about a probe that the sender does not hold. */
final class Words {

    private Words() {}

    static ClientMessage ready(Stage stage, String member) {
        return new ClientMessage.Ready(Objects.requireNonNull(stage.probeOf(member)));
    }

    static ClientMessage success(@Nullable ProbeId probe, double rttMillis) {
        return new ClientMessage.Result(
                Objects.requireNonNull(probe),
                Report.ofSuccess(rttMillis),
                ClientMessage.Details.NONE);
    }
}
