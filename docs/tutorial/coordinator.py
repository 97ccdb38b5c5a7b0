#!/usr/bin/env python3
"""A little coordinator for pairs, written from docs/wire.md and docs/protocol.md: first come, first
matched, if the pair's round-trip time is measured and within the limit. It answers lines of JSON."""
import json
import re
import sys

NEVER = float("inf")


def initiative(subject):
    """The key of who offers: by number if JavaScript reads one, else as browsers sort texts."""
    number = re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?|[-+]?Infinity", subject)
    radix = re.fullmatch(r"0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+", subject)
    letters = ["_-.0123456789".find(c) + 1 or 100 + ord(c.lower()) for c in subject]
    value = float(number[0]) if number else float(int(subject, 0)) if radix else None
    return value, (letters, [c.isupper() for c in subject])


def offers(a, b):
    """The one of the two who offers, and the other; None if their browsers could not tell."""
    (x, text_x), (y, text_y) = initiative(a), initiative(b)
    one, other = (x, y) if x is not None and y is not None else (text_x, text_y)
    return None if one == other else (a, b) if one < other else (b, a)


class Person:
    """What is known of a subject. In the room while `joined` is set; `match` after it."""

    def __init__(self, name, page):
        self.name, self.socket, self.page, self.away = name, None, page, 0
        self.joined = self.probe = self.match = self.accepted = None
        self.drains, self.drains_for, self.join_by = 0, None, NEVER


class Probe:
    def __init__(self, id, pair, now):
        self.id, self.pair, self.created = id, pair, now
        self.phase, self.started, self.settles = "preparing", None, NEVER
        self.ready, self.reports, self.held, self.sent = set(), {}, [], {}

    def other(self, name):
        return self.pair[1] if self.pair[0] == name else self.pair[0]


