package dev.sonde.sim;

import dev.sonde.lobby.Effect;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.outcome.MatchRow;
import dev.sonde.sim.outcome.PersonRow;
import dev.sonde.sim.outcome.ProbeRow;
import dev.sonde.sim.outcome.QueuePoint;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.population.Participant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what the lobby says happened as rows: people, probes, matches. */
final class Recorder {

    private static final long NEVER = -1;

    private final Map<SubjectId, PersonLog> people = new LinkedHashMap<>();
    private final Map<ProbeId, ProbeLog> liveProbes = new LinkedHashMap<>();
    private final List<ProbeLog> probes = new ArrayList<>();
    private final Map<MatchId, MatchLog> openMatches = new LinkedHashMap<>();
    private final List<MatchLog> matches = new ArrayList<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private final QueueLog queue = new QueueLog();
    private long waiting;
    private long waitingMax;
    private long waitingAtUntil;
    private long signals;
    private long signalBytes;

    private static final class PersonLog {
        final Participant participant;
        long firstJoinNanos = NEVER;
        long matchedNanos = NEVER;
        String end = "never-joined";
        boolean abandoned;

        PersonLog(Participant participant) {
            this.participant = participant;
        }
    }

    private static final class ProbeLog {
        final SubjectId a;
        final SubjectId b;
        final long createdNanos;
        String outcome = "unfinished";
        String phase = "";
        double rttMillis = Double.NaN;
        long trueRttNanos = NEVER;
        String candidateType = "";
        long startNanos = NEVER;
        long openNanos = NEVER;
        long endNanos = NEVER;
        int open;

        ProbeLog(SubjectId a, SubjectId b, long createdNanos) {
            this.a = a.compareTo(b) < 0 ? a : b;
            this.b = a.compareTo(b) < 0 ? b : a;
            this.createdNanos = createdNanos;
        }
    }

    private static final class MatchLog {
        final List<SubjectId> members;
        final double rttMillis;
        final long atNanos;
        boolean cancelled;

        MatchLog(List<SubjectId> members, double rttMillis, long atNanos) {
            this.members = members;
            this.rttMillis = rttMillis;
            this.atNanos = atNanos;
        }
    }

    Recorder(List<Participant> population) {
        for (Participant participant : population) {
            people.put(participant.spec().subject(), new PersonLog(participant));
        }
    }

    void effect(long nowNanos, Effect effect) {
        if (effect instanceof Effect.Send send) {
            sent(nowNanos, send.message());
        } else if (effect instanceof Effect.ProbeCreated created) {
            ProbeLog log = new ProbeLog(created.subjectA(), created.subjectB(), nowNanos);
            probes.add(log);
            liveProbes.put(created.probe(), log);
        } else if (effect instanceof Effect.ProbeFinished finished) {
            finished(nowNanos, finished);
        } else if (effect instanceof Effect.StayOpened opened) {
            stayOpened(nowNanos, opened);
        } else if (effect instanceof Effect.StayClosed closed) {
            waiting--;
            queue.add(nowNanos, waiting);
            log(closed.subject()).end = closed.reason().wireName();
        } else if (effect instanceof Effect.MatchFormed formed) {
            matchFormed(nowNanos, formed);
        } else if (effect instanceof Effect.MatchFinal isFinal) {
            openMatches.remove(isFinal.match());
        } else if (effect instanceof Effect.MatchCancelled cancelled) {
            cancelled(openMatches.remove(cancelled.match()));
        } else if (effect instanceof Effect.Refused refused) {
            refusals.merge(refused.reason().wireName(), 1L, Long::sum);
        }
    }

    private void sent(long nowNanos, ServerMessage message) {
        if (message instanceof ServerMessage.RelayedSignal signal) {
            signals++;
            signalBytes += signal.payload().sizeBytes();
        } else if (message instanceof ServerMessage.Start start) {
            ProbeLog log = liveProbes.get(start.probe());
            if (log != null && log.startNanos == NEVER) {
                log.startNanos = nowNanos;
            }
        }
    }

    private void finished(long nowNanos, Effect.ProbeFinished finished) {
        ProbeLog log = liveProbes.remove(finished.probe());
        if (log != null) {
            log.endNanos = nowNanos;
            log.outcome = finished.outcome().wireName();
            log.phase = finished.outcome().phase().wireName();
            if (finished.outcome() instanceof ProbeOutcome.Complete complete) {
                log.rttMillis = complete.rttMillis();
            }
        }
    }

    private void stayOpened(long nowNanos, Effect.StayOpened opened) {
        waiting++;
        queue.add(nowNanos, waiting);
        waitingMax = Math.max(waitingMax, waiting);
        PersonLog log = log(opened.subject());
        log.end = "waiting";
        if (log.firstJoinNanos == NEVER) {
            log.firstJoinNanos = nowNanos;
        }
    }

