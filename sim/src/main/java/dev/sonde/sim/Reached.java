package dev.sonde.sim;

import dev.sonde.lobby.Lobby;
import dev.sonde.matchmaking.WaitingRoom;
import dev.sonde.presence.PresenceRegistry;
import dev.sonde.probe.ProbeCoordinator;
import dev.sonde.protocol.Refusal;
import dev.sonde.sim.oracle.ReachedLabels;
import dev.sonde.transitions.Rule;
import dev.sonde.transitions.TransitionTable;
import dev.sonde.transitions.Visits;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What many runs have exercised: what the oracle saw, and the transitions of the real lobby's
 * machines. A transition counts once for all runs between two takings.
 */
final class Reached {

    /** What no run can reach, and why: one that does makes the gate fail. */
    static final Map<String, String> EXEMPT = exempt(
            Refusal.ALREADY_IDENTIFIED,
            "a connection names its subject once; only old pages in development mode ask again,"
                    + " and the server's tests do",
            Refusal.FULL,
            "a file cannot set how many may wait, and no small scenario has as many as the"
                    + " default; the waiting room's tests fill one");

    private ReachedLabels labels = new ReachedLabels();
    private Visits presence = PresenceRegistry.table().newVisits();
    private Visits probe = ProbeCoordinator.table().newVisits();
    private Visits room = WaitingRoom.table().newVisits();

    /** What the oracles of the next runs count in. */
    ReachedLabels labels() {
        return labels;
    }

    void add(Lobby lobby) {
        Lobby.Transitions visits = lobby.transitions();
        presence.add(visits.presence());
        probe.add(visits.probe());
        room.add(visits.room());
    }

    /** How often each label was reached since the last taking. */
    SortedMap<String, Long> take() {
        SortedMap<String, Long> counts = new TreeMap<>(labels.counts());
        put(counts, PresenceRegistry.table(), presence);
        put(counts, ProbeCoordinator.table(), probe);
        put(counts, WaitingRoom.table(), room);
        labels = new ReachedLabels();
        presence = PresenceRegistry.table().newVisits();
        probe = ProbeCoordinator.table().newVisits();
        room = WaitingRoom.table().newVisits();
        return counts;
    }

    /** Every label that a large campaign has to reach: each transition, each reason to refuse. */
    static Set<String> declared() {
        Set<String> declared = new LinkedHashSet<>();
        declare(PresenceRegistry.table(), declared);
        declare(ProbeCoordinator.table(), declared);
        declare(WaitingRoom.table(), declared);
        for (Refusal refusal : Refusal.values()) {
            declared.add(label(refusal));
        }
        return declared;
    }

    private static String label(Refusal refusal) {
        return "refused/" + refusal.wireName();
    }

    private static Map<String, String> exempt(
            Refusal one, String why, Refusal other, String whyThat) {
        SortedMap<String, String> exempt = new TreeMap<>();
        exempt.put(label(one), why);
        exempt.put(label(other), whyThat);
        return Collections.unmodifiableSortedMap(exempt);
    }

    private static <S extends Enum<S>, I extends Enum<I>> void declare(
            TransitionTable<S, I> table, Set<String> declared) {
        for (TransitionTable.Pair<S, I> pair : table.pairs()) {
            if (pair.rule().kind() != Rule.Kind.NEVER) {
                declared.add(label(table, pair));
            }
        }
    }

    private static <S extends Enum<S>, I extends Enum<I>> void put(
            Map<String, Long> counts, TransitionTable<S, I> table, Visits visits) {
        for (TransitionTable.Pair<S, I> pair : table.pairs()) {
            if (visits.contains(pair.rule())) {
                counts.put(label(table, pair), 1L);
            }
        }
    }

    private static <S extends Enum<S>, I extends Enum<I>> String label(
            TransitionTable<S, I> table, TransitionTable.Pair<S, I> pair) {
        return "transition/" + table.name() + "/" + word(pair.state()) + "/" + word(pair.input());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
