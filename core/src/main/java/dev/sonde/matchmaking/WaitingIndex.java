package dev.sonde.matchmaking;

import dev.sonde.protocol.SubjectId;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The people who could be proposed, in order of their turn, and by what strategies ask for. The
 * index by round-trip time is kept only from the first time that somebody asks for it.
 */
final class WaitingIndex {

    private final TreeSet<Person> byTurn = new TreeSet<>(Person.BY_TURN);
    private final Map<SubjectId, TreeSet<Person>> byPartner = new LinkedHashMap<>();
    /** By whole milliseconds of the round-trip time to the server, -1 for unknown. */
    private final TreeMap<Integer, TreeSet<Person>> byServerRtt = new TreeMap<>();

    private boolean keepsServerRtt;

    boolean contains(Person person) {
        return byTurn.contains(person);
    }

    int size() {
        return byTurn.size();
    }

    void add(Person person) {
        if (!byTurn.add(person)) {
            return;
        }
        for (SubjectId partner : person.groupHistory) {
            byPartner
                    .computeIfAbsent(partner, key -> new TreeSet<>(Person.BY_TURN))
                    .add(person);
        }
        if (keepsServerRtt) {
            addByServerRtt(person);
        }
    }

    void remove(Person person) {
        if (!byTurn.remove(person)) {
            return;
        }
        for (SubjectId partner : person.groupHistory) {
            TreeSet<Person> those = byPartner.get(partner);
            if (those != null && those.remove(person) && those.isEmpty()) {
                byPartner.remove(partner);
            }
        }
        if (keepsServerRtt) {
            int millis = serverRttMillis(person);
            TreeSet<Person> those = byServerRtt.get(millis);
            if (those != null && those.remove(person) && those.isEmpty()) {
                byServerRtt.remove(millis);
            }
        }
    }

    Iterator<Person> inOrder() {
        return byTurn.iterator();
    }

    Iterator<Person> whoPlayedWith(SubjectId subject) {
        TreeSet<Person> those = byPartner.get(subject);
        return those == null ? List.<Person>of().iterator() : those.iterator();
    }

    /** Those of unknown round-trip time or one of at most this, in order of their turn. */
    Iterator<Person> withServerRttUpTo(double maxMillis) {
        if (!keepsServerRtt) {
            keepsServerRtt = true;
            byTurn.forEach(this::addByServerRtt);
        }
        List<Iterator<Person>> inTurn = new ArrayList<>();
        int most = (int) Math.ceil(Math.max(-1, Math.min(maxMillis, Integer.MAX_VALUE)));
        for (TreeSet<Person> those : byServerRtt.headMap(most, true).values()) {
            inTurn.add(those.iterator());
        }
        return new Filtered<>(
                new MergedByTurn(inTurn),
                person -> person.serverRttMillis.isEmpty()
                        || person.serverRttMillis.getAsDouble() <= maxMillis);
    }

    private void addByServerRtt(Person person) {
        byServerRtt
                .computeIfAbsent(serverRttMillis(person), key -> new TreeSet<>(Person.BY_TURN))
                .add(person);
    }

    private static int serverRttMillis(Person person) {
        return person.serverRttMillis.isEmpty()
                ? -1
                : (int) Math.ceil(person.serverRttMillis.getAsDouble());
    }
}
