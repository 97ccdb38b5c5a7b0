package dev.sonde.sim.relayping;

import dev.sonde.sim.relayping.Claims.Claim;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds what goes into a coordinator and what comes out of it against the claims. Looks into none,
 * so it judges any.
 */
final class Judge {

    private final Settings settings;
    private final long latenessNanos;
    private final Claims claims;
    private final Map<Long, String> names = new LinkedHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<PairId, Seen> pairs = new LinkedHashMap<>();
    private final Set<String> tried = new LinkedHashSet<>();
    private Effect.@Nullable Ended last;
    private long event;
    private long nowNanos;

    /** Somebody, as far as a coordinator can know. */
    private static final class Person {

        private long connection;
        private boolean isThere;
        private boolean waits;
        private boolean isMatched;
        private int livePairs;
    }

    /** A pair, as far as it was seen. */
    private static final class Seen {

        private final String one;
        private final String other;
        private final long createdNanos;
        private final Set<String> ready = new LinkedHashSet<>();
        private final Map<String, Long> stamps = new LinkedHashMap<>();
        private final Map<String, List<Long>> samples = new LinkedHashMap<>();
        private boolean isMeasuring;

        private Seen(String one, String other, long createdNanos) {
            this.one = one;
            this.other = other;
            this.createdNanos = createdNanos;
        }

        private long halfNanos(String member) {
            List<Long> sorted = new ArrayList<>(samples.getOrDefault(member, List.of()));
            sorted.sort(null);
            return sorted.size() == Settings.ROUNDS ? sorted.get(Settings.ROUNDS / 2) : -1;
        }
    }

    /** @param latenessNanos how late timers may be */
    Judge(Settings settings, long latenessNanos, Claims claims) {
        this.settings = settings;
        this.latenessNanos = latenessNanos;
        this.claims = claims;
    }

    /** From here on things happen in this event. */
    void at(long number, long atNanos) {
        event = number;
        nowNanos = atNanos;
    }

    void connected(long connection, String name) {
        names.put(connection, name);
        Person person = people.computeIfAbsent(name, key -> new Person());
        person.connection = connection;
        person.isThere = true;
        person.waits = false;
    }

    void disconnected(long connection) {
        Person person = on(connection);
        if (person != null) {
            person.isThere = false;
            person.waits = false;
        }
        names.remove(connection);
    }

    void received(long connection, Message.ToServer message) {
        Person person = on(connection);
        String name = names.get(connection);
        if (person == null || name == null) {
            return;
        }
        if (message instanceof Message.Join) {
            person.waits = !person.isMatched;
        } else if (message instanceof Message.Leave) {
            person.isThere = false;
            person.waits = false;
        } else if (message instanceof Message.Ready ready) {
            Seen pair = pairs.get(ready.pair());
            if (pair != null) {
                pair.ready.add(name);
            }
        } else if (message instanceof Message.Echo echo) {
            Seen pair = pairs.get(echo.pair());
            if (pair != null && pair.stamps.remove(name, echo.stampNanos())) {
                pair.samples
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(nowNanos - echo.stampNanos());
            }
        }
    }

    void effect(Effect effect) {
        if (effect instanceof Effect.Paired paired) {
            paired(paired);
        } else if (effect instanceof Effect.Measuring measuring) {
            Seen pair = pairs.get(measuring.pair());
            if (pair != null) {
                pair.isMeasuring = true;
            }
        } else if (effect instanceof Effect.Send send) {
            if (send.message() instanceof Message.Ping ping) {
                ping(send.connection(), ping);
            }
        } else if (effect instanceof Effect.Ended ended) {
            ended(ended);
        } else if (effect instanceof Effect.Matched matched) {
            matched(matched);
        }
    }

    private void paired(Effect.Paired paired) {
        pairs.put(paired.pair(), new Seen(paired.one(), paired.other(), nowNanos));
        for (String name : List.of(paired.one(), paired.other())) {
            Person person = people.get(name);
            if (person == null || !person.isThere) {
                fails(Claim.NO_GHOST, name + " is gone, and in " + paired);
            } else if (++person.livePairs > 1) {
                fails(Claim.ONE_PAIR, name + " is in another pair, and in " + paired);
            }
        }
    }

