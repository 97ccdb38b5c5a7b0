package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ProbeOutcome.Phase;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.StayEnd;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Writes into the {@link Ledger} what effects say, after the claims have seen them. */
final class EffectReader {

    private final Ledger ledger;
    private final DrainingBook draining;

    EffectReader(Ledger ledger, DrainingBook draining) {
        this.ledger = ledger;
        this.draining = draining;
    }

    void sent(@Nullable Connection to, ServerMessage message) {
        if (to == null) {
            return;
        }
        Person person = to.person;
        if (message instanceof ServerMessage.WaitingRoomState
                || message instanceof ServerMessage.Prepare) {
            hears(to, person);
        } else if (message instanceof ServerMessage.WaitingRoomClosed) {
            hears(to, person);
            person.toldClosedStep = ledger.step;
        } else if (message instanceof ServerMessage.MatchFound found) {
            hears(to, person);
            if (found.members().contains(person.subject)) {
                person.toldMatchStep = ledger.step;
            }
        }
    }

    private void hears(Connection to, Person person) {
        if (to.isCurrent()) {
            person.heardState = true;
        }
    }

    void started(@Nullable Connection to, @Nullable ProbeLog probe) {
        if (to == null || probe == null || !probe.isLive()) {
            return;
        }
        Side side = probe.sideOf(to.person);
        if (side == null) {
            return;
        }
        if (!side.isStarted) {
            side.isStarted = true;
            side.startedAtNanos = ledger.nowNanos;
        }
        side.startedOn = to;
        if (probe.phase == Phase.PREPARING) {
            probe.advance(Phase.CONNECTING, ledger.step);
        }
    }

    void created(Effect.ProbeCreated effect, Person a, Person b) {
        ledger.probesCreated++;
        ledger.liveCount++;
        ProbeLog probe = new ProbeLog(effect.probe(), a, b, ledger.nowNanos, ledger.step);
        ledger.add(probe);
        a.probe = probe;
        b.probe = probe;
        a.acceptedWith = null;
        b.acceptedWith = null;
    }

    void finished(@Nullable ProbeLog probe, ProbeOutcome outcome) {
        ledger.probesFinished++;
        if (probe == null || !probe.isLive()) {
            return;
        }
        ledger.liveCount--;
        probe.advance(Phase.ENDED, ledger.step);
        leave(probe, probe.a.person);
        leave(probe, probe.b.person);
        ledger.pairs.finished(probe, outcome, ledger.nowNanos);
        if (outcome instanceof ProbeOutcome.Complete complete && !rejects(complete.rttMillis())) {
            probe.a.person.acceptedWith = probe.b.person;
            probe.b.person.acceptedWith = probe.a.person;
        }
        draining.ended(probe);
    }

    private boolean rejects(double rttMillis) {
        return rttMillis
                > ledger.settings.matchmaker().maxP2pRttMillis().orElse(Double.POSITIVE_INFINITY);
    }

    private void leave(ProbeLog probe, Person person) {
        if (person.probe == probe) {
            person.probe = null;
            person.changedAtNanos = ledger.nowNanos;
        }
    }

    void stayOpened(Effect.StayOpened effect, Person person) {
        ledger.staysOpened++;
        if (!person.waiting) {
            ledger.waitingCount++;
        }
        person.waiting = true;
        person.joinedAtNanos = effect.joinedAtNanos();
        person.stayOpenedAtNanos = ledger.nowNanos;
        person.stayOpenedStep = ledger.step;
        person.changedAtNanos = ledger.nowNanos;
        person.stayEnd = null;
        person.acceptedWith = null;
        ledger.waiting.add(person);
    }

    void stayClosed(Person person, StayEnd reason) {
        ledger.staysClosed[reason.ordinal()]++;
        if (person.waiting) {
            ledger.waitingCount--;
        }
        person.waiting = false;
        if (person.owesJoin
                && ledger.nowNanos - person.newPageAtNanos
                        >= ledger.settings.waiting().graceNanos()) {
            // A new page that did not join in time: its probe may end by that in this step, too.
            person.leaveStep = ledger.step;
        }
        person.owesJoin = false;
        person.stayClosedStep = ledger.step;
        person.stayEnd = reason;
        Person partner = person.acceptedWith;
        person.acceptedWith = null;
        if (partner != null && partner.acceptedWith == person) {
            partner.acceptedWith = null;
            partner.changedAtNanos = ledger.nowNanos;
        }
        ledger.waiting.remove(person);
    }

    MatchLog matchFormed(Effect.MatchFormed effect, List<Person> members) {
        ledger.membersMatched += members.size();
        MatchLog match = new MatchLog(effect.match(), members, ledger.nowNanos, ledger.step);
        ledger.add(match);
        for (Person member : members) {
            member.match = match;
            member.matchedStep = ledger.step;
        }
        return match;
    }

    void matchOver(@Nullable MatchLog match) {
        if (match == null) {
            return;
        }
        match.isOver = true;
        for (Person member : match.members) {
            if (member.match == match) {
                member.match = null;
            }
            if (!member.waiting) {
                member.joinedAtNanos = Person.NEVER;
                member.stayOpenedAtNanos = Person.NEVER;
            }
        }
        ledger.drop(match);
    }
}