class Lobby:
    def __init__(self, settings):
        self.room, self.limits, self.turn = settings["waiting"], settings["probe"], settings["turn"]
        self.pool, self.most_rtt = settings["pool"], settings["matchmaker"]["max_p2p_rtt_ms"]
        if self.room["group_size"] != 2 or self.most_rtt is None or self.limits["results"] != "first":
            sys.exit("only for pairs with max-p2p-rtt, results: first")
        self.people, self.pages, self.sockets, self.probes, self.matches, self.pauses = {}, {}, {}, {}, {}, {}
        self.count, self.now, self.effects, self.is_over = 0, 0, [], False

    # What it says and does

    def do(self, do, **what):
        self.effects.append({"do": do, **what})

    def send(self, name, what, **payload):
        person = self.people[name]
        if person.socket is not None:
            self.do("send", socket=person.socket, subject=name, event=what, payload=payload)

    def refuse(self, socket, event, reason):
        self.do("refused", socket=socket, event=event, reason=reason)
        name = self.sockets.get(socket)
        if event in ("join", "leave") and name and self.people[name].socket == socket:
            self.send(name, "refused", event=event, type=reason)

    def next_id(self, kind):
        self.count += 1
        return f"{kind}_00000000-0000-4000-8000-{self.count:012x}"

    def tell_room(self, person):
        waiting = sum(p.joined is not None for p in self.people.values())
        left = max(0, person.joined + self.room["time"] - self.now) // 1_000_000
        self.send(person.name, "waiting_room", waiting=waiting, needed=max(0, 2 - waiting), ms_remaining=left)

    # Time

    def due(self):
        """Everything that is waited for: when, in which order at one instant, what to do, to whom."""
        for probe in self.probes.values():
            limit = "preparing" if probe.phase == "preparing" else "timeout"
            reason = "reported-failure" if probe.reports else "timeout"
            yield min(probe.created + self.limits[limit], probe.settles), 0, self.end, (probe, reason)
        for person in self.people.values():
            if person.socket is None and person.probe:
                yield person.away + self.limits["grace"], 1, self.end, (person.probe, "member-lost")
            if person.socket is None:
                yield person.away + self.room["grace"], 2, self.lost, (person,)
            if person.joined is not None and not person.probe:
                yield person.joined + self.room["time"], 3, self.close, (person, "expired")
            yield person.join_by, 2, self.close, (person, "left")
            yield person.drains if person.drains > self.now else NEVER, 4, self.pair_up, ()
        for match in self.matches.values():
            yield match["final"], 5, self.final, (match,)
        for pause in self.pauses.values():
            yield pause["until"] if pause["until"] > self.now else NEVER, 6, self.pair_up, ()

    def deadline(self):
        first = min((when for when, *_ in self.due()), default=NEVER)
        return None if self.is_over or first == NEVER else first

    def accept(self, line):
        """First what is due, then the input."""
        self.now, self.effects = line["at"], []
        while not self.is_over:
            when, _, act, whom = min(self.due(), key=lambda one: one[:2], default=(NEVER, 0, 0, 0))
            if when > self.now:
                break
            act(*whom)
        if not self.is_over:
            getattr(self, line["in"])(line)
            self.pair_up()
        return {"effects": self.effects, "deadline": self.deadline()}

    # Who is here

    def connect(self, line):
        socket, name, page = line["socket"], line["subject"], line["instance"]
        if socket in self.sockets:
            return self.refuse(socket, "connect", "already-identified")
        person = self.people.setdefault(name, Person(name, self.pages.get(name, "")))
        if person.socket is not None:
            self.send(name, "superseded")
            self.do("close", socket=person.socket, subject=name)
        is_new = page and person.page and page != person.page
        self.sockets[socket], person.socket, person.page = name, socket, page or person.page
        probe = person.probe
        if is_new:
            self.another_page(name)
            person.join_by = self.now + self.room["grace"] if person.joined is not None else NEVER
            if probe and probe.started is not None:
                self.end(probe, "superseded")
            person.drains = 0
        elif probe and probe.started is not None:
            held, probe.held = probe.held, [one for one in probe.held if one[0] != name]
            for to, payload in held:
                if to == name:
                    self.send(name, "probe_signal", **payload)
        if person.probe and person.probe.phase == "preparing":
            self.prepare(person.probe, name)
        if person.joined is not None:
            self.tell_room(person)
        elif person.match:
            self.tell_match(person.match, name)

    def disconnect(self, line):
        name = self.sockets.pop(line["socket"], None)
        if name and self.people[name].socket == line["socket"]:
            person = self.people[name]
            person.socket, person.away = None, self.now
            if person.probe:
                person.probe.ready.discard(name)

    def lost(self, person):
        self.leave_match(person, "lost")
        if person.joined is not None:
            self.close(person, "lost")
        self.pages[person.name] = person.page
        del self.people[person.name]

    def heard(self, line):
        pass

    def wake(self, line):
        pass

    def unreadable(self, line):
        self.refuse(line["socket"], line["event"], line["reason"])

    def shutdown(self, line):
        for probe in list(self.probes.values()):
            self.end(probe, "shutdown")
        for person in self.people.values():
            if person.joined is not None:
                self.close(person, "shutdown")
        for match in list(self.matches.values()):
            self.final(match)
        for person in self.people.values():
            if person.socket is not None:
                self.do("close", socket=person.socket, subject=person.name)
        self.is_over = True

    # The waiting room

    def message(self, line):
        socket, event, payload = line["socket"], line["event"], line["payload"]
        name = self.sockets.get(socket)
        if name is None or self.people[name].socket != socket:
            return self.refuse(socket, event, "stale-socket" if name else "unauthenticated")
        if event in ("join", "leave"):
            return getattr(self, event)(self.people[name], payload, socket)
        id = payload["probe_session_id"]
        probe = self.probes.get(id)
        if event == "probe_result" and self.people[name].drains_for == id:
            self.people[name].drains = 0
        if probe is None or name not in probe.pair:
            return self.refuse(socket, event, "not-a-member" if probe else "unknown-probe")
        reason = getattr(self, event)(probe, name, payload)
        if reason:
            self.refuse(socket, event, reason)

    def join(self, person, payload, socket):
        if payload.get("pool") and payload["pool"] != self.pool:
            return self.refuse(socket, "join", "wrong-pool")
        if person.match and person.match["id"] in self.matches:
            return self.tell_match(person.match, person.name)
        person.join_by, person.match = NEVER, None
        if person.joined is None:
            self.open(person, self.now)
        self.tell_room(person)

    def leave(self, person, payload, socket):
        if person.joined is not None:
            self.close(person, "left")
        elif not self.leave_match(person, "left"):
            self.refuse(socket, "leave", "not-waiting")

    def open(self, person, joined):
        person.joined = joined
        self.do("stay-opened", subject=person.name, joined_at=joined)

    def close(self, person, reason):
        if reason != "matched":
            if person.probe:
                self.end(person.probe, "shutdown" if reason == "shutdown" else "member-left")
            self.send(person.name, "waiting_room_closed", reason=reason)
        if person.accepted:
            self.people[person.accepted[0]].accepted = person.accepted = None
        person.joined, person.join_by = None, NEVER
        self.do("stay-closed", subject=person.name, reason=reason)

    def is_free(self, person):
        return (person.joined is not None and person.socket is not None and not person.probe
                and not person.accepted and person.drains <= self.now and person.join_by == NEVER)

    def pair_up(self):
        for one in list(self.people.values()):
            other = one.accepted and self.people[one.accepted[0]]
            both = other and [one, other]
            if both and all(p.socket is not None and p.join_by == NEVER for p in both):
                self.match(offers(one.name, other.name), one.accepted[1])
        free = sorted(filter(self.is_free, self.people.values()), key=lambda p: p.joined)
        for one in free:
            for other in free:
                pair = offers(one.name, other.name)
                rests = pair in self.pauses and self.pauses[pair]["until"] > self.now
                if one is not other and pair and not rests and not one.probe and not other.probe:
                    self.probe(pair)

    # Matches

    def match(self, pair, rtt):
        one, other = (self.people[name] for name in pair)
        one.accepted = other.accepted = None
        match = {"id": self.next_id("match"), "members": sorted(pair), "rtt": rtt,
                 "final": self.now + self.room["hold"], "joined": {p.name: p.joined for p in (one, other)}}
        self.matches[match["id"]] = one.match = other.match = match
        self.close(one, "matched")
        self.close(other, "matched")
        self.do("match-formed", match=match["id"], members=match["members"],
                pairs=[{"members": list(pair), "rtt_ms": rtt}])
        for name in pair:
            self.tell_match(match, name)

    def tell_match(self, match, name):
        self.send(name, "match_found", match_id=match["id"], members=match["members"], rtt_ms=match["rtt"])

    def final(self, match):
        del self.matches[match["id"]]
        self.do("match-final", match=match["id"])

    def leave_match(self, person, reason):
        match, person.match = person.match, None
        if not match or match["id"] not in self.matches:
            return False
        del self.matches[match["id"]]
        self.do("match-cancelled", match=match["id"], cause=person.name, reason=reason)
        for name in match["members"]:
            if name != person.name:
                self.people[name].match = None
                self.send(name, "match_cancelled", match_id=match["id"], reason=reason)
                self.open(self.people[name], match["joined"][name])
        return True

    # Probes

    def probe(self, pair):
        probe = Probe(self.next_id("probe"), pair, self.now)
        self.probes[probe.id] = probe
        self.do("probe-created", probe=probe.id, members=list(pair))
        for name in pair:
            self.people[name].probe = probe
        for name in pair:
            self.prepare(probe, name)

    def prepare(self, probe, name):
        turn = self.turn or {"username": None, "credential": None}
        self.send(name, "probe_prepare", probe_session_id=probe.id, peer_subject_id=probe.other(name),
                  turn_username=turn["username"] and turn["username"].replace("{subject}", name),
                  turn_credential=turn["credential"])

    def probe_ready(self, probe, name, payload):
        if probe.phase != "preparing" or name in probe.ready:
            return "wrong-phase" if probe.phase != "preparing" else "duplicate"
        probe.ready.add(name)
        if len(probe.ready) == 2:
            probe.phase, probe.started = "connecting", self.now
            for member in reversed(probe.pair):
                self.send(member, "probe_start", probe_session_id=probe.id)

    def probe_signal(self, probe, name, payload):
        to, size = probe.other(name), len(json.dumps(payload["payload"]))
        if payload["target_subject_id"] != to:
            return "to-self" if payload["target_subject_id"] == name else "to-stranger"
        if probe.started is None or to in probe.reports:
            return "too-early" if probe.started is None else "wrong-phase"
        count, total = probe.sent.get(name, (0, 0))
        if count >= self.limits["signals_per_side"] or total + size > self.limits["signal_bytes_per_side"]:
            return "signal-limit"
        probe.sent[name] = count + 1, total + size
        relayed = {"probe_session_id": probe.id, "type": payload["type"], "from_subject_id": name,
                   "payload": payload["payload"]}
        if self.people[to].socket is None:
            probe.held.append((to, relayed))
        else:
            self.send(to, "probe_signal", **relayed)

    def probe_connected(self, probe, name, payload):
        if probe.phase != "connecting":
            return "too-early" if probe.phase == "preparing" else "wrong-phase"
        probe.phase = "measuring"

    def probe_result(self, probe, name, payload):
        rtt, is_success = payload["rtt_ms"], payload["success"] and payload["rtt_ms"] is not None
        is_valid = is_success and not isinstance(rtt, str) and 0 <= rtt <= 60_000
        if probe.started is None:
            return "too-early" if is_success else self.end(probe, "reported-failure")
        if name in probe.reports:
            return "duplicate-result"
        probe.reports[name] = self.now
        if is_valid:
            self.end(probe, "complete", rtt)
        elif len(probe.reports) == 2:
            self.end(probe, "reported-failure")
        else:
            probe.phase, probe.settles = "settling", self.now + self.limits["settle"]
        return "invalid-rtt" if is_success and not is_valid else None

    def end(self, probe, outcome, rtt=None):
        del self.probes[probe.id]
        measured = {"rtt_ms": rtt} if outcome == "complete" else {}
        self.do("probe-finished", probe=probe.id, members=list(probe.pair), outcome=outcome,
                phase=probe.phase, **measured)
        for name in probe.pair:
            person, other = self.people[name], probe.reports.get(probe.other(name), NEVER)
            person.probe = None
            if name not in probe.reports:
                self.send(name, "probe_cancel", probe_session_id=probe.id, reason=outcome)
                if probe.started is not None:
                    person.drains_for = probe.id
                    person.drains = min(probe.started + self.room["drain_after_start"],
                                        other + self.room["drain_after_other"])
        if outcome == "complete" and rtt <= self.most_rtt:
            self.pauses.pop(probe.pair, None)
            for name in probe.pair:
                self.people[name].accepted = probe.other(name), rtt
        else:
            self.rest(probe, outcome, rtt)

    def rest(self, probe, outcome, rtt):
        """How long the pair is left alone; each sort of trouble doubles by itself."""
        pause, known = self.room["pause"], self.pauses.get(probe.pair)
        known = known if known and known["forgotten"] > self.now else {"over_limit": 0, "failed": 0}
        sort = "over_limit" if outcome == "complete" else "failed"
        if outcome not in ("complete", "timeout", "reported-failure"):
            return
        length = min(pause[sort] << known[sort], pause[sort + "_most"])
        if outcome == "complete" and rtt <= pause["near_factor"] * self.most_rtt:
            length = pause["over_limit"]
        elif outcome != "complete" and probe.started is None:
            length = pause["failed_preparing"]
        else:
            known[sort] += 1
        known.update(until=self.now + length, forgotten=self.now + 2 * length, sort=sort)
        self.pauses[probe.pair] = known

    def another_page(self, name):
        for pair, pause in self.pauses.items():
            if name in pair:
                pause["failed"] = 0
                if pause["sort"] == "failed":
                    pause["until"] = self.now


def main():
    lobby = None
    for text in sys.stdin:
        line = json.loads(text)
        answer = {"n": line["n"]}
        if "hello" in line:
            answer["hello"] = {"wire": 1, "name": "little coordinator"}
        elif "reset" in line:
            lobby = Lobby(line["reset"])
        else:
            answer.update(lobby.accept(line))
        print(json.dumps(answer), flush=True)


main()
