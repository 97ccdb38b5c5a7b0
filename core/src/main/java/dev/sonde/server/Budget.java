package dev.sonde.server;

/**
 * What one connection may cost before it is cut: two token buckets, of frames and of bytes. Frames
 * are twice the events that the lobby admits: it refuses those in between, which costs no less.
 */
final class Budget {

    static final int BURST_FRAMES = 400;
    static final int FRAMES_PER_SECOND = 100;
    static final int BURST_BYTES = 4 << 20;
    static final int BYTES_PER_SECOND = 1 << 20;

    private static final double NANOS_PER_SECOND = 1e9;

    private double frames = BURST_FRAMES;
    private double bytes = BURST_BYTES;
    private long refilledNanos;

    Budget(long nowNanos) {
        this.refilledNanos = nowNanos;
    }

    /** False once there is nothing left. */
    boolean admit(int frameBytes, long nowNanos) {
        double seconds = (nowNanos - refilledNanos) / NANOS_PER_SECOND;
        refilledNanos = nowNanos;
        frames = Math.min(BURST_FRAMES, frames + seconds * FRAMES_PER_SECOND) - 1;
        bytes = Math.min(BURST_BYTES, bytes + seconds * BYTES_PER_SECOND) - frameBytes;
        return frames >= 0 && bytes >= 0;
    }
}
