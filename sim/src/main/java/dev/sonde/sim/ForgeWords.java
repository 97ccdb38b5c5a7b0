package dev.sonde.sim;

import dev.sonde.protocol.Report;
import dev.sonde.sim.peer.Forging;
import dev.sonde.sim.scenario.PersonFault.Forge;

/** What a scenario wants forged, in the words of those who forge it. */
final class ForgeWords {

    private static final double NANOS_PER_MILLI = 1e6;

    private ForgeWords() {}

    static Forging of(Forge forge) {
        return new Forging(kind(forge), which(forge), report(forge), forge.to());
    }

    private static Forging.Kind kind(Forge forge) {
        return switch (forge.message()) {
            case SIGNAL -> Forging.Kind.SIGNAL;
            case PROBE_READY -> Forging.Kind.READY;
            case PROBE_CONNECTED -> Forging.Kind.CONNECTED;
            case PROBE_RESULT -> Forging.Kind.RESULT;
            case JOIN -> Forging.Kind.JOIN;
            case LEAVE -> Forging.Kind.LEAVE;
            case DISCONNECT -> throw new IllegalArgumentException("no page says disconnect");
        };
    }

    private static Forging.Which which(Forge forge) {
        return switch (forge.probe()) {
            case OWN -> Forging.Which.OWN;
            case FORMER -> Forging.Which.FORMER;
            case FOREIGN -> Forging.Which.FOREIGN;
            case UNKNOWN -> Forging.Which.UNKNOWN;
        };
    }

    private static Report report(Forge forge) {
        return switch (forge.report()) {
            case SUCCESS -> Report.ofSuccess(forge.rttNanos() / NANOS_PER_MILLI);
            case FAILURE -> Report.FAILURE;
            case INVALID -> Report.INVALID;
        };
    }
}
