"""A little coordinator for pairs, written from docs/wire.md and docs/protocol.md."""
import json
import os


class Person:
    def __init__(self, name):  # who is waiting while `joined` is set
        self.name, self.socket, self.away, self.joined, self.since = name, None, 0, None, 0
        self.probe = self.last = None  # the one that runs, and the last one that did


class Probe:
    def __init__(self, id, pair, lobby):  # of which pair the first one offers
        self.id, self.pair, self.phase, self.ready = id, pair, "preparing", set()
        self.started, self.reports, self.latest = None, {}, lobby.now + lobby.limits["timeout"]
        self.until, self.then = lobby.now + lobby.limits["preparing"], "timeout"

    def other(self, name):
        return self.pair[1] if self.pair[0] == name else self.pair[0]


class Lobby:
    def __init__(self, settings):
        self.room, self.limits = settings["waiting"], settings["probe"]
        self.most_rtt = settings["matchmaker"]["max_p2p_rtt_ms"]
        self.people, self.sockets, self.probes, self.now, self.effects = {}, {}, {}, 0, []

    def do(self, what, **parts):
        self.effects.append({"do": what, **parts})

    def send(self, person, event, **payload):
        if person.socket is not None:
            self.do("send", socket=person.socket, subject=person.name, event=event, payload=payload)

    def accept(self, line):
        """First what is due, then the input; then whoever is free is measured."""
        self.now, self.effects = line["at"], []
        self.do_due()
        getattr(self, line["in"], lambda ignored: None)(line)
        self.do_due()
        self.pair_up()
        return {"effects": self.effects, "deadline": self.do_due()}

    def do_due(self):
        self.later = []
        for one in [one for one in self.people.values() if one.joined is not None]:
            if one.probe and self.is_due(one.probe.until):
                self.end(one.probe, one.probe.then)
            if one.socket is None and self.is_due(one.away + self.room["grace"]):
                self.close(one, "lost")
            elif not one.probe and self.is_due(one.joined + self.room["time"]):
                self.close(one, "expired")
            self.is_due(self.busy_until(one))
        return min(self.later, default=None)

    def is_due(self, instant):
        self.later += [instant] if instant > self.now else []
        return instant <= self.now

    def busy_until(self, one):
        """Who was started and has not reported measures on, though the probe may have ended."""
        if not one.last or one.last.started is None or one.name in one.last.reports:
            return 0
        until = one.last.started + self.room["drain_after_start"]
        reported = one.last.reports.get(one.last.other(one.name), until)
        return min(until, reported + self.room["drain_after_other"])

    def connect(self, line):
        person = self.people.setdefault(line["subject"], Person(line["subject"]))
        if person.socket is not None:
            self.send(person, "superseded")
            self.do("close", socket=person.socket, subject=person.name)
        self.sockets[line["socket"]], person.socket = person, line["socket"]
        if person.probe and person.probe.phase == "preparing":
            self.prepare(person.probe, person)
        if person.joined is not None:
            self.tell_room(person)

    def disconnect(self, line):
        person = self.sockets.pop(line["socket"], None)
        if person and person.socket == line["socket"]:
            person.socket, person.away = None, self.now
            if person.probe:
                person.probe.ready.discard(person.name)

    def message(self, line):
        person, payload = self.sockets.get(line["socket"]), line["payload"]
        probe = self.probes.get(payload.get("probe_session_id"))
        if person is None or person.socket != line["socket"]:
            return
        if line["event"] == "join":
            if person.joined is None:
                person.joined = person.since = self.now
                self.do("stay-opened", subject=person.name, joined_at=self.now)
            self.tell_room(person)
        elif line["event"] == "leave":
            self.close(person, "left")
        elif probe and person.name in probe.pair:
            self.about(probe, person.name, line["event"], payload)

    def shutdown(self, line):
        for person in self.people.values():
            self.close(person, "shutdown")
            if person.socket is not None:
                self.do("close", socket=person.socket, subject=person.name)
        self.accept = lambda later: {}

    def tell_room(self, person):
        count = sum(one.joined is not None for one in self.people.values())
        left = max(0, person.joined + self.room["time"] - self.now) // 1_000_000
        self.send(person, "waiting_room", waiting=count, needed=int(count < 2), ms_remaining=left)

    def close(self, person, reason):
        if person.joined is None:
            return
        if person.probe:
            self.end(person.probe, reason if reason == "shutdown" else "member-" + reason)
        if reason != "matched":
            self.send(person, "waiting_room_closed", reason=reason)
        person.joined = None
        self.do("stay-closed", subject=person.name, reason=reason)

    def pair_up(self):
        free = [one for one in self.people.values() if one.joined is not None and not one.probe
                and one.socket is not None and self.busy_until(one) <= self.now]
        free.sort(key=lambda one: one.since)
        for one, other in zip(free[::2], free[1::2]):
            id = f"probe_00000000-0000-4000-8000-{len(self.probes):012d}"
            probe = Probe(id, sorted([one.name, other.name]), self)
            self.probes[id] = one.probe = other.probe = one.last = other.last = probe
            self.do("probe-created", probe=id, members=probe.pair)
            for member in probe.pair:
                self.prepare(probe, self.people[member])

    def prepare(self, probe, person):
        self.send(person, "probe_prepare", probe_session_id=probe.id, turn_username=None,
                  turn_credential=None, peer_subject_id=probe.other(person.name))

    def about(self, probe, name, event, payload):
        to = probe.other(name)
        is_open = probe.phase not in ("preparing", "ended") and to not in probe.reports
        if event == "probe_ready" and probe.phase == "preparing":
            probe.ready.add(name)
            if len(probe.ready) == 2:
                probe.phase, probe.started, probe.until = "connecting", self.now, probe.latest
                for member in reversed(probe.pair):
                    self.send(self.people[member], "probe_start", probe_session_id=probe.id)
        elif event == "probe_connected" and probe.phase == "connecting":
            probe.phase = "measuring"
        elif event == "probe_signal" and is_open and payload["target_subject_id"] == to:
            self.send(self.people[to], "probe_signal", probe_session_id=probe.id,
                      type=payload["type"], from_subject_id=name, payload=payload["payload"])
        elif event == "probe_result" and name not in probe.reports:
            self.report(probe, name, payload["success"], payload["rtt_ms"])

    def report(self, probe, name, is_success, rtt):
        if probe.phase == "preparing" and is_success and rtt is not None:
            return
        probe.reports[name] = self.now
        if probe.phase == "ended":
            return  # it says only that its sender measures no more
        if is_success and isinstance(rtt, (int, float)) and 0 <= rtt <= 60_000:
            self.end(probe, "complete", rtt)
        elif probe.phase == "preparing" or len(probe.reports) == 2:
            self.end(probe, "reported-failure")
        else:
            probe.phase, probe.then = "settling", "reported-failure"
            probe.until = min(self.now + self.limits["settle"], probe.latest)

    def end(self, probe, outcome, rtt=None):
        self.do("probe-finished", probe=probe.id, members=probe.pair, outcome=outcome,
                phase=probe.phase, rtt_ms=rtt)
        probe.phase, members = "ended", [self.people[name] for name in probe.pair]
        for one in members:
            one.probe, one.since = None, self.now
            if one.name not in probe.reports:
                self.send(one, "probe_cancel", probe_session_id=probe.id, reason=outcome)
        if rtt is None or rtt > self.most_rtt or any(one.socket is None for one in members):
            return
        match, measured = "match" + probe.id[5:], [{"members": probe.pair, "rtt_ms": rtt}]
        self.do("match-formed", match=match, members=probe.pair, pairs=measured)
        for one in members:
            self.close(one, "matched")
            self.send(one, "match_found", match_id=match, members=probe.pair, rtt_ms=rtt)
        self.do("match-final", match=match)


encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
for text in open(0, "rb"):
    line = json.loads(text)
    answer = {"n": line["n"]}
    if "hello" in line:
        answer["hello"] = {"wire": 1, "name": "little coordinator"}
    elif "reset" in line:
        lobby = Lobby(line["reset"])
        if lobby.room["group_size"] > 2 or lobby.room["hold"] or lobby.room["pause"]["failed"]:
            answer["cannot"] = "groups, a hold, pauses"
    else:
        answer.update(lobby.accept(line))
    os.write(1, encode(answer).encode() + b"\n")
