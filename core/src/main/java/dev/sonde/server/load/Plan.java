package dev.sonde.server.load;

import dev.sonde.server.Guard;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a load run does.
 *
 * @param clients people, each on a websocket of its own
 * @param probing how many of them are probed again and again; the others are only there
 * @param warmUpMillis before it is measured, and as long once more with attackers; compiling takes
 *     a server's first seconds
 * @param millis how long it is measured, without pauses
 * @param probeMillis over which each member sends its candidates; then the result is reported
 * @param attack what attackers do in each second slice, null for none
 * @param attackers how many there are at a time
 * @param guards the server's
 */
public record Plan(
        int clients,
        int probing,
        int warmUpMillis,
        long millis,
        int probeMillis,
        @Nullable Attack attack,
        int attackers,
        Set<Guard> guards) {

    private static final int LEAST_ROUNDS = 5;
    private static final int ROUND_MILLIS = 4_000;

    private static final int MOST_CLIENTS = 20_000;
    private static final long LEAST_MILLIS = 1_000;

    public Plan {
        if (clients < 1 || clients > MOST_CLIENTS || probing < 0 || probing > clients) {
            throw new IllegalArgumentException("there can be 1 to " + MOST_CLIENTS
                    + " clients, and no more can be probed than there are");
        }
        if (warmUpMillis < 0 || millis < LEAST_MILLIS || probeMillis < 1 || attackers < 0) {
            throw new IllegalArgumentException(
                    "a load run takes at least " + LEAST_MILLIS + " ms, and a probe more than 0");
        }
        guards = Collections.unmodifiableSet(
                guards.isEmpty() ? EnumSet.noneOf(Guard.class) : EnumSet.copyOf(guards));
    }

    /**
     * So many slices without attackers and so many with them, by turns: what else the machine does
     * meanwhile hits both. With no attack these are the two halves of the time, and show how it
     * changes.
     */
    int rounds() {
        return attack == null ? 1 : (int) Math.max(LEAST_ROUNDS, millis / ROUND_MILLIS);
    }

    long sliceMillis() {
        return millis / rounds() / 2;
    }

    long firstAttackMillis() {
        return attack == null ? 0 : warmUpMillis;
    }
}
