package dev.sonde.sim.peer;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.network.Measurement;
import dev.sonde.sim.network.PeerConnection;

import org.jspecify.annotations.Nullable;

/**
 * The probe's side of a page, as the known client does it (protocol page, "The known client").
 *
 * <p>It holds one probe. Each start that it handles begins a <em>run</em> of its own, which ends in
 * one report: when the measurement is through, or when its connect timer fires first. A run does
 * not know what became of its probe; when it ends, however late, it closes whatever probe the page
 * holds by then.
 */
final class ProbeClient {

    static final int PINGS = 5;
    static final long PING_GAP_NANOS = 100_000_000L;

    private static final long PING_TIMEOUT_NANOS = 2_000_000_000L;
    private static final long CONNECT_NANOS = 10_000_000_000L;
    private static final long SECOND_OFFER_NANOS = 100_000_000L;
    private static final long CLOCK_NANOS = 2_000_000L;

    /** What one handled start leads to. */
    static final class Run {

        private final ProbeHold probe;
        private long timer;
        private boolean over;
        private long frozenBeforeNanos;

        Run(ProbeHold probe) {
            this.probe = probe;
        }
    }

    private final Page page;
    private final Habit habit;
    private @Nullable ProbeHold held;

    ProbeClient(Page page, Habit habit) {
        this.page = page;
        this.habit = habit;
    }

    void onMessage(ServerMessage message) {
        if (!habit.takesPart()) {
            return;
        }
        int handlers = habit.handlers(page.connects());
        for (int i = 0; i < handlers; i++) {
            if (message instanceof ServerMessage.Prepare prepare) {
                onPrepare(prepare);
            } else if (message instanceof ServerMessage.Start start) {
                onStart(start);
            } else if (message instanceof ServerMessage.RelayedSignal signal) {
                ProbeHold probe = heldFor(signal.probe());
                if (probe != null) {
                    probe.onSignal(signal);
                }
            } else if (message instanceof ServerMessage.Cancel cancel && habit.isModern()) {
                onCancel(cancel);
            }
        }
    }

    /** True if the probe that is held was never started. */
    boolean holdsUnused() {
        ProbeHold probe = held;
        return probe != null && probe.isUnused();
    }

    private @Nullable ProbeHold heldFor(ProbeId id) {
        ProbeHold probe = held;
        return probe != null && probe.id().equals(id) ? probe : null;
    }

    private void onPrepare(ServerMessage.Prepare prepare) {
        drop();
        boolean turn = prepare.turn() != null && page.spec().usesTurn();
        held = new ProbeHold(this, page, prepare.probe(), prepare.peer(), turn);
        page.world().grapevine().tell(prepare.probe(), page.subject(), prepare.peer());
        habit.ready(page, prepare.probe());
        habit.onPrepared(page, prepare.probe(), prepare.peer());
    }

    /** Lets go of the probe that is held. The run of a modern client ends with it; others go on. */
    private void drop() {
        ProbeHold probe = held;
        held = null;
        if (probe == null) {
            return;
        }
        Run run = probe.run;
        if (run != null && habit.isModern()) {
            end(run);
        }
        if (habit.closes()) {
            probe.close();
        }
    }

    private void onStart(ServerMessage.Start start) {
        ProbeHold probe = heldFor(start.probe());
        if (probe == null) {
            return;
        }
        Run run = new Run(probe);
        // A second start takes over what the first one waits for; only the first one's timer is
        // left to it.
        probe.run = run;
        run.timer = page.timer(CONNECT_NANOS, Page.CONNECT_TIMER, run);
        if (!probe.start(offers(probe.peer()))) {
            page.timer(SECOND_OFFER_NANOS, Page.OFFER_REFUSED, run);
        }
    }

    private boolean offers(SubjectId peer) {
        return ClientOrder.compare(page.subject().value(), peer.value()) < 0;
    }

    private void onCancel(ServerMessage.Cancel cancel) {
        ProbeHold probe = heldFor(cancel.probe());
        if (probe == null) {
            return;
        }
        Run run = probe.run;
        if (run == null) {
            report(probe.id(), Report.FAILURE, ClientMessage.Details.NONE);
            drop();
        } else if (probe.isMeasuring()) {
            probe.connection().stopMeasuring();
        } else {
            onRunFailed(run);
        }
    }

    /** The connect timer fired, or the browser refused to offer twice. */
    void onRunFailed(Run run) {
        if (!run.over) {
            end(run);
            report(run.probe.id(), Report.FAILURE, ClientMessage.Details.NONE);
            drop();
        }
    }

    private void end(Run run) {
        run.over = true;
        page.cancel(run.timer);
    }

    void onOpen(ProbeHold probe) {
        Run run = probe.run;
        if (run == null || run.over) {
            return;
        }
        page.cancel(run.timer);
        run.frozenBeforeNanos = page.frozenNanos();
        PeerConnection connection = probe.connection();
        page.world()
                .observer()
                .mediaOpened(
                        page.subject(),
                        probe.id(),
                        connection.trueRttNanos(),
                        connection.selectedCandidateType());
        if (habit.isModern()) {
            page.send(new ClientMessage.Connected(probe.id()));
        }
        habit.onOpened(page);
        connection.measure(PINGS, PING_TIMEOUT_NANOS, habit.pingGapNanos());
    }

    void onMeasured(ProbeHold probe, Measurement measurement) {
        Run run = probe.run;
        if (run == null || run.over) {
            return;
        }
        end(run);
        Samples samples = new Samples(measurement, page.clock(), habit);
        Report report = samples.count() == 0
                ? Report.FAILURE
                : Report.ofSuccess((double) samples.medianMillis());
        if (report instanceof Report.Success && page.spec().behaviour().isTruthful()) {
            page.world()
                    .observer()
                    .honestResult(
                            page.subject(),
                            probe.id(),
                            samples.medianMillis(),
                            samples.trueMedianNanos(),
                            CLOCK_NANOS + samples.driftNanos() + unseenNanos(run));
        }
        ClientMessage.Details details = habit.isModern()
                ? samples.details(probe.connection().selectedCandidateType())
                : ClientMessage.Details.NONE;
        report(probe.id(), report, details);
        drop();
    }

    /** For how long pongs may have waited for the page, whose timers may be late when it thaws. */
    private long unseenNanos(Run run) {
        long frozen = page.frozenNanos() - run.frozenBeforeNanos;
        return frozen == 0 ? 0 : frozen + page.world().kernel().latenessNanos();
    }

    private void report(ProbeId probe, Report report, ClientMessage.Details details) {
        habit.report(page, new ClientMessage.Result(probe, report, details));
    }

    boolean isModern() {
        return habit.isModern();
    }

    /** The page goes away, and its connections with it. */
    void unload() {
        ProbeHold probe = held;
        held = null;
        if (probe != null) {
            if (probe.run != null) {
                end(probe.run);
            }
            probe.close();
        }
    }

    /** The connection in use is frozen with its page. */
    void freeze(long untilNanos) {
        if (held != null) {
            held.connection().freeze(untilNanos);
        }
    }
}
