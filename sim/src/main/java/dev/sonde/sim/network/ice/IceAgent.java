package dev.sonde.sim.network.ice;

import dev.sonde.sim.network.nat.Endpoint;
import dev.sonde.transitions.Rule;
import dev.sonde.transitions.Visits;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * One side's ICE for one data stream with one component. The owner gathers, carries what
 * {@link IceOutput} asks for, and calls {@link #wake} at {@link #nextDeadlineNanos}.
 *
 * <p>A wake-up that comes early changes nothing. Candidates and checks that come before the other
 * side's description wait for it.
 */
public final class IceAgent {

    private static final int NUMBER_BITS = 16;
    private static final int MOST_EARLY = 16;

    /** Which rules of the two tables were used. */
    public record Coverage(Visits pairs, Visits agents) {

        public Coverage() {
            this(PairTable.TABLE.newVisits(), AgentTable.TABLE.newVisits());
        }
    }

    private record Early(Candidate local, long source, int priority, boolean nominate) {}

    private final IceOutput output;
    private final Visits visits;
    private final CheckList list;
    private final Nomination nomination;
    private final Timers timers;
    private final Pairing pairing;
    private final List<Early> early = new ArrayList<>(0);

    private AgentState state = AgentState.NEW;
    private boolean controlling;
    private long tieBreaker;

    /** @param tieBreaker decides if both sides take the same role; drawn by the owner */
    public IceAgent(
            IceProfile profile,
            boolean controlling,
            long tieBreaker,
            IceOutput output,
            Coverage coverage) {
        this.controlling = controlling;
        this.tieBreaker = tieBreaker;
        this.output = output;
        this.visits = coverage.agents();
        this.list = new CheckList(profile, coverage.pairs());
        this.nomination = new Nomination(profile, list, output);
        this.pairing = new Pairing(list, nomination, output);
        this.timers = new Timers(profile, this, list, nomination, output);
    }

    public AgentState state() {
        return state;
    }

    public boolean isControlling() {
        return controlling;
    }

    public long tieBreaker() {
        return tieBreaker;
    }

    /** The pair that data goes over; null if none works yet. */
    public @Nullable CandidatePair using() {
        return nomination.using();
    }

    /** All pairs that live, best one first. */
    public List<CandidatePair> pairs() {
        return List.copyOf(list.pairs());
    }

    /** Pairs that were given up for a better one. */
    public List<CandidatePair> removed() {
        return List.copyOf(list.removed());
    }

    boolean isRunning() {
        return state != AgentState.NEW && state != AgentState.FAILED && state != AgentState.CLOSED;
    }

    /** A candidate of this side was gathered. */
    public void addLocal(long nowNanos, Candidate candidate) {
        pairing.addLocal(candidate, controlling);
        if (isRunning()) {
            timers.look(nowNanos);
        }
    }

    /**
     * The other side's description is known.
     *
     * @throws IllegalStateException if one was known already
     */
    public void start(long nowNanos) {
        move(AgentInput.START, AgentState.CHECKING);
        nomination.start(nowNanos);
        for (Early check : early) {
            learn(nowNanos, check.local, check.source, check.priority, check.nominate);
        }
        early.clear();
        timers.look(nowNanos);
    }

    /** A candidate of the other side was told, after its description. */
    public void addRemote(long nowNanos, Candidate candidate) {
        if (isRunning()) {
            pairing.addRemote(candidate, controlling);
            timers.look(nowNanos);
        }
    }

    /** True if data from there is from the other side, as far as addresses tell. */
    public boolean knows(long source) {
        for (int i = 0; i < early.size(); i++) {
            if (early.get(i).source == source) {
                return true;
            }
        }
        return pairing.remote(source) != null;
    }

    /**
     * A check of the other side arrived.
     *
     * @param local the base that it arrived at
     * @param source where it came from
     * @param priority its PRIORITY attribute
     * @param fromControlling the role that its sender thinks it has
     * @param nominates true if it carries USE-CANDIDATE
     */
    public void onCheck(
            long nowNanos,
            Candidate local,
            long source,
            long transaction,
            int priority,
            boolean fromControlling,
            long itsTieBreaker,
            boolean nominates) {
        if (state == AgentState.CLOSED) {
            return;
        }
        if (fromControlling == controlling && !yields(itsTieBreaker)) {
            output.conflict(local, source, transaction);
            return;
        }
        output.answer(local, source, transaction);
        if (state == AgentState.NEW) {
            if (early.size() < MOST_EARLY) {
                early.add(new Early(local, source, priority, nominates));
            }
        } else if (isRunning()) {
            learn(nowNanos, local, source, priority, nominates);
            timers.look(nowNanos);
        }
    }

    /** Section 7.3.1.1: the larger tie-breaker is or becomes the controlling one. */
    private boolean yields(long itsTieBreaker) {
        boolean larger = Long.compareUnsigned(tieBreaker, itsTieBreaker) >= 0;
        if (larger == controlling) {
            return false;
        }
        takeRole(!controlling);
        return true;
    }

    private void takeRole(boolean nowControlling) {
        controlling = nowControlling;
        list.prioritise(nowControlling);
        nomination.forget();
    }

    private void learn(
            long nowNanos, Candidate local, long source, int priority, boolean nominates) {
        CandidatePair pair = pairing.cameBy(local, source, priority, nominates, controlling);
        if (pair == null) {
            return;
        }
        pair.permitted = true;
        pair.heard(nowNanos);
        boolean checksAgain = pair.move(PairInput.TRIGGER, PairState.WAITING);
        if (checksAgain || pair.state == PairState.WAITING) {
            list.trigger(pair);
        }
        if (nominates && !controlling) {
            pair.nominatedByPeer = true;
            if (pair.isUsable()) {
                nomination.nominated(pair, controlling);
            }
        }
    }

    /**
     * A check was answered.
     *
     * @param local the base at which the answer arrived
     * @param mapped this side's address as the other side saw it
     */
    public void onAnswer(
            long nowNanos, Candidate local, long source, long transaction, long mapped) {
        CandidatePair pair = isRunning() ? list.byId((int) (transaction >> NUMBER_BITS)) : null;
        if (pair == null) {
            return;
        }
        if (!pair.isBetween(local, source)) {
            if (pair.move(PairInput.MISDIRECTED, PairState.FAILED)) {
                fail(pair, "answered from another address");
            }
            timers.look(nowNanos);
            return;
        }
        boolean isFirst = !pair.isUsable();
        if (pair.move(PairInput.ANSWER, PairState.SUCCEEDED)) {
            int number = (int) transaction & ((1 << NUMBER_BITS) - 1);
            succeed(nowNanos, pair, number, mapped, isFirst);
        }
        timers.look(nowNanos);
    }

    private void succeed(
            long nowNanos, CandidatePair pair, int number, long mapped, boolean isFirst) {
        pair.answered(number, nowNanos);
        pair.seenAs = pairing.seenAs(pair.local, mapped);
        if (isFirst) {
            pair.fate = "";
            pair.dueNanos = CheckList.NEVER;
            list.unfreezeLike(pair);
            output.fared(pair, "works");
        }
        if (controlling ? number >= pair.nominatingFrom : pair.nominatedByPeer) {
            nomination.nominated(pair, controlling);
        }
        move(AgentInput.ANSWERED, AgentState.CONNECTED);
        nomination.choose();
    }

    /** A check was refused with 487: the other side keeps the role that this side claimed. */
    public void onConflict(long nowNanos, long transaction, boolean claimedControlling) {
        CandidatePair pair = isRunning() ? list.byId((int) (transaction >> NUMBER_BITS)) : null;
        if (pair == null) {
            return;
        }
        PairState next = pair.isUsable() ? PairState.SUCCEEDED : PairState.WAITING;
        if (pair.move(PairInput.CONFLICT, next)) {
            if (claimedControlling == controlling) {
                takeRole(!controlling);
                tieBreaker = output.draw(Long.MAX_VALUE);
            }
            list.trigger(pair);
        }
        timers.look(nowNanos);
    }

    /** The TURN server lets this endpoint's address in, or refuses to. */
    public void permitted(long nowNanos, long peer, boolean granted) {
        for (CandidatePair pair : list.pairs()) {
            if (pair.local.isRelay() && sameAddress(pair.remote.endpoint(), peer)) {
                if (granted) {
                    pair.permitted = true;
                } else if (pair.move(PairInput.REFUSED, PairState.FAILED)) {
                    fail(pair, "no permission at the TURN server");
                }
            }
        }
        timers.look(nowNanos);
    }

    private static boolean sameAddress(long one, long other) {
        return Endpoint.address(one) == Endpoint.address(other);
    }

    /** Data arrived from there. */
    public void heard(long nowNanos, Candidate local, long source) {
        CandidatePair pair = list.find(local, source);
        if (pair != null) {
            pair.heard(nowNanos);
        }
    }

    /** Does what is due. */
    public void wake(long nowNanos) {
        if (isRunning()) {
            timers.wake(nowNanos);
        }
    }

    /** When to be woken; {@link Long#MAX_VALUE} if never. */
    public long nextDeadlineNanos() {
        return isRunning() ? timers.nextNanos() : Long.MAX_VALUE;
    }

    /** Tells of each pair that was not decided yet. */
    public void close() {
        if (isRunning()) {
            list.tellUndecided(output);
        }
        move(AgentInput.CLOSE, AgentState.CLOSED);
    }

    void fail(CandidatePair pair, String why) {
        pair.fate = why;
        pair.dueNanos = CheckList.NEVER;
        pair.nominating = false;
        pair.nominatingFrom = Integer.MAX_VALUE;
        pair.nominated = false;
        output.fared(pair, why);
        nomination.choose();
    }

    void send(CandidatePair pair, long nowNanos) {
        pair.move(PairInput.SEND, pair.isUsable() ? PairState.SUCCEEDED : PairState.IN_PROGRESS);
        boolean nominates = controlling && pair.nominating;
        int number = pair.sends(nowNanos);
        if (nominates) {
            pair.nominatingFrom = Math.min(pair.nominatingFrom, number);
        }
        output.check(
                pair.local,
                pair.remote.endpoint(),
                ((long) pair.id << NUMBER_BITS) | number,
                CandidateType.PRFLX.priority(),
                nominates);
    }

    /** Moves by the table and tells of a change. */
    void move(AgentInput input, AgentState target) {
        Rule rule = AgentTable.TABLE.visit(state, input, visits);
        if (rule.kind() == Rule.Kind.MOVES) {
            AgentTable.TABLE.check(rule, target);
            state = target;
            output.stateChanged(target);
        }
    }
}