    private void matchFormed(long nowNanos, Effect.MatchFormed formed) {
        double worst = Double.NaN;
        for (Effect.PairRtt pair : formed.pairs()) {
            worst = Double.isNaN(worst) ? pair.rttMillis() : Math.max(worst, pair.rttMillis());
        }
        MatchLog match = new MatchLog(formed.members(), worst, nowNanos);
        matches.add(match);
        openMatches.put(formed.match(), match);
        for (SubjectId member : formed.members()) {
            PersonLog log = log(member);
            if (log.matchedNanos == NEVER) {
                log.matchedNanos = nowNanos;
            }
        }
    }

    private void cancelled(@org.jspecify.annotations.Nullable MatchLog match) {
        if (match == null) {
            return;
        }
        match.cancelled = true;
        for (SubjectId member : match.members) {
            PersonLog log = log(member);
            if (log.matchedNanos == match.atNanos) {
                log.matchedNanos = NEVER;
            }
        }
    }

    /** Somebody of whom the scenario knows nothing can only come from a broken lobby. */
    private PersonLog log(SubjectId subject) {
        PersonLog log = people.get(subject);
        if (log == null) {
            throw new LobbyFailure(
                    "it speaks of '" + subject + "', but the scenario has nobody of that name");
        }
        return log;
    }

    /** A data channel is open on one side of a probe. */
    void opened(long nowNanos, ProbeId probe, long trueRttNanos, String candidateType) {
        ProbeLog log = liveProbes.get(probe);
        if (log == null) {
            return;
        }
        log.open++;
        log.trueRttNanos = trueRttNanos;
        if (!log.candidateType.equals("relay")) {
            log.candidateType = candidateType;
        }
        if (log.open == 2) {
            log.openNanos = nowNanos;
        }
    }

    void abandoned(SubjectId subject) {
        log(subject).abandoned = true;
    }

    /** The lobby's memory is gone: nobody waits, nothing lives. */
    void crashed(long nowNanos) {
        waiting = 0;
        queue.add(nowNanos, 0);
        for (ProbeLog log : liveProbes.values()) {
            log.outcome = "lost-with-server";
        }
        liveProbes.clear();
        openMatches.clear();
        for (PersonLog log : people.values()) {
            if (log.end.equals("waiting")) {
                log.end = "lost";
            }
        }
    }

    void until() {
        waitingAtUntil = waiting;
    }

    boolean nobodyWaits() {
        return waiting == 0;
    }

    long waitingAtUntil() {
        return waitingAtUntil;
    }

    long waitingMax() {
        return waitingMax;
    }

    List<QueuePoint> queue() {
        return queue.points();
    }

    long signals() {
        return signals;
    }

    long signalBytes() {
        return signalBytes;
    }

    List<RunResult.Counted> refusals() {
        List<RunResult.Counted> counted = new ArrayList<>(refusals.size());
        refusals.forEach((name, count) -> counted.add(new RunResult.Counted(name, count)));
        return counted;
    }

    List<MatchRow> matchRows() {
        List<MatchRow> rows = new ArrayList<>(matches.size());
        for (MatchLog match : matches) {
            rows.add(new MatchRow(
                    ids(match.members), match.rttMillis, match.atNanos, match.cancelled));
        }
        return rows;
    }

    private static List<String> ids(List<SubjectId> members) {
        List<String> ids = new ArrayList<>(members.size());
        for (SubjectId member : members) {
            ids.add(member.value());
        }
        Collections.sort(ids);
        return ids;
    }

    List<ProbeRow> probeRows() {
        List<ProbeRow> rows = new ArrayList<>(probes.size());
        for (ProbeLog log : probes) {
            rows.add(new ProbeRow(
                    log.a.value(),
                    log.b.value(),
                    log.outcome,
                    log.phase,
                    log.rttMillis,
                    log.trueRttNanos,
                    log.candidateType,
                    log.createdNanos,
                    log.startNanos,
                    log.openNanos,
                    log.endNanos));
        }
        return rows;
    }

    /** Everybody who ever waited, in the order of the scenario. */
    List<Participant> joined() {
        return people.values().stream()
                .filter(log -> log.firstJoinNanos != NEVER)
                .map(log -> log.participant)
                .toList();
    }

    List<PersonRow> personRows() {
        List<PersonRow> rows = new ArrayList<>(people.size());
        for (PersonLog log : people.values()) {
            rows.add(row(log));
        }
        return rows;
    }

    private static PersonRow row(PersonLog log) {
        Participant participant = log.participant;
        var profile = participant.spec().host().profile();
        return new PersonRow(
                participant.spec().subject().value(),
                participant.group(),
                profile.name(),
                NatNames.of(profile),
                participant.region(),
                profile.baseNanos(),
                log.firstJoinNanos,
                log.matchedNanos,
                log.end,
                log.abandoned);
    }
}
