import com.fasterxml.jackson.databind.JsonNode;
import java.util.*;

/** A little coordinator for pairs, written from docs/wire.md and docs/protocol.md. */
final class Coordinator extends Lines {
    final Map<String, Person> people = new LinkedHashMap<>();
    final Map<Long, Person> sockets = new HashMap<>();
    final Map<String, Probe> probes = new HashMap<>();
    long now, next;
    boolean isOver;

    /** First what is due, then the input; then whoever is free is measured. */
    @Override
    Long accept(JsonNode line) {
        now = line.get("at").longValue();
        due();
        Long socket = line.path("socket").longValue();
        switch (isOver ? "nothing" : line.get("in").textValue()) {
            case "connect" -> connect(socket, line.get("subject").textValue());
            case "disconnect" -> disconnect(socket);
            case "message" -> message(socket, line.get("event").textValue(), line.get("payload"));
            case "shutdown" -> shutdown();
            default -> {}
        }
        due();
        pairUp();
        due();
        return next == Long.MAX_VALUE ? null : next;
    }

    /** Does what is due, and finds what is next. */
    void due() {
        next = Long.MAX_VALUE;
        for (Person one : people.values()) {
            if (one.joined == null) continue;
            if (one.probe != null && isDue(one.probe.until)) end(one.probe, one.probe.then, null);
            if (one.isAway() && isDue(one.away + nanos("/waiting/grace"))) close(one, "lost");
            else if (one.probe == null && isDue(one.joined + nanos("/waiting/time")))
                close(one, "expired");
            isDue(busyUntil(one));
        }
    }

    boolean isDue(long instant) {
        next = instant > now ? Math.min(next, instant) : next;
        return instant <= now;
    }

    /** Who was started and has not reported measures on, though the probe may have ended. */
    long busyUntil(Person one) {
        Probe probe = one.last;
        if (probe == null || probe.started == null || probe.hasReport(one)) return 0;
        long until = probe.started + nanos("/waiting/drain_after_start");
        long reported = probe.reports.getOrDefault(probe.other(one), until);
        return Math.min(until, reported + nanos("/waiting/drain_after_other"));
    }

    void connect(Long socket, String name) {
        Person one = people.computeIfAbsent(name, Person::new);
        send(one, "superseded", "");
        hangUp(one);
        one.socket = socket;
        sockets.put(socket, one);
        if (one.probe != null && one.probe.phase.equals("preparing")) {
            one.probe.ready.remove(one); // ready was said on another connection
            prepare(one);
        }
        if (one.joined != null) tellRoom(one);
    }

    void disconnect(Long socket) {
        Person one = sockets.remove(socket);
        if (one == null || !socket.equals(one.socket)) return;
        one.socket = null;
        one.away = now;
        if (one.probe != null) one.probe.ready.remove(one);
    }

    void message(Long socket, String event, JsonNode payload) {
        Person one = sockets.get(socket);
        Probe probe = probes.get(payload.path("probe_session_id").asText());
        if (one == null || !socket.equals(one.socket)) return;
        if (event.equals("join")) join(one);
        else if (event.equals("leave")) close(one, "left");
        else if (probe != null && probe.pair.contains(one)) about(probe, one, event, payload);
    }

    void shutdown() {
        isOver = true;
        for (Person one : people.values()) {
            close(one, "shutdown");
            hangUp(one);
        }
    }

    void join(Person one) {
        if (one.joined == null) {
            one.joined = one.since = now;
            emit("{'do':'stay-opened','subject':'%s','joined_at':%d}", one.name, now);
        }
        tellRoom(one);
    }

    void tellRoom(Person one) {
        long count = people.values().stream().filter(person -> person.joined != null).count();
        long left = Math.max(0, one.joined + nanos("/waiting/time") - now) / 1_000_000;
        String room = "'waiting':%d,'needed':%d,'ms_remaining':%d";
        send(one, "waiting_room", room, count, count < 2 ? 1 : 0, left);
    }

    void close(Person one, String reason) {
        if (one.joined == null) return;
        if (one.probe != null) end(one.probe, isOver ? "shutdown" : "member-" + reason, null);
        if (!reason.equals("matched")) send(one, "waiting_room_closed", "'reason':'%s'", reason);
        one.joined = null;
        emit("{'do':'stay-closed','subject':'%s','reason':'%s'}", one.name, reason);
    }

