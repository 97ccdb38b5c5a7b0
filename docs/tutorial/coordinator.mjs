// A little coordinator for pairs, written from docs/wire.md and docs/protocol.md.
import { readSync, writeSync } from "node:fs";

let room, limits, mostRtt, people, sockets, probes, now, later, effects, isOver;

function reset({ waiting, probe, matchmaker }) {
  [room, limits, mostRtt, isOver] = [waiting, probe, matchmaker.max_p2p_rtt_ms, false];
  [people, sockets, probes] = [new Map(), new Map(), new Map()];
  const asked = room.group_size > 2 || room.hold > 0 || room.pause.failed > 0;
  return asked ? { cannot: "groups, a hold, pauses" } : {};
}

const emit = (what, parts) => effects.push({ do: what, ...parts });
const other = (probe, person) => probe.pair[probe.pair[0] === person ? 1 : 0];
const hangUp = ({ socket, name }) => socket !== null && emit("close", { socket, subject: name });
const send = ({ socket, name }, event, payload) =>
  socket !== null && emit("send", { socket, subject: name, event, payload });

/** First what is due, then the input; then whoever is free is measured. */
function accept(line) {
  [now, effects] = [line.at, []];
  if (isOver) return {};
  doDue();
  inputs[line.in]?.(line);
  doDue();
  pairUp();
  return { effects, deadline: doDue() };
}

/** Does all that is due, and returns when the next is; Infinity is null in JSON. */
function doDue() {
  later = [];
  for (const one of [...people.values()].filter(({ joined }) => joined !== null)) {
    if (one.probe && isDue(one.probe.until)) end(one.probe, one.probe.then);
    if (one.socket === null && isDue(one.away + room.grace)) close(one, "lost");
    else if (!one.probe && isDue(one.joined + room.time)) close(one, "expired");
    isDue(busyUntil(one));
  }
  return Math.min(...later);
}

/** What is not due yet is put down for later. */
const isDue = (instant) => instant <= now || !later.push(instant);

/** Who was started and has not reported measures on, though the probe may have ended. */
function busyUntil(person) {
  const probe = person.last;
  if (!probe?.started || probe.reports.has(person)) return 0;
  const until = probe.started + room.drain_after_start;
  const reported = probe.reports.get(other(probe, person)) ?? until;
  return Math.min(until, reported + room.drain_after_other);
}

const inputs = {
  connect({ socket, subject: name }) {
    const fresh = { name, socket: null, away: 0, joined: null, since: 0, probe: null, last: null };
    const person = people.get(name) ?? fresh;
    send(person, "superseded", {});
    hangUp(person);
    person.socket = socket;
    people.set(name, person);
    sockets.set(socket, person);
    if (person.probe?.phase === "preparing") {
      person.probe.ready.delete(person); // ready was said on another connection
      prepare(person);
    }
    if (person.joined !== null) tellRoom(person);
  },

  disconnect({ socket }) {
    const person = sockets.get(socket);
    sockets.delete(socket);
    if (person?.socket !== socket) return;
    [person.socket, person.away] = [null, now];
    person.probe?.ready.delete(person);
  },

  message({ socket, event, payload }) {
    const person = sockets.get(socket);
    const probe = probes.get(payload.probe_session_id);
    if (person?.socket !== socket) return;
    if (event === "join") join(person);
    else if (event === "leave") close(person, "left");
    else if (probe?.pair.includes(person)) about(probe, person, event, payload);
  },

  shutdown() {
    for (const person of people.values()) {
      close(person, "shutdown");
      hangUp(person);
    }
    isOver = true;
  },
};

function join(person) {
  if (person.joined === null) {
    [person.joined, person.since] = [now, now];
    emit("stay-opened", { subject: person.name, joined_at: now });
  }
  tellRoom(person);
}

function tellRoom(person) {
  const waiting = [...people.values()].filter((one) => one.joined !== null).length;
  const ms_remaining = Math.floor(Math.max(0, person.joined + room.time - now) / 1e6);
  send(person, "waiting_room", { waiting, needed: waiting < 2 ? 1 : 0, ms_remaining });
}

function close(person, reason) {
  if (person.joined === null) return;
  if (person.probe) end(person.probe, reason === "shutdown" ? reason : `member-${reason}`);
  if (reason !== "matched") send(person, "waiting_room_closed", { reason });
  person.joined = null;
  emit("stay-closed", { subject: person.name, reason });
}

