package dev.sonde.sim.network;

/** Whether a fault that lasts has met something that it could act on: its proof of delivery. */
public final class Proof {

    private boolean delivered;

    /** It has acted on something. */
    void acts() {
        delivered = true;
    }

    /** True once it has acted on something. */
    public boolean isDelivered() {
        return delivered;
    }
}