    void pairUp() {
        List<Person> free = new ArrayList<>(people.values());
        free.removeIf(one -> one.joined == null || one.isAway() || one.probe != null);
        free.removeIf(one -> busyUntil(one) > now);
        free.sort(Comparator.comparing(one -> one.since));
        for (; free.size() > 1; free.subList(0, 2).clear()) {
            List<Person> pair = new ArrayList<>(free.subList(0, 2));
            pair.sort(Comparator.comparing(one -> one.name));
            String id = "probe_00000000-0000-4000-8000-%012d".formatted(probes.size());
            Probe probe = new Probe(id, pair, now + nanos("/probe/timeout"));
            probe.until = now + nanos("/probe/preparing");
            probes.put(probe.id, probe);
            emit("{'do':'probe-created','probe':'%s','members':%s}", probe.id, probe.names());
            pair.forEach(one -> one.probe = one.last = probe);
            pair.forEach(this::prepare);
        }
    }

    void prepare(Person one) {
        String turn = "'turn_username':null,'turn_credential':null";
        send(one, "probe_prepare", "'probe_session_id':'%s','peer_subject_id':'%s'," + turn,
                one.probe.id, one.probe.other(one).name);
    }

    void about(Probe probe, Person from, String event, JsonNode said) {
        Person to = probe.other(from);
        boolean isOpen = probe.started != null && to.probe == probe && !probe.hasReport(to);
        if (event.equals("probe_ready") && probe.phase.equals("preparing")) {
            probe.ready.add(from);
            if (probe.ready.size() < 2) return;
            probe.start(now);
            send(probe.pair.get(1), "probe_start", "'probe_session_id':'%s'", probe.id);
            send(probe.pair.get(0), "probe_start", "'probe_session_id':'%s'", probe.id);
        } else if (event.equals("probe_connected") && probe.phase.equals("connecting")) {
            probe.phase = "measuring";
        } else if (event.equals("probe_signal") && isOpen
                && said.get("target_subject_id").textValue().equals(to.name)) {
            String signal = "'probe_session_id':'%s','from_subject_id':'%s','type':%s,'payload':%s";
            send(to, event, signal, probe.id, from.name, said.get("type"), said.get("payload"));
        } else if (event.equals("probe_result") && !probe.hasReport(from)) {
            report(probe, from, said.get("success").booleanValue(), said.get("rtt_ms"));
        }
    }

    void report(Probe probe, Person from, boolean isSuccess, JsonNode rtt) {
        boolean isPreparing = probe.phase.equals("preparing");
        if (isPreparing && isSuccess && !rtt.isNull()) return;
        probe.reports.put(from, now);
        if (probe.phase.equals("ended")) return; // it says only that its sender measures no more
        if (isSuccess && rtt.isNumber() && rtt.doubleValue() >= 0 && rtt.doubleValue() <= 60_000) {
            end(probe, "complete", rtt.doubleValue());
        } else if (isPreparing || probe.reports.size() == 2) {
            end(probe, "reported-failure", null);
        } else {
            probe.settle(now + nanos("/probe/settle"));
        }
    }

    void end(Probe probe, String outcome, Double rtt) {
        String names = probe.names();
        emit("{'do':'probe-finished','probe':'%s','members':%s,'outcome':'%s','phase':'%s',"
                + "'rtt_ms':%s}", probe.id, names, outcome, probe.phase, rtt);
        probe.phase = "ended";
        for (Person one : probe.pair) {
            one.probe = null;
            one.since = now;
            if (probe.hasReport(one)) continue;
            send(one, "probe_cancel", "'probe_session_id':'%s','reason':'%s'", probe.id, outcome);
        }
        double limit = settings.at("/matchmaker/max_p2p_rtt_ms").doubleValue();
        if (rtt == null || rtt > limit || probe.pair.stream().anyMatch(Person::isAway)) return;
        String match = probe.id.replace("probe", "match");
        emit("{'do':'match-formed','match':'%s','members':%s,'pairs':[{'members':%s,'rtt_ms':%s}]}",
                match, names, names, rtt);
        for (Person one : probe.pair) {
            close(one, "matched");
            send(one, "match_found", "'match_id':'%s','members':%s,'rtt_ms':%s", match, names, rtt);
        }
        emit("{'do':'match-final','match':'%s'}", match);
    }
}
