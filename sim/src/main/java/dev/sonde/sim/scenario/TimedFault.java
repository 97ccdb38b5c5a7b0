package dev.sonde.sim.scenario;

/** A fault at an instant, at or before the scenario's {@code until}. */
public sealed interface TimedFault extends FaultEntry
        permits PersonFault, NetworkFault, ServerFault, MachineFault {

    /** When it happens, from the start of the run. */
    long atNanos();
}
