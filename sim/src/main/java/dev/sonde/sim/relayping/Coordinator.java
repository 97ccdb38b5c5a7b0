package dev.sonde.sim.relayping;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The coordinator: pairs people in the order in which they join, measures each pair, and matches
 * those within the limit. A passive machine: inputs carry their time, and what is to be done comes
 * back as effects, which the caller performs after the call.
 *
 * <p>A pair lives in two phases. <em>Preparing</em>: both are invited, and both have to say ready.
 * <em>Measuring</em>: each member is sent {@link Settings#ROUNDS} timestamps, the next when the
 * last came back; the median of its round trips is its half, and both halves together are the
 * estimate. A pair that was over the limit or too slow is not tried again; whoever lost a partner
 * waits again at the old place.
 *
 * <p>What it remembers grows with the people it has met and with the pairs that did not fit, so one
 * is for one study, not for ever. Broken ones override the methods that say so; see {@link Broken}.
 */
class Coordinator {

    /** There is nothing to wake up for. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int BOTH = 3;

    private final Settings settings;

    /** Who is connected, by name, in the order in which they joined. */
    private final Map<String, Member> members = new LinkedHashMap<>();

    private final Map<PairId, Pair> pairs = new LinkedHashMap<>();
    private final Set<String> tried = new LinkedHashSet<>();
    private final Map<String, String> partners = new LinkedHashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private long lastPair;

    Coordinator(Settings settings) {
        this.settings = settings;
    }

    /** Somebody's connection opens; an older one of theirs counts no more. */
    final List<Effect> connect(long connection, String name, long nowNanos) {
        due(nowNanos);
        Member before = members.get(name);
        if (before != null) {
            replaced(before);
        }
        members.put(name, new Member(name, connection));
        return done(nowNanos);
    }

    /** A connection has ended. */
    final List<Effect> disconnect(long connection, long nowNanos) {
        due(nowNanos);
        Member member = on(connection);
        if (member != null) {
            lost(member);
        }
        return done(nowNanos);
    }

    /** Somebody says something. */
    final List<Effect> receive(long connection, Message.ToServer message, long nowNanos) {
        due(nowNanos);
        Member member = on(connection);
        if (member == null) {
            refuse(connection, Effect.Refusal.STALE_CONNECTION);
        } else if (message instanceof Message.Join) {
            join(member);
        } else if (message instanceof Message.Leave) {
            gone(member, Effect.Outcome.MEMBER_LEFT);
        } else if (message instanceof Message.Ready ready) {
            ready(member, ready.pair(), nowNanos);
        } else if (message instanceof Message.Echo echo) {
            echo(member, echo, nowNanos);
        }
        return done(nowNanos);
    }

    /** Time has passed. Early, it changes nothing. */
    final List<Effect> wake(long nowNanos) {
        due(nowNanos);
        return done(nowNanos);
    }

    /** When to wake up at the latest; {@link #NEVER} if there is no need. */
    final long nextDeadlineNanos() {
        return pairs.values().stream().mapToLong(this::deadlineNanos).min().orElse(NEVER);
    }

    // What broken ones do otherwise.

    /** True if the pings may begin. */
    boolean isReady(Pair pair) {
        return pair.ready == BOTH;
    }

    /** True if who is ready for the one is ready for the other. */
    boolean isReadyFor(Pair pair, PairId said) {
        return pair.id.equals(said);
    }

    /** True if an echo for the one counts for the other. */
    boolean isEchoFor(Pair pair, PairId said) {
        return pair.id.equals(said);
    }

    /** True if this is the timestamp that the member was sent last. */
    boolean isStamp(Pair.Half half, long stampNanos) {
        return half.stampNanos == stampNanos;
    }

    /** True if the estimate is complete. */
    boolean isMeasured(Pair pair) {
        return pair.one.isWhole() && pair.other.isWhole();
    }

    /** True if so long a round trip makes a match. */
    boolean fits(long rttNanos) {
        return rttNanos <= settings.limitNanos();
    }

    /** When the pair has taken too long. */
    long deadlineNanos(Pair pair) {
        long end = pair.createdNanos + settings.timeoutNanos();
        return pair.isMeasuring
                ? end
                : Math.min(end, pair.createdNanos + settings.preparingNanos());
    }

    /** A newer connection has come. */
    void replaced(Member before) {
        gone(before, Effect.Outcome.MEMBER_LOST);
    }

    /** A connection has ended on its own. */
    void lost(Member member) {
        gone(member, Effect.Outcome.MEMBER_LOST);
    }

    /** Who has lost a partner waits again. */
    void waitsAgain(Member survivor) {
        survivor.beginToWait();
    }

    /** The match is known from here on, also to who comes back without having heard of it. */
    void matched(Member one, Member other) {
        partners.put(one.name, other.name);
    }

    /** A pair is over. */
    void forget(Pair pair) {
        pairs.remove(pair.id);
    }

    final void gone(Member member, Effect.Outcome how) {
        members.remove(member.name);
        member.waits = false;
        Pair pair = member.pair;
        if (pair != null) {
            end(pair, how, -1);
            waitsAgain(pair.partnerOf(member));
        }
    }

    private void join(Member member) {
        if (member.waits || member.pair != null) {
            refuse(member.connection, Effect.Refusal.JOINED_TWICE);
            return;
        }
        String partner = partners.get(member.name);
        if (partner != null) {
            send(member, new Message.Matched(partner));
            return;
        }
        member.beginToWait();
        members.remove(member.name);
        members.put(member.name, member);
    }

    private void ready(Member member, PairId said, long nowNanos) {
        Pair pair = member.pair;
        if (pair == null || !isReadyFor(pair, said)) {
            refuse(member.connection, Effect.Refusal.UNKNOWN_PAIR);
            return;
        }
        int bit = pair.of(member) == pair.one ? 1 : 2;
        if (pair.isMeasuring || (pair.ready & bit) != 0) {
            refuse(member.connection, Effect.Refusal.OUT_OF_PHASE);
            return;
        }
        pair.ready |= bit;
        if (isReady(pair)) {
            pair.isMeasuring = true;
            effects.add(new Effect.Measuring(pair.id));
            ping(pair, pair.one, nowNanos);
            ping(pair, pair.other, nowNanos);
        }
    }

    private void ping(Pair pair, Pair.Half half, long nowNanos) {
        half.stampNanos = nowNanos;
        send(half.member, new Message.Ping(pair.id, nowNanos));
    }

    private void echo(Member member, Message.Echo echo, long nowNanos) {
        Pair pair = member.pair;
        if (pair == null || !isEchoFor(pair, echo.pair())) {
            refuse(member.connection, Effect.Refusal.UNKNOWN_PAIR);
            return;
        }
        Pair.Half half = pair.of(member);
        if (!pair.isMeasuring) {
            refuse(member.connection, Effect.Refusal.OUT_OF_PHASE);
        } else if (half.isWhole() || !isStamp(half, echo.stampNanos())) {
            refuse(member.connection, Effect.Refusal.WRONG_STAMP);
        } else {
            half.samples[half.count++] = nowNanos - half.stampNanos;
            half.stampNanos = -1;
            if (isMeasured(pair)) {
                decide(pair);
            } else if (!half.isWhole()) {
                ping(pair, half, nowNanos);
            }
        }
    }

    private void decide(Pair pair) {
        long rttNanos = pair.one.medianNanos() + pair.other.medianNanos();
        Member one = pair.one.member;
        Member other = pair.other.member;
        if (!fits(rttNanos)) {
            tried.add(key(one, other));
            end(pair, Effect.Outcome.COMPLETE, rttNanos);
            one.beginToWait();
            other.beginToWait();
            return;
        }
        effects.add(new Effect.Ended(pair.id, Effect.Outcome.COMPLETE, rttNanos));
        effects.add(new Effect.Matched(pair.id, one.name, other.name));
        part(pair);
        matched(one, other);
        matched(other, one);
        send(one, new Message.Matched(other.name));
        send(other, new Message.Matched(one.name));
    }

    /** Ends a pair without a match; who is still there is told. */
    private void end(Pair pair, Effect.Outcome how, long rttNanos) {
        effects.add(new Effect.Ended(pair.id, how, rttNanos));
        part(pair);
        Stream.of(pair.one.member, pair.other.member)
                .filter(member -> members.get(member.name) == member)
                .forEach(member -> send(member, new Message.Over(pair.id)));
    }

    private void part(Pair pair) {
        pair.one.member.pair = null;
        pair.other.member.pair = null;
        forget(pair);
    }

    /** Everything whose time has come, before anything else. */
    private void due(long nowNanos) {
        for (Pair pair : List.copyOf(pairs.values())) {
            if (deadlineNanos(pair) <= nowNanos) {
                tried.add(key(pair.one.member, pair.other.member));
                end(pair, pair.isMeasuring ? Effect.Outcome.TIMEOUT : Effect.Outcome.NOT_READY, -1);
                pairs.remove(pair.id);
                pair.one.member.beginToWait();
                pair.other.member.beginToWait();
            }
        }
    }

    /**
     * Pairs whoever can be paired: those who joined first, first. Two who both waited before were
     * tried, or they would be a pair, so one of the two is new.
     */
    private List<Effect> done(long nowNanos) {
        List<Member> waiting =
                members.values().stream().filter(one -> one.waits).toList();
        Deque<Member> news =
                new ArrayDeque<>(waiting.stream().filter(one -> one.isNew).toList());
        for (int i = 0; !news.isEmpty(); i++) {
            Member one = waiting.get(i);
            Iterable<Member> others = news;
            if (one.isNew) {
                one.isNew = false;
                news.remove();
                others = waiting.subList(i + 1, waiting.size());
            }
            pairWithFirst(one, others, nowNanos);
        }
        List<Effect> all = List.copyOf(effects);
        effects.clear();
        return all;
    }

    private void pairWithFirst(Member one, Iterable<Member> others, long nowNanos) {
        for (Member other : others) {
            if (one.waits && other.waits && !tried.contains(key(one, other))) {
                pair(one, other, nowNanos);
                return;
            }
        }
    }

    private void pair(Member one, Member other, long nowNanos) {
        Pair pair = new Pair(new PairId(++lastPair), one, other, nowNanos);
        pairs.put(pair.id, pair);
        effects.add(new Effect.Paired(pair.id, one.name, other.name));
        for (Member member : List.of(one, other)) {
            member.waits = false;
            member.pair = pair;
            send(member, new Message.Invite(pair.id));
        }
    }

    private static String key(Member one, Member other) {
        boolean inOrder = one.name.compareTo(other.name) < 0;
        return (inOrder ? one : other).name + ' ' + (inOrder ? other : one).name;
    }

    private @Nullable Member on(long connection) {
        return members.values().stream()
                .filter(member -> member.connection == connection)
                .findFirst()
                .orElse(null);
    }

    private void send(Member to, Message.ToMember message) {
        effects.add(new Effect.Send(to.connection, message));
    }

    private void refuse(long connection, Effect.Refusal reason) {
        effects.add(new Effect.Refused(connection, reason));
    }
}
