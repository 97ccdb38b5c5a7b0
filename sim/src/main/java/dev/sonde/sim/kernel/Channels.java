package dev.sonde.sim.kernel;

import java.util.Arrays;

/**
 * The channels: for each, its pending events from head to tail, linked by the rows of the
 * {@link EventTable}.
 *
 * <p>The number of a closed channel is given out again, but only after its last event is gone.
 */
final class Channels {

    /** No row. */
    static final int NONE = -1;

    private static final int FIRST_CAPACITY = 8;

    private int[] heads = new int[FIRST_CAPACITY];
    private int[] tails = new int[FIRST_CAPACITY];
    private boolean[] open = new boolean[FIRST_CAPACITY];
    private int[] freeChannels = new int[FIRST_CAPACITY];
    private int freeCount;
    private int usedChannels;

    /** By row: the row behind it on its channel, and the one before it. */
    private int[] next = new int[FIRST_CAPACITY];

    private int[] previous = new int[FIRST_CAPACITY];

    int open() {
        int channel = freeCount > 0 ? freeChannels[--freeCount] : freshChannel();
        heads[channel] = NONE;
        tails[channel] = NONE;
        open[channel] = true;
        return channel;
    }

    private int freshChannel() {
        if (usedChannels == heads.length) {
            int capacity = usedChannels * 2;
            heads = Arrays.copyOf(heads, capacity);
            tails = Arrays.copyOf(tails, capacity);
            open = Arrays.copyOf(open, capacity);
            freeChannels = Arrays.copyOf(freeChannels, capacity);
        }
        return usedChannels++;
    }

    /** @throws IllegalArgumentException if the channel is not open */
    void close(int channel) {
        checkOpen(channel);
        open[channel] = false;
        if (heads[channel] == NONE) {
            freeChannels[freeCount++] = channel;
        }
    }

    /** @throws IllegalArgumentException if the channel is not open */
    void checkOpen(int channel) {
        if (channel < 0 || channel >= usedChannels || !open[channel]) {
            throw new IllegalArgumentException(
                    "channel " + channel + " is not open; open one with openChannel()");
        }
    }

    /** The last pending event's row, or {@link #NONE}. */
    int tail(int channel) {
        return tails[channel];
    }

    boolean isHead(int channel, int row) {
        return heads[channel] == row;
    }

    /** The row behind this one on its channel, or {@link #NONE}. */
    int behind(int row) {
        return next[row];
    }

    void append(int channel, int row) {
        if (row >= next.length) {
            int capacity = Math.max(next.length * 2, row + 1);
            next = Arrays.copyOf(next, capacity);
            previous = Arrays.copyOf(previous, capacity);
        }
        int tail = tails[channel];
        next[row] = NONE;
        previous[row] = tail;
        tails[channel] = row;
        if (tail == NONE) {
            heads[channel] = row;
        } else {
            next[tail] = row;
        }
    }

    void unlink(int channel, int row) {
        int before = previous[row];
        int behind = next[row];
        if (before == NONE) {
            heads[channel] = behind;
        } else {
            next[before] = behind;
        }
        if (behind == NONE) {
            tails[channel] = before;
        } else {
            previous[behind] = before;
        }
        if (before == NONE && behind == NONE && !open[channel]) {
            freeChannels[freeCount++] = channel;
        }
    }

    /** Forgets all channels; their numbers start again. */
    void clear() {
        Arrays.fill(open, 0, usedChannels, false);
        freeCount = 0;
        usedChannels = 0;
    }
}