function pairUp() {
  const present = [...people.values()].filter((one) => one.joined !== null && one.socket !== null);
  const free = present.filter((one) => !one.probe && busyUntil(one) <= now);
  free.sort((a, b) => a.since - b.since);
  for (; free.length > 1; free.splice(0, 2)) {
    const pair = free.slice(0, 2).sort((a, b) => (a.name < b.name ? -1 : 1));
    const members = pair.map((one) => one.name);
    const id = `probe_00000000-0000-4000-8000-${String(probes.size).padStart(12, "0")}`;
    const probe = { id, pair, members, phase: "preparing", then: "timeout", ready: new Set(),
      reports: new Map(), until: now + limits.preparing, latest: now + limits.timeout };
    probes.set(id, probe);
    emit("probe-created", { probe: id, members });
    for (const one of pair) [one.probe, one.last] = [probe, probe];
    pair.forEach(prepare);
  }
}

function prepare(person) {
  const peer_subject_id = other(person.probe, person).name;
  const turn = { turn_username: null, turn_credential: null };
  send(person, "probe_prepare", { probe_session_id: person.probe.id, peer_subject_id, ...turn });
}

function about(probe, person, event, payload) {
  const { id: probe_session_id, phase, reports } = probe;
  const to = other(probe, person);
  const isOpen = phase !== "preparing" && phase !== "ended" && !reports.has(to);
  if (event === "probe_ready" && phase === "preparing") {
    if (probe.ready.add(person).size < 2) return;
    Object.assign(probe, { phase: "connecting", started: now, until: probe.latest });
    for (const one of [...probe.pair].reverse()) send(one, "probe_start", { probe_session_id });
  } else if (event === "probe_connected" && phase === "connecting") {
    probe.phase = "measuring";
  } else if (event === "probe_signal" && isOpen && payload.target_subject_id === to.name) {
    const { target_subject_id, ...signal } = payload;
    send(to, "probe_signal", { ...signal, from_subject_id: person.name });
  } else if (event === "probe_result" && !reports.has(person)) {
    report(probe, person, payload.success, payload.rtt_ms);
  }
}

function report(probe, person, isSuccess, rtt) {
  if (probe.phase === "preparing" && isSuccess && rtt !== null) return;
  probe.reports.set(person, now);
  if (probe.phase === "ended") return; // it says only that its sender measures no more
  if (isSuccess && typeof rtt === "number" && rtt >= 0 && rtt <= 60_000) {
    end(probe, "complete", rtt);
  } else if (probe.phase === "preparing" || probe.reports.size === 2) {
    end(probe, "reported-failure");
  } else {
    const until = Math.min(now + limits.settle, probe.latest);
    Object.assign(probe, { phase: "settling", then: "reported-failure", until });
  }
}

function end(probe, outcome, rtt_ms = null) {
  const { id, pair, members, phase, reports } = probe;
  emit("probe-finished", { probe: id, members, outcome, phase, rtt_ms });
  probe.phase = "ended";
  for (const one of pair) {
    [one.probe, one.since] = [null, now];
    if (!reports.has(one)) send(one, "probe_cancel", { probe_session_id: id, reason: outcome });
  }
  if (rtt_ms === null || rtt_ms > mostRtt || pair.some((one) => one.socket === null)) return;
  const match = id.replace("probe", "match");
  emit("match-formed", { match, members, pairs: [{ members, rtt_ms }] });
  for (const one of pair) {
    close(one, "matched");
    send(one, "match_found", { match_id: match, members, rtt_ms });
  }
  emit("match-final", { match });
}

const bytes = Buffer.alloc(1 << 20); // streams would take as long as all of the above
for (let filled = 0, more; (more = readSync(0, bytes, { offset: filled })) > 0; ) {
  filled += more;
  if (bytes[filled - 1] !== 10) continue; // a long line comes in parts
  const line = JSON.parse(bytes.toString("utf8", 0, filled));
  const hello = { wire: 1, name: "little coordinator" };
  const answer = line.hello ? { hello } : line.reset ? reset(line.reset) : accept(line);
  writeSync(1, `${JSON.stringify({ n: line.n, ...answer })}\n`);
  filled = 0;
}
