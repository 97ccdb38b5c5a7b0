package dev.sonde.sim;

import dev.sonde.sim.pack.WorldState;
import dev.sonde.sim.peer.Behaviour;
import dev.sonde.sim.scenario.MessageFault;
import dev.sonde.sim.scenario.Person;
import dev.sonde.sim.scenario.PersonEntry;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.state.Treatments;

/** What is no state of a run although objects of the run hold it, and why. One place for all. */
final class NoState {

    private static final String ALWAYS = WorldState.LINES + """
            one dev.sonde.sim.Blueprint, the scenario
            one dev.sonde.sim.RunOptions, the seed and the schedule
            one dev.sonde.sim.Chronicle, the trace: nobody reads it during the run
            one dev.sonde.sim.Recorder, rows for the report: who waits is what the claims know
            one dev.sonde.sim.Rest, looks at what others hold
            one dev.sonde.sim.oracle.ReachedLabels, counts for the report
            one dev.sonde.sim.oracle.OracleSettings, the scenario
            one dev.sonde.transitions.Visits, counts for the report
            one dev.sonde.transitions.TransitionTable, never changes
            one dev.sonde.lobby.LobbyConfig, the scenario
            one dev.sonde.presence.PresenceConfig, the scenario
            one dev.sonde.probe.ProbeConfig, the scenario
            one dev.sonde.matchmaking.WaitingConfig, the scenario
            one dev.sonde.matchmaking.PauseConfig, the scenario
            name dev.sonde.protocol.ProbeId, probe: a random name
            name dev.sonde.protocol.MatchId, match: a random name
            name dev.sonde.protocol.SocketId, connection: counts connections
            not dev.sonde.sim.SimulatedIds.probes, the next name is as good as any
            not dev.sonde.sim.SimulatedIds.matches, the next name is as good as any
            not dev.sonde.sim.Attendance.people, the scenario
            not dev.sonde.sim.Attendance.coming, nobody comes and goes under a schedule
            not dev.sonde.sim.Strikes.ofMessages, decided afresh each time
            not dev.sonde.sim.Strikes.effects, follows from what is left
            ahead dev.sonde.sim.network.FlowHost$Lane.outNanos, raised to the packet's instant
            ahead dev.sonde.sim.network.FlowHost$Lane.inNanos, raised to the packet's instant
            ahead dev.sonde.sim.network.FlowSession.checkedNanos, compared with what is to come
            ahead dev.sonde.sim.network.FlowSession.opens, compared with what is to come
            named dev.sonde.sim.network.FlowPeerConnection.number, peer: counts them
            named dev.sonde.sim.network.FlowMediaPlane.live, peer: by their numbers
            not dev.sonde.sim.network.FlowMediaPlane.opened, the next number is only a name
            named dev.sonde.sim.network.SessionDescription.connection, peer: says whose
            named dev.sonde.sim.network.SessionDescription.answers, peer: says to whom
            named dev.sonde.sim.network.IceCandidate.connection, peer: says whose
            ahead dev.sonde.presence.Connection.fullAtNanos, then the bucket is full
            ahead dev.sonde.matchmaking.Person.toldAtNanos, 2000000000: then the next news may come
            order dev.sonde.matchmaking.Person.joinOrder, joins: only compared
            order dev.sonde.matchmaking.Stays.joins, joins: only compared
            order dev.sonde.matchmaking.PairMemory.order, pairs: only compared
            order dev.sonde.matchmaking.PairMemory$Due.order, pairs: only compared
            ahead dev.sonde.sim.oracle.Person.pairsUntilNanos, compared with what is to come
            not dev.sonde.sim.oracle.Ledger.event, for messages
            not dev.sonde.sim.oracle.Claim.name, stands where it stands
            not dev.sonde.sim.oracle.Claim.reads, stands where it stands
            not dev.sonde.sim.oracle.Claim.ledger, there is one
            not dev.sonde.sim.oracle.Ledger.input, of the step that is over
            not dev.sonde.sim.oracle.Ledger.on, of the step that is over
            not dev.sonde.sim.oracle.Ledger.named, of the step that is over
            not dev.sonde.sim.oracle.Ledger.rightful, of the step that is over
            not dev.sonde.sim.oracle.Ledger.signal, of the step that is over
            not dev.sonde.sim.oracle.Oracle.relay, of the step that is over
            not dev.sonde.sim.oracle.Oracle.wasRefused, of the step that is over
            not dev.sonde.sim.oracle.Proposals.cached, of the step that is over
            not dev.sonde.sim.oracle.Proposals.cachedSeeker, of the step that is over
            not dev.sonde.sim.oracle.Proposals.cachedStep, of the step that is over
            not dev.sonde.sim.oracle.Person.presenceStep, only says if it was in this step
            not dev.sonde.sim.oracle.Person.wasPresent, read within the step of presenceStep
            not dev.sonde.sim.oracle.Person.stayClosedStep, only says if it was in this step
            not dev.sonde.sim.oracle.Person.matchedStep, only says if it was in this step
            not dev.sonde.sim.oracle.Person.toldMatchStep, only says if it was in this step
            not dev.sonde.sim.oracle.Person.toldClosedStep, only says if it was in this step
            not dev.sonde.sim.oracle.ProbeLog.createdStep, only says if it was in this step
            not dev.sonde.sim.oracle.ProbeLog.phaseStep, only says if it was in this step
            not dev.sonde.sim.oracle.ProbeLog.phaseBefore, read within the step of phaseStep
            not dev.sonde.sim.oracle.MatchLog.formedStep, only says if it was in this step
            order dev.sonde.sim.oracle.Ledger.step, steps: only compared
            order dev.sonde.sim.oracle.Person.stayOpenedStep, steps: compared with what is owed
            order dev.sonde.sim.oracle.Person.leaveStep, steps: compared with what is owed
            order dev.sonde.sim.oracle.Survivor$Owed.sinceStep, steps: only compared
            order dev.sonde.sim.oracle.Connection.goneStep, gone: 0 or when
            order dev.sonde.sim.oracle.Connection.replacedStep, gone: 0 or when
            order dev.sonde.sim.oracle.Side.saidStep, said: who said it first
            """;

