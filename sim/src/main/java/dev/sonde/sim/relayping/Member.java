package dev.sonde.sim.relayping;

import org.jspecify.annotations.Nullable;

/** Somebody with a connection, for as long as it counts. */
final class Member {

    final String name;
    final long connection;
    boolean waits;

    /** True if pairs have not been looked for since it began to wait. */
    boolean isNew;

    @Nullable
    Pair pair;

    Member(String name, long connection) {
        this.name = name;
        this.connection = connection;
    }

    void beginToWait() {
        waits = true;
        isNew = true;
    }
}
