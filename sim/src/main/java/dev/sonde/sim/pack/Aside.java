package dev.sonde.sim.pack;

/**
 * Does a part of a run's work beside it, on another processor, in order. For work that only
 * listens: the run comes out the same whether and when it is done.
 */
public interface Aside {

    /** Has this done next; first waits until what was handed over before is done. */
    void hand(Runnable work);

    /** Waits until all is done. What a work threw is thrown here or by the next {@link #hand}. */
    void await();
}