    private static final String WHERE_PAIRS_ARE_MEASURED = """
            not dev.sonde.matchmaking.Person.heardAtNanos, measuring is a sign of life
            not dev.sonde.sim.oracle.Person.heardAtNanos, measuring is a sign of life
            """;

    private static final String WHERE_NOTHING_IS_BLOCKED = """
            not dev.sonde.sim.network.Heartbeat.pongNanos, nobody finds out by it
            not dev.sonde.sim.network.Heartbeat.pingedNanos, nobody finds out by it
            """;

    private static final String OF_TWO = """
            ahead dev.sonde.sim.oracle.Person.changedAtNanos, %1$d: then a proposal is owed
            ahead dev.sonde.sim.oracle.Person.backAtNanos, %1$d: then a proposal is owed
            """;

    private NoState() {}

    /** What is no state in runs of this scenario. */
    static Treatments of(Blueprint blueprint) {
        StringBuilder table = new StringBuilder(ALWAYS);
        boolean isMeasuring = blueprint.matchmaker.maxP2pRttMillis().isPresent();
        if (isMeasuring) {
            table.append(WHERE_PAIRS_ARE_MEASURED);
            if (blocksNobody(blueprint.scenario)) {
                table.append(WHERE_NOTHING_IS_BLOCKED);
            }
        }
        if (isMeasuring && blueprint.lobby.waiting().groupSize() == 2) {
            long owedNanos = blueprint.latenessNanos() + 2;
            table.append(OF_TWO.replace("%1$d", Long.toString(owedNanos)));
        }
        return Treatments.of(table.toString());
    }

    /** True if no connection can fall silent or stall, so that no heartbeat finds out anything. */
    private static boolean blocksNobody(Scenario scenario) {
        return scenario.faults().stream().allMatch(fault -> fault instanceof MessageFault)
                && scenario.people().stream().allMatch(NoState::isHonest);
    }

    private static boolean isHonest(PersonEntry entry) {
        return entry instanceof Person person
                && person.behaviour().equals(Behaviour.HONEST.wireName());
    }
}
