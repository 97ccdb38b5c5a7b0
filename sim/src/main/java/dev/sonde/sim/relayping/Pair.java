package dev.sonde.sim.relayping;

import java.util.Arrays;

/** Two people who are measured. */
final class Pair {

    final PairId id;
    final Half one;
    final Half other;
    final long createdNanos;

    /** A bit for each who said ready. */
    int ready;

    boolean isMeasuring;

    /** What one member's echoes have shown so far. */
    static final class Half {

        final Member member;
        final long[] samples = new long[Settings.ROUNDS];
        int count;

        /** What the member was sent last; -1 if that has come back. */
        long stampNanos = -1;

        private Half(Member member) {
            this.member = member;
        }

        boolean isWhole() {
            return count == samples.length;
        }

        long medianNanos() {
            long[] sorted = Arrays.copyOf(samples, count);
            Arrays.sort(sorted);
            return count == 0 ? 0 : sorted[count / 2];
        }
    }

    Pair(PairId id, Member one, Member other, long createdNanos) {
        this.id = id;
        this.one = new Half(one);
        this.other = new Half(other);
        this.createdNanos = createdNanos;
    }

    Half of(Member member) {
        return member == one.member ? one : other;
    }

    Member partnerOf(Member member) {
        return member == one.member ? other.member : one.member;
    }
}