    private void ping(long connection, Message.Ping ping) {
        Seen pair = pairs.get(ping.pair());
        String name = names.get(connection);
        if (pair == null || name == null) {
            return;
        }
        if (pair.ready.size() < 2) {
            fails(
                    Claim.BOTH_READY,
                    ping + " to " + name + ", and ready for it are only " + pair.ready);
        }
        pair.stamps.put(name, ping.stampNanos());
    }

    private void ended(Effect.Ended ended) {
        Seen pair = pairs.remove(ended.pair());
        if (pair == null) {
            fails(Claim.ENDS_ONCE, ended + ", and it is over or there never was one");
            return;
        }
        last = ended;
        for (String name : List.of(pair.one, pair.other)) {
            Person person = people.get(name);
            if (person != null) {
                person.livePairs--;
            }
        }
        switch (ended.outcome()) {
            case COMPLETE -> measured(ended, pair);
            case NOT_READY, TIMEOUT -> tried.add(key(pair.one, pair.other));
            case MEMBER_LOST, MEMBER_LEFT -> {}
        }
    }

    private void measured(Effect.Ended ended, Seen pair) {
        tried.add(key(pair.one, pair.other));
        long one = pair.halfNanos(pair.one);
        long other = pair.halfNanos(pair.other);
        if (one < 0 || other < 0) {
            fails(
                    Claim.TWO_HALVES,
                    ended + ", and " + (one < 0 ? pair.one : pair.other) + "'s half is not whole");
        } else if (one + other != ended.rttNanos()) {
            fails(
                    Claim.TWO_HALVES,
                    ended + ", and the halves are " + one + " and " + other + " ns");
        }
    }

    private void matched(Effect.Matched matched) {
        Effect.Ended before = last;
        long rttNanos =
                before != null && before.pair().equals(matched.pair()) ? before.rttNanos() : -1;
        if (rttNanos < 0 || rttNanos > settings.limitNanos()) {
            fails(
                    Claim.LIMIT,
                    matched + ", the estimate is " + rttNanos + " ns (-1: none), and the limit "
                            + settings.limitNanos() + " ns");
        }
        for (String name : List.of(matched.one(), matched.other())) {
            Person person = people.get(name);
            if (person == null || !person.isThere) {
                fails(Claim.NO_GHOST, name + " is gone, and in a match");
            } else if (person.isMatched) {
                fails(Claim.MATCHED_ONCE, name + " has a partner, and " + matched);
            } else {
                person.isMatched = true;
                person.waits = false;
            }
        }
    }

    /** After each event, also those that were not the coordinator's. */
    void afterEvent() {
        for (Map.Entry<PairId, Seen> entry : pairs.entrySet()) {
            Seen pair = entry.getValue();
            long age = nowNanos - pair.createdNanos - latenessNanos;
            long most = pair.isMeasuring
                    ? settings.timeoutNanos()
                    : Math.min(settings.preparingNanos(), settings.timeoutNanos());
            if (age > most) {
                fails(Claim.TERMINATES, entry.getKey() + " lives longer than " + most + " ns");
            }
        }
    }

    /** Nothing is left to happen. */
    void end() {
        pairs.keySet()
                .forEach(id -> fails(Claim.TERMINATES, id + " lives, and nothing will end it"));
        List<String> waiting = new ArrayList<>();
        people.forEach((name, person) -> {
            if (person.isThere && person.waits && person.livePairs == 0) {
                waiting.add(name);
            }
        });
        for (int i = 0; i < waiting.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!tried.contains(key(waiting.get(i), waiting.get(j)))) {
                    fails(
                            Claim.NO_LOST_WAKEUP,
                            waiting.get(j) + " and " + waiting.get(i)
                                    + " wait, and were not tried with each other");
                }
            }
        }
    }

    private void fails(Claim claim, String why) {
        claims.fails(claim, event, nowNanos, why);
    }

    private @Nullable Person on(long connection) {
        String name = names.get(connection);
        Person person = name == null ? null : people.get(name);
        return person != null && person.connection == connection ? person : null;
    }

    private static String key(String one, String other) {
        return one.compareTo(other) < 0 ? one + ' ' + other : other + ' ' + one;
    }
}
