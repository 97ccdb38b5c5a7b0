package dev.sonde.lobby;

import dev.sonde.protocol.Ids;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names in a conversation. {@code ann} is ann's latest connection and {@code ann/1} her first;
 * {@code p2} is the second probe and {@code p} the last one that the speaker was told to prepare.
 */
final class Cast implements Ids {

    private final Map<String, List<SocketId>> sockets = new LinkedHashMap<>();
    private final Map<SocketId, String> names = new LinkedHashMap<>();
    private final Map<String, ProbeId> prepared = new LinkedHashMap<>();
    private final Map<String, SubjectId> partners = new LinkedHashMap<>();
    private long lastSocket;
    private long lastProbe;
    private long lastMatch;

    static String person(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    SocketId newSocket(String person) {
        List<SocketId> all = sockets.computeIfAbsent(person, key -> new ArrayList<>());
        SocketId socket = new SocketId(++lastSocket);
        all.add(socket);
        names.put(socket, all.size() == 1 ? person : person + "/" + all.size());
        return socket;
    }

    /** The connection of this name; a new one if the person never had any. */
    SocketId socket(String name) {
        List<SocketId> all = sockets.get(person(name));
        if (all == null) {
            return newSocket(person(name));
        }
        int slash = name.indexOf('/');
        int number = slash < 0 ? all.size() : Integer.parseInt(name.substring(slash + 1));
        return all.get(number - 1);
    }

    String name(SocketId socket) {
        return names.getOrDefault(socket, socket.toString());
    }

    void prepare(SubjectId subject, ProbeId probe, SubjectId partner) {
        prepared.put(subject.value(), probe);
        partners.put(subject.value(), partner);
    }

    ProbeId probe(String speaker, String name) {
        return name.equals("p")
                ? prepared.getOrDefault(person(speaker), new ProbeId(0, 0))
                : new ProbeId(0, Long.parseLong(name.substring(1)));
    }

    SubjectId target(String speaker, String name) {
        return name.equals("partner")
                ? partners.getOrDefault(person(speaker), new SubjectId("nobody"))
                : new SubjectId(name);
    }

    static String name(ProbeId probe) {
        return "p" + probe.leastBits();
    }

    static String name(MatchId match) {
        return "m" + match.leastBits();
    }

    @Override
    public ProbeId nextProbe() {
        return new ProbeId(0, ++lastProbe);
    }

    @Override
    public MatchId nextMatch() {
        return new MatchId(0, ++lastMatch);
    }
}
