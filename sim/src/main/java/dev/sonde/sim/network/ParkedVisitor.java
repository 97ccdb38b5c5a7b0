package dev.sonde.sim.network;

/** Sees what a stall holds: no pending event of the kernel stands for it. */
public interface ParkedVisitor {

    /**
     * @param what 0 for the opening of a connection, 1 for a message, 2 for the notice of its end
     * @param message the message; the {@link CloseCause} of a notice
     */
    void parked(Direction direction, int what, Object message);
}
