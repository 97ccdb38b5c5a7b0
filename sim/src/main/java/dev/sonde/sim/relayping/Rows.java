package dev.sonde.sim.relayping;

import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.Reach;
import dev.sonde.sim.outcome.MatchRow;
import dev.sonde.sim.outcome.PersonRow;
import dev.sonde.sim.outcome.ProbeRow;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.population.Cast;
import dev.sonde.sim.population.Participant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows for reports, and what was reached. The true RTT of a pair is that of the best way between
 * the two themselves: what the estimate stands for, although no packet of this protocol takes it.
 */
final class Rows {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final long NEVER = -1;

    private final Kernel kernel;
    private final Cast cast;
    private final Reach reach;
    private final boolean hasTurn;
    private final Map<String, Long> joined = new LinkedHashMap<>();
    private final Map<String, Long> matched = new LinkedHashMap<>();
    private final Map<PairId, Open> open = new LinkedHashMap<>();
    private final List<ProbeRow> probes = new ArrayList<>();
    private final List<MatchRow> matches = new ArrayList<>();
    private final SortedMap<String, Long> reached = new TreeMap<>();
    private final SortedMap<String, Long> refusals = new TreeMap<>();
    private long messages;
    private final Set<String> waiting = new LinkedHashSet<>();
    private int waitingMax;
    private int waitingAtUntil;
    private double lastRttMillis;

    private record Open(String one, String other, long createdNanos, long startNanos) {}

    /** @param hasTurn true if there is a TURN server */
    Rows(Kernel kernel, Cast cast, boolean hasTurn) {
        this.kernel = kernel;
        this.cast = cast;
        this.reach = new Reach(cast.paths());
        this.hasTurn = hasTurn;
    }

    /** Something was exercised. */
    void reached(String label) {
        reached.merge(label, 1L, Long::sum);
    }

    SortedMap<String, Long> reached() {
        return reached;
    }

    void received(String person, Message.ToServer message) {
        messages++;
        if (message instanceof Message.Join && !matched.containsKey(person)) {
            joined.putIfAbsent(person, now());
            waiting.add(person);
            waitingMax = Math.max(waitingMax, waiting.size());
        } else if (message instanceof Message.Leave) {
            waiting.remove(person);
        }
    }

    void effect(Effect effect) {
        if (effect instanceof Effect.Paired paired) {
            open.put(paired.pair(), new Open(paired.one(), paired.other(), now(), NEVER));
        } else if (effect instanceof Effect.Measuring measuring) {
            open.computeIfPresent(
                    measuring.pair(),
                    (id, pair) -> new Open(pair.one, pair.other, pair.createdNanos, now()));
        } else if (effect instanceof Effect.Ended ended) {
            ended(ended);
        } else if (effect instanceof Effect.Matched both) {
            reached("decision/accepted");
            List<String> members = List.of(both.one(), both.other());
            matches.add(
                    new MatchRow(members.stream().sorted().toList(), lastRttMillis, now(), false));
            members.forEach(member -> matched.putIfAbsent(member, now()));
            members.forEach(waiting::remove);
        } else if (effect instanceof Effect.Refused refused) {
            String word = word(refused.reason());
            reached("refused/" + word);
            refusals.merge(word, 1L, Long::sum);
        }
    }

    static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void ended(Effect.Ended ended) {
        Open pair = open.remove(ended.pair());
        if (pair != null) {
            reached("ended/" + ended.outcome().word + "/" + phase(pair));
            lastRttMillis = ended.rttNanos() < 0 ? Double.NaN : ended.rttNanos() / NANOS_PER_MILLI;
            probes.add(row(pair, ended.outcome().word, lastRttMillis, now()));
        }
    }

    private static String phase(Open pair) {
        return pair.startNanos < 0 ? "preparing" : "measuring";
    }

    private ProbeRow row(Open pair, String outcome, double rttMillis, long endNanos) {
        boolean inOrder = pair.one.compareTo(pair.other) < 0;
        return new ProbeRow(
                inOrder ? pair.one : pair.other,
                inOrder ? pair.other : pair.one,
                outcome,
                phase(pair),
                rttMillis,
                trueRttNanos(pair.one, pair.other),
                "",
                pair.createdNanos,
                pair.startNanos,
                NEVER,
                endNanos);
    }

    private long trueRttNanos(String one, String other) {
        long nanos = reach.meanRttNanos(cast.host(one), hasTurn, cast.host(other), hasTurn);
        return nanos == Reach.NONE ? NEVER : nanos;
    }

    /** The scenario's {@code until}. */
    void until() {
        waitingAtUntil = waiting.size();
    }

    List<ProbeRow> probes() {
        List<ProbeRow> all = new ArrayList<>(probes);
        open.values().forEach(pair -> all.add(row(pair, "unfinished", Double.NaN, NEVER)));
        return all;
    }

    List<MatchRow> matches() {
        return matches;
    }

    List<RunResult.Counted> refusals() {
        return refusals.entrySet().stream()
                .map(refusal -> new RunResult.Counted(refusal.getKey(), refusal.getValue()))
                .toList();
    }

    long messages() {
        return messages;
    }

    int waitingMax() {
        return waitingMax;
    }

    int waitingAtUntil() {
        return waitingAtUntil;
    }

    List<PersonRow> people(Map<String, Page> pages) {
        List<PersonRow> rows = new ArrayList<>();
        for (Participant participant : cast.people()) {
            String name = participant.spec().subject().value();
            Page page = pages.get(name);
            long at = matched.getOrDefault(name, NEVER);
            boolean isHere = page != null && page.isHere();
            rows.add(new PersonRow(
                    name,
                    participant.group(),
                    participant.spec().host().profile().name(),
                    "",
                    participant.region(),
                    participant.spec().host().profile().baseNanos(),
                    joined.getOrDefault(name, NEVER),
                    at,
                    at >= 0
                            ? "matched"
                            : !joined.containsKey(name)
                                    ? "never-joined"
                                    : isHere ? "waiting" : "left",
                    page != null && page.gaveUp()));
        }
        return rows;
    }

    private long now() {
        return kernel.nowNanos() - kernel.startNanos();
    }
}
