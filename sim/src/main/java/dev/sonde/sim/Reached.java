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
import java.util.List;
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

    private static final List<Transition> PRESENCE = transitions(PresenceRegistry.table());
    private static final List<Transition> PROBE = transitions(ProbeCoordinator.table());
    private static final List<Transition> ROOM = transitions(WaitingRoom.table());

    private ReachedLabels labels = new ReachedLabels();
    private Visits presence = PresenceRegistry.table().newVisits();
    private Visits probe = ProbeCoordinator.table().newVisits();
    private Visits room = WaitingRoom.table().newVisits();

    /** A cell of a machine's table, with its label, which campaigns ask for every few runs. */
    private record Transition(String label, Rule rule) {}

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
        put(counts, PRESENCE, presence);
        put(counts, PROBE, probe);
        put(counts, ROOM, room);
        labels = new ReachedLabels();
        presence = PresenceRegistry.table().newVisits();
        probe = ProbeCoordinator.table().newVisits();
        room = WaitingRoom.table().newVisits();
        return counts;
    }

    /** Every label that a large campaign has to reach: each transition, each reason to refuse. */
    static Set<String> declared() {
        Set<String> declared = new LinkedHashSet<>();
        for (List<Transition> table : List.of(PRESENCE, PROBE, ROOM)) {
            table.stream()
                    .filter(transition -> transition.rule.kind() != Rule.Kind.NEVER)
                    .forEach(transition -> declared.add(transition.label));
        }
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

    private static void put(Map<String, Long> counts, List<Transition> table, Visits visits) {
        for (Transition transition : table) {
            if (visits.contains(transition.rule)) {
                counts.put(transition.label, 1L);
            }
        }
    }

    private static <S extends Enum<S>, I extends Enum<I>> List<Transition> transitions(
            TransitionTable<S, I> table) {
        return table.pairs().stream()
                .map(pair -> new Transition(
                        "transition/" + table.name() + "/" + word(pair.state()) + "/"
                                + word(pair.input()),
                        pair.rule()))
                .toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
