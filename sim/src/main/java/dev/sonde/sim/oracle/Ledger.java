package dev.sonde.sim.oracle;

import dev.sonde.lobby.Input;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What inputs and effects add up to, told once for all claims. It shares no code with the machines
 * that it judges.
 *
 * <p>{@link InputReader} and {@link EffectReader} write it, claims read it. A <em>step</em> is one
 * input with its effects. An input is applied before its effects are seen, although a lobby does
 * first what was due; so some facts are kept as they were when the step began, too.
 */
final class Ledger {

    private static final int FORGOTTEN_AT_ONCE = 2;

    final OracleSettings settings;
    final PairBook pairs;

    /** Number of the kernel event, its instant, and the number of the step. */
    long event;

    long nowNanos;
    long step;

    /** The input of this step; {@link Input#WAKE} before the first. */
    Input input = Input.WAKE;

    /** Whose input it is, if a known connection brought it. */
    @Nullable
    Connection on;

    /** The probe that the input names, if the oracle still knows it. */
    @Nullable
    ProbeLog named;

    /** The member on whose current connection the input for {@link #named} came, else null. */
    @Nullable
    Side rightful;

    /** A claim was violated; one had nothing to read. */
    boolean isAnyViolated;

    boolean isAnySkipped;

    final ArrivedSignal signal = new ArrivedSignal();
    boolean isShutDown;

    /** Counts for conservation. */
    long probesCreated;

    long probesFinished;
    long staysOpened;
    final long[] staysClosed = new long[5];
    long membersMatched;
    int waitingCount;
    int liveCount;

    /** In order of creation; ended ones are dropped when they come to the front. */
    final ArrayDeque<ProbeLog> live = new ArrayDeque<>(1);

    /** Those without a start, in the same way. */
    final ArrayDeque<ProbeLog> preparing = new ArrayDeque<>(1);

    /** People who wait, in the order in which they came in. */
    final Set<Person> waiting = new LinkedHashSet<>();

    private final Map<SocketId, Connection> connections = new LinkedHashMap<>();
    private final Map<SubjectId, Person> people = new LinkedHashMap<>();
    private final Map<ProbeId, ProbeLog> probes = new LinkedHashMap<>();
    private final Map<MatchId, MatchLog> matches = new LinkedHashMap<>();
    private final List<Connection> goneInThisStep = new ArrayList<>();
    private final ArrayDeque<Departure> departures = new ArrayDeque<>(1);
    private int nextNumber = 1;

    /**
     * Somebody went away; after a long while the oracle may forget that there was such a person.
     */
    private record Departure(Person person, long atNanos) {}

    Ledger(OracleSettings settings) {
        this.settings = settings;
        this.pairs = new PairBook(settings);
    }

    Person person(SubjectId subject) {
        Person known = people.get(subject);
        if (known == null) {
            known = new Person(subject, nextNumber++);
            people.put(subject, known);
        }
        return known;
    }

    @Nullable
    Person knownPerson(SubjectId subject) {
        return people.get(subject);
    }

    @Nullable
    Connection connection(SocketId socket) {
        return connections.get(socket);
    }

    /** The probe, if it is live or somebody may still be measuring for it. */
    @Nullable
    ProbeLog probe(ProbeId id) {
        return probes.get(id);
    }

    @Nullable
    MatchLog match(MatchId id) {
        return matches.get(id);
    }

    Pair pair(Person one, Person other) {
        return pairs.of(one, other, nowNanos);
    }

    void add(Connection connection) {
        connections.put(connection.socket, connection);
    }

    void add(ProbeLog probe) {
        probes.put(probe.id, probe);
        live.add(probe);
        preparing.add(probe);
    }

    void add(MatchLog match) {
        matches.put(match.id, match);
    }

    void drop(MatchLog match) {
        matches.remove(match.id);
    }

    void drop(ProbeLog probe) {
        probes.remove(probe.id);
    }

    /** The connection is gone; it is forgotten when this step is over. */
    void gone(Connection connection) {
        connection.goneStep = step;
        goneInThisStep.add(connection);
    }

    void wentAway(Person person) {
        departures.add(new Departure(person, nowNanos));
    }

    void forgetGoneConnections() {
        if (!goneInThisStep.isEmpty()) {
            for (Connection connection : goneInThisStep) {
                connections.remove(connection.socket);
            }
            goneInThisStep.clear();
        }
    }

    /** Drops people of whom a lobby has nothing left to remember, a few at a time. */
    void forgetPeople() {
        if (departures.isEmpty()) {
            return;
        }
        long longAgo = nowNanos - 3 * settings.waiting().graceNanos() - settings.latenessNanos();
        for (int i = 0; i < FORGOTTEN_AT_ONCE; i++) {
            Departure oldest = departures.peek();
            if (oldest == null || oldest.atNanos() > longAgo) {
                return;
            }
            departures.remove();
            Person person = oldest.person();
            if (person.connection == null && oldest.atNanos() == person.awaySinceNanos) {
                forgetIfDone(person);
            }
        }
    }

    private void forgetIfDone(Person person) {
        if (person.waiting
                || person.match != null
                || person.probe != null
                || person.isDraining(nowNanos)
                || nowNanos <= person.pairsUntilNanos) {
            departures.add(new Departure(person, person.awaySinceNanos));
            return;
        }
        if (person.drainingFor != null) {
            drop(person.drainingFor);
        }
        people.remove(person.subject);
    }
}
