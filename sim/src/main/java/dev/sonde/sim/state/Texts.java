package dev.sonde.sim.state;

import dev.sonde.sim.kernel.Mix;

import org.jspecify.annotations.Nullable;

/** 64 bits for texts; those that come again and again are not worked out again. */
final class Texts {

    private static final int ROOM = 1024;

    private final @Nullable String[] known = new @Nullable String[ROOM];
    private final long[] hashes = new long[ROOM];

    long hash(String text) {
        int hash = text.hashCode();
        int at = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (ROOM - 1);
        if (!text.equals(known[at])) {
            known[at] = text;
            hashes[at] = Mix.mix(text);
        }
        return hashes[at];
    }
}
