package dev.sonde.sim.network.ice;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What an agent does by the clock: ticks, retransmissions, keepalives, giving up. */
final class Timers {

    private static final long NEVER = Long.MAX_VALUE;
    private static final int WHOLE_PPM = 1_000_000;

    private final IceProfile profile;
    private final IceAgent agent;
    private final CheckList list;
    private final Nomination nomination;
    private final IceOutput output;

    private long startedNanos = NEVER;
    private long lastTickNanos = NEVER;
    private long tickNanos = NEVER;
    private long keepaliveNanos = NEVER;
    private long nominationNanos = NEVER;
    private long nextNanos = NEVER;
    private @Nullable CandidatePair kept;

    Timers(
            IceProfile profile,
            IceAgent agent,
            CheckList list,
            Nomination nomination,
            IceOutput output) {
        this.profile = profile;
        this.agent = agent;
        this.list = list;
        this.nomination = nomination;
        this.output = output;
    }

    long nextNanos() {
        return nextNanos;
    }

    /** Something changed: nominates if that is due, and works out when to wake. */
    void look(long nowNanos) {
        if (startedNanos == NEVER) {
            startedNanos = nowNanos;
        }
        if (!agent.isRunning()) {
            nextNanos = NEVER;
            return;
        }
        if (agent.isControlling()) {
            nominationNanos = nomination.nominate(nowNanos);
        }
        CandidatePair using = nomination.using();
        if (using != kept) {
            kept = using;
            keepaliveNanos = using == null ? NEVER : nowNanos + interval();
        }
        long ready = list.readyNanos();
        tickNanos = ready == NEVER ? NEVER : onGrid(Math.max(ready, nowNanos));
        long next = Math.min(Math.min(tickNanos, keepaliveNanos), nominationNanos);
        List<CandidatePair> pairs = list.pairs();
        for (int i = 0; i < pairs.size(); i++) {
            next = Math.min(next, dueNanos(pairs.get(i)));
        }
        if (using == null) {
            next = Math.min(next, startedNanos + profile.startFailsNanos());
        }
        // What never happens is not waited for: a timer for it would keep a run from ending.
        nextNanos = next >= IceProfiles.NEVER ? NEVER : next;
    }

    private long interval() {
        int spread = profile.keepaliveSpreadPpm();
        long drawn = spread == 0 ? 0 : output.draw(2L * spread + 1) - spread;
        return profile.keepaliveNanos() + profile.keepaliveNanos() / WHOLE_PPM * drawn;
    }

    /** The first tick at or after an instant; ticks go on at their pace from the first one. */
    private long onGrid(long atNanos) {
        if (lastTickNanos == NEVER) {
            return atNanos;
        }
        long pace = profile.paceNanos();
        long ticks = Math.max(1, (atNanos - lastTickNanos + pace - 1) / pace);
        return lastTickNanos + ticks * pace;
    }

    /** When something has to be done about a pair, apart from ticks. */
    private long dueNanos(CandidatePair pair) {
        if (pair.isUsable()) {
            return usableDueNanos(pair);
        }
        if (pair.state != PairState.IN_PROGRESS) {
            return NEVER;
        }
        if (profile.retransmits()) {
            return pair.dueNanos;
        }
        long due = pair.firstUnansweredNanos + profile.pairFailsNanos();
        return pair.sent >= profile.mostChecks()
                ? Math.min(due, pair.lastSentNanos + profile.strongPaceNanos())
                : due;
    }

    private long usableDueNanos(CandidatePair pair) {
        if (pair.unanswered == 0) {
            return NEVER;
        }
        long first = pair.firstUnansweredNanos;
        long due = Math.min(pair.dueNanos, first + profile.failedNanos());
        if (pair == nomination.using()) {
            if (!pair.silent) {
                due = Math.min(due, silentAtNanos(pair));
            }
            if (agent.state() == AgentState.CONNECTED
                    && pair.unanswered >= profile.disconnectedChecks()) {
                due = Math.min(due, first + profile.disconnectedNanos());
            }
        }
        return due;
    }

