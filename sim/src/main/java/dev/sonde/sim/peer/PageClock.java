package dev.sonde.sim.peer;

import java.util.ArrayList;
import java.util.List;

/**
 * The clock that a page reads: whole milliseconds, running at a rate of its own, and sometimes set
 * back.
 */
final class PageClock {

    private static final long PPM = 1_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private record Piece(long fromNanos, long shownNanos, int driftPpm) {}

    private final List<Piece> pieces = new ArrayList<>(1);
    private int mostDriftPpm;

    PageClock(int driftPpm) {
        add(new Piece(0, 0, driftPpm));
    }

    private void add(Piece piece) {
        pieces.add(piece);
        mostDriftPpm = Math.max(mostDriftPpm, Math.abs(piece.driftPpm));
    }

    /**
     * From now on it runs this much too fast, in millionths; negative is too slow.
     *
     * @return false if it did so before
     */
    boolean setRate(long nowNanos, int driftPpm) {
        boolean changes = pieces.get(pieces.size() - 1).driftPpm != driftPpm;
        add(new Piece(nowNanos, shownNanos(nowNanos), driftPpm));
        return changes;
    }

    /** At that instant, which is not before an earlier one, it is set back. */
    void stepBack(long atNanos, long byNanos) {
        Piece last = pieces.get(pieces.size() - 1);
        long from = Math.max(atNanos, last.fromNanos);
        add(new Piece(from, shownNanos(from) - byNanos, last.driftPpm));
    }

    /** What the page reads then, in whole milliseconds. */
    long millis(long atNanos) {
        return Math.floorDiv(shownNanos(atNanos), NANOS_PER_MILLI);
    }

    /** How far at most its rate can falsify a duration, in nanoseconds. */
    long driftNanos(long durationNanos) {
        return ceilPpm(durationNanos, mostDriftPpm);
    }

    /** True time until a timer fires that is set for this time on the page's clock. */
    long timerNanos(long delayNanos) {
        int drift = pieces.get(pieces.size() - 1).driftPpm;
        return drift == 0
                ? delayNanos
                : Math.floorDiv(delayNanos, PPM + drift) * PPM
                        + Math.floorMod(delayNanos, PPM + drift) * PPM / (PPM + drift);
    }

    private long shownNanos(long atNanos) {
        int i = pieces.size() - 1;
        while (i > 0 && pieces.get(i).fromNanos > atNanos) {
            i--;
        }
        Piece piece = pieces.get(i);
        long passed = atNanos - piece.fromNanos;
        return piece.shownNanos + passed + scalePpm(passed, piece.driftPpm);
    }

    private static long scalePpm(long nanos, int ppm) {
        return nanos / PPM * ppm + nanos % PPM * ppm / PPM;
    }

    private static long ceilPpm(long nanos, int ppm) {
        return ppm == 0 ? 0 : scalePpm(nanos, ppm) + 1;
    }
}
