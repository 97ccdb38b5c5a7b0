package dev.sonde.sim.oracle;

import java.util.concurrent.TimeUnit;

/**
 * Whose client may still be measuring for a probe that has ended (protocol.md, The known client):
 * who got start and has not reported, until the own late result, another page, 2.5 s after the
 * other's report, or 21 s after the start.
 */
final class DrainingBook {

    /** One lost pong (2 s) and the way of the report. */
    static final long AFTER_THE_OTHERS_REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(2500);

    /** The known client's worst case of 20.4 s, rounded up. */
    static final long AFTER_START_NANOS = TimeUnit.SECONDS.toNanos(21);

    private final Ledger ledger;

    DrainingBook(Ledger ledger) {
        this.ledger = ledger;
    }

    void ended(ProbeLog probe) {
        begin(probe, probe.a);
        begin(probe, probe.b);
        dropIfDone(probe);
    }

    /** A late result came from this member. */
    void reported(ProbeLog probe, Side side) {
        if (side.person.drainingFor == probe) {
            side.person.drainingFor = null;
            side.person.changedAtNanos = ledger.nowNanos;
        }
        Side other = probe.other(side);
        if (other.person.drainingFor == probe) {
            other.person.drainingUntilNanos = StrictMath.min(
                    other.person.drainingUntilNanos,
                    ledger.nowNanos + AFTER_THE_OTHERS_REPORT_NANOS);
        }
        dropIfDone(probe);
    }

    void clear(Person person) {
        ProbeLog probe = person.drainingFor;
        if (probe != null) {
            person.drainingFor = null;
            dropIfDone(probe);
        }
    }

    private void begin(ProbeLog probe, Side side) {
        if (!side.isStarted || side.said != Side.Said.NOTHING || side.hasNewPage) {
            return;
        }
        long until = side.startedAtNanos + AFTER_START_NANOS;
        Side other = probe.other(side);
        if (other.said != Side.Said.NOTHING) {
            until = StrictMath.min(until, other.saidAtNanos + AFTER_THE_OTHERS_REPORT_NANOS);
        }
        clear(side.person);
        side.person.drainingFor = probe;
        side.person.drainingUntilNanos = until;
    }

    /** Nobody needs the probe once nobody drains for it. */
    private void dropIfDone(ProbeLog probe) {
        if (probe.a.person.drainingFor != probe && probe.b.person.drainingFor != probe) {
            ledger.drop(probe);
        }
    }
}
