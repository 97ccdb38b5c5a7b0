package dev.sonde.sim;

import dev.sonde.sim.scenario.FaultEntry;
import dev.sonde.sim.scenario.MachineFault;
import dev.sonde.sim.scenario.NetworkFault;
import dev.sonde.sim.scenario.PersonFault;
import dev.sonde.sim.scenario.TimedFault;

/** Faults in words, for traces, labels and reports. */
final class FaultWords {

    private static final long NANOS_PER_MILLI = 1_000_000L;

    private FaultWords() {}

    /** The kind, as scenarios name it: {@code delay-spike}. */
    static String kind(FaultEntry fault) {
        // By hand: exploration asks for every fault of every run, and a pattern takes its time.
        String name = fault.getClass().getSimpleName();
        StringBuilder kind = new StringBuilder(name.length() + 2);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (i > 0 && Character.isUpperCase(c)) {
                kind.append('-');
            }
            kind.append(Character.toLowerCase(c));
        }
        return kind.toString();
    }

    /** Whom it happens to; a person or the server. */
    static String victim(TimedFault fault) {
        if (fault instanceof PersonFault theirs) {
            return theirs.person();
        }
        if (fault instanceof MachineFault theirs) {
            return theirs.person();
        }
        if (fault instanceof NetworkFault.Stall stall) {
            return stall.person();
        }
        if (fault instanceof NetworkFault.DelaySpike spike) {
            return spike.person();
        }
        if (fault instanceof NetworkFault.LossSpike spike) {
            return spike.person();
        }
        if (fault instanceof NetworkFault.DuplicateSpike spike) {
            return spike.person();
        }
        if (fault instanceof NetworkFault.ReorderSpike spike) {
            return spike.person();
        }
        if (fault instanceof NetworkFault.Rebind rebind) {
            return rebind.person();
        }
        return fault instanceof NetworkFault.Partition partition
                ? firstCutOff(partition)
                : Chronicle.SERVER;
    }

    private static String firstCutOff(NetworkFault.Partition partition) {
        return partition.of().isEmpty() ? partition.between().get(0) : partition.of();
    }

    /** Kind, victim and instant. */
    static String of(TimedFault fault) {
        return kind(fault) + " of " + victim(fault) + " at " + fault.atNanos() / NANOS_PER_MILLI
                + "ms";
    }
}