    private long silentAtNanos(CandidatePair pair) {
        return Math.max(pair.lastHeardNanos, pair.firstUnansweredNanos) + profile.silentNanos();
    }

    void wake(long nowNanos) {
        if (nowNanos < nextNanos) {
            return;
        }
        List<CandidatePair> pairs = list.pairs();
        for (int i = 0; i < pairs.size(); i++) {
            if (dueNanos(pairs.get(i)) <= nowNanos) {
                act(pairs.get(i), nowNanos);
            }
        }
        giveUp(nowNanos);
        CandidatePair using = nomination.using();
        if (agent.isRunning() && using != null && keepaliveNanos <= nowNanos) {
            keepaliveNanos = nowNanos + interval();
            agent.send(using, nowNanos);
        }
        if (agent.isRunning() && tickNanos <= nowNanos) {
            tick(nowNanos);
        }
        look(nowNanos);
    }

    private void act(CandidatePair pair, long nowNanos) {
        if (pair.isUsable()) {
            actOnUsable(pair, nowNanos);
        } else if (profile.retransmits() && pair.retransmissions < profile.mostChecks()) {
            transmit(pair, nowNanos);
        } else {
            expire(pair, "no answer to " + pair.sent + " checks");
        }
    }

    private void actOnUsable(CandidatePair pair, long nowNanos) {
        if (nowNanos >= pair.firstUnansweredNanos + profile.failedNanos()) {
            expire(pair, "no consent for too long");
            return;
        }
        if (pair == nomination.using() && !pair.silent && nowNanos >= silentAtNanos(pair)) {
            pair.silent = true;
            nomination.choose();
        }
        if (pair == nomination.using()
                && pair.unanswered >= profile.disconnectedChecks()
                && nowNanos >= pair.firstUnansweredNanos + profile.disconnectedNanos()) {
            agent.move(AgentInput.SILENT, AgentState.DISCONNECTED);
        }
        if (pair.dueNanos <= nowNanos) {
            nominateAgain(pair, nowNanos);
        }
    }

    private void nominateAgain(CandidatePair pair, long nowNanos) {
        if (pair.nominated || !pair.nominating) {
            pair.dueNanos = NEVER;
        } else if (pair.retransmissions < profile.mostChecks()) {
            transmit(pair, nowNanos);
        } else {
            expire(pair, "no answer to the nomination");
        }
    }

    private void expire(CandidatePair pair, String why) {
        pair.move(PairInput.EXPIRE, PairState.FAILED);
        agent.fail(pair, why);
    }

    private void giveUp(long nowNanos) {
        if (nomination.using() != null) {
            return;
        }
        boolean lost = agent.state() != AgentState.CHECKING && list.active() == 0;
        if (lost || nowNanos >= startedNanos + profile.startFailsNanos()) {
            agent.move(AgentInput.GIVE_UP, AgentState.FAILED);
        }
    }

    private void tick(long nowNanos) {
        lastTickNanos = tickNanos;
        CandidatePair pair = list.pick(nowNanos);
        while (pair != null) {
            pair.retransmissions = 0;
            transmit(pair, nowNanos);
            pair = profile.everyPairEachTick() ? list.pick(nowNanos) : null;
        }
    }

    /** Sends a check, and sets the timer of its transaction where it has one (section 14.3). */
    private void transmit(CandidatePair pair, long nowNanos) {
        agent.send(pair, nowNanos);
        if (!profile.retransmits()) {
            return;
        }
        if (pair.retransmissions == 0) {
            pair.rtoNanos = Math.max(profile.rtoNanos(), profile.paceNanos() * list.active());
        }
        pair.retransmissions++;
        pair.dueNanos = nowNanos
                + (pair.retransmissions == profile.mostChecks()
                        ? pair.rtoNanos * profile.lastWait()
                        : pair.rtoNanos << (pair.retransmissions - 1));
    }
}
