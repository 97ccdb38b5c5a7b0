package dev.sonde.sim.oracle;

import dev.sonde.protocol.ProbeId;

import org.jspecify.annotations.Nullable;

/** Pieces of the sentences that say why a claim is false. Integers only: they are compared. */
final class Words {

    private Words() {}

    static String millis(long nanos) {
        return nanos / 1_000_000 + " ms";
    }

    /** A round-trip time with three decimals at most, whatever the JDK. */
    static String rtt(double millis) {
        if (Double.isNaN(millis) || Double.isInfinite(millis)) {
            return "no number";
        }
        long thousandths = StrictMath.round(millis * 1000);
        if (thousandths % 1000 == 0) {
            return thousandths / 1000 + " ms";
        }
        String digits = String.valueOf(StrictMath.abs(thousandths) % 1000 + 1000);
        return (thousandths < 0 ? "-" : "") + StrictMath.abs(thousandths) / 1000 + "."
                + digits.substring(1) + " ms";
    }

    static String probe(ProbeLog probe) {
        return "the probe of " + probe.a.person + " and " + probe.b.person;
    }

    static String probe(@Nullable ProbeLog probe, ProbeId id) {
        return probe == null ? id.text() : probe(probe);
    }
}
