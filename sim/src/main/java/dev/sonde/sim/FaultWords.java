package dev.sonde.sim;

import dev.sonde.sim.scenario.FaultEntry;

import java.util.Locale;

/** Faults in words, for traces, labels and reports. */
final class FaultWords {

    private static final long NANOS_PER_MILLI = 1_000_000L;

    private FaultWords() {}

    /** The kind, as scenarios name it: {@code delay-spike}. */
    static String kind(FaultEntry fault) {
        String name = fault.getClass().getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Whom it happens to; a person or the server. */
    static String victim(FaultEntry.Timed fault) {
        if (fault instanceof FaultEntry.Disconnect disconnect) {
            return disconnect.person();
        }
        if (fault instanceof FaultEntry.Reload reload) {
            return reload.person();
        }
        if (fault instanceof FaultEntry.Freeze freeze) {
            return freeze.person();
        }
        if (fault instanceof FaultEntry.SlowReader slow) {
            return slow.person();
        }
        if (fault instanceof FaultEntry.Stall stall) {
            return stall.person();
        }
        if (fault instanceof FaultEntry.DelaySpike spike) {
            return spike.person();
        }
        if (fault instanceof FaultEntry.LossSpike spike) {
            return spike.person();
        }
        if (fault instanceof FaultEntry.Partition partition) {
            return partition.of().isEmpty() ? partition.between().get(0) : partition.of();
        }
        if (fault instanceof FaultEntry.ClockRate clock) {
            return clock.person();
        }
        return fault instanceof FaultEntry.Die die ? die.person() : Chronicle.SERVER;
    }

    /** Kind, victim and instant. */
    static String of(FaultEntry.Timed fault) {
        return kind(fault) + " of " + victim(fault) + " at " + fault.atNanos() / NANOS_PER_MILLI
                + "ms";
    }
}
