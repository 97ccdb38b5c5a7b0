package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.matchmaking.Fifo;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.outcome.ClaimResult;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Judges one run of a lobby under test by every claim, from its inputs and effects alone.
 *
 * <p>The driver tells it each input before the lobby gets it, each effect in order after the call
 * has returned, and the end of each kernel event. Events are numbered from 1, instants are
 * nanoseconds.
 */
public final class Oracle {

    /** What nearly every run comes to. */
    private static final List<ClaimResult> ALL_HELD =
            Arrays.stream(anyClaims().all()).map(claim -> claim.result(false)).toList();

    private final Ledger ledger;
    private final InputReader inputs;
    private final EffectReader effects;
    private final Relay relay;
    private final ReachedLabels reached;
    private final Claims claims;

    /** What the lobby got last, until its first effect or the next input. */
    private @Nullable Input unread;

    private boolean isStepOpen;
    private boolean wasRefused;
    private boolean hasEnded;

    public Oracle(OracleSettings settings) {
        this(settings, new ReachedLabels());
    }

    /** @param reached counts what the run exercises, beside what other runs did */
    public Oracle(OracleSettings settings, ReachedLabels reached) {
        this.reached = reached;
        ledger = new Ledger(settings);
        DrainingBook draining = new DrainingBook(ledger);
        inputs = new InputReader(ledger, draining);
        effects = new EffectReader(ledger, draining);
        relay = new Relay(ledger);
        claims = new Claims(ledger);
    }

    /** The names of all claims, in their order. */
    public static List<String> claimNames() {
        return Arrays.stream(anyClaims().all()).map(Claim::name).toList();
    }

    private static Claims anyClaims() {
        return new Claims(new Ledger(OracleSettings.defaults(Fifo.withoutLimit())));
    }

    /** This input goes into the lobby next. */
    public void input(long event, long nowNanos, Input input) {
        closeStep();
        at(event, nowNanos);
        unread = input;
        isStepOpen = true;
        wasRefused = false;
    }

    /** A message over the rate limit changes nothing, which only its refusal says. */
    private void read(@Nullable Effect first) {
        Input input = unread;
        if (input == null) {
            return;
        }
        unread = null;
        boolean isOverLimit = input instanceof Input.Receive
                && first instanceof Effect.Refused refused
                && refused.reason() == Refusal.RATE_LIMIT;
        if (isOverLimit) {
            inputs.passOver((Input.Receive) input);
        } else {
            inputs.read(input);
            reached.input(ledger);
        }
        claims.input(ledger.input);
    }

    /** The lobby emitted this in its last step. */
    public void effect(long event, long nowNanos, Effect effect) {
        read(effect);
        at(event, nowNanos);
        reached.effect(effect);
        if (effect instanceof Effect.Send send) {
            sent(send);
        } else if (effect instanceof Effect.ProbeCreated created) {
            created(created);
        } else if (effect instanceof Effect.ProbeFinished finished) {
            finished(finished);
        } else if (effect instanceof Effect.StayOpened opened) {
            stayOpened(opened);
        } else if (effect instanceof Effect.StayClosed closed) {
            stayClosed(closed);
        } else if (effect instanceof Effect.Close close) {
            close(close);
        } else if (effect instanceof Effect.Refused refused) {
            refused(refused);
        } else if (effect instanceof Effect.MatchFormed formed) {
            matchFormed(formed);
        } else if (effect instanceof Effect.MatchFinal isFinal) {
            matchFinal(isFinal);
        } else if (effect instanceof Effect.MatchCancelled cancelled) {
            matchCancelled(cancelled);
        } else if (effect instanceof Effect.StrategyFailed failed) {
            text(failed.error());
        }
    }

    /** A kernel event is over, whether or not the lobby had a part in it. */
    public void afterEvent(long event, long nowNanos) {
        at(event, nowNanos);
        closeStep();
        claims.afterEvent(nowNanos);
        ledger.forgetPeople();
        ledger.pairs.forget(nowNanos);
    }

    /**
     * A client that does as it should reported a success.
     *
     * @param trueMedianMillis median of the true round-trip times of the pongs that it counted
     * @param allowanceMillis how far off it may be: 2 ms, its clock's drift, the time its handlers
     *     were frozen
     */
    public void honestResult(
            long event,
            long nowNanos,
            SubjectId subject,
            ProbeId probe,
            double reportedMillis,
            double trueMedianMillis,
            double allowanceMillis) {
        at(event, nowNanos);
        claims.honestResult(subject, reportedMillis, trueMedianMillis, allowanceMillis);
    }

    /** The storm is over: no more faults. */
    public void calm(long event, long nowNanos) {
        at(event, nowNanos);
        closeStep();
        claims.calm();
    }

    /** Nothing is left to do. */
    public void end(long event, long nowNanos, EndFacts facts) {
        at(event, nowNanos);
        closeStep();
        hasEnded = true;
        claims.end(facts);
    }

    /** Something else of this run was exercised: a fault in a phase, for example. */
    public void reached(String label) {
        reached.count(label);
    }

    /**
     * The phase of the live probe of this person, for labels of faults; {@code none} without one.
     */
    public String phaseOf(SubjectId subject) {
        read(null);
        Person person = ledger.knownPerson(subject);
        return person == null || person.probe == null ? "none" : person.probe.phase.wireName();
    }

    public ReachedLabels reachedLabels() {
        return reached;
    }

    public boolean violated() {
        return ledger.isAnyViolated;
    }

    /**
     * Every claim, always in the same order.
     *
     * @param limitHit true if a limit ended the run before it was over
     */
    public List<ClaimResult> results(boolean limitHit) {
        boolean cutShort = limitHit || !hasEnded;
        if (!cutShort && !ledger.isAnyViolated && !ledger.isAnySkipped) {
            return ALL_HELD;
        }
        Claim[] all = claims.all();
        List<ClaimResult> results = new ArrayList<>(all.length);
        for (Claim claim : all) {
            results.add(claim.result(cutShort));
        }
        return results;
    }

    private void at(long event, long nowNanos) {
        read(null);
        claims.time(event, nowNanos);
        ledger.event = event;
        ledger.nowNanos = nowNanos;
    }

    private void closeStep() {
        read(null);
        if (isStepOpen) {
            isStepOpen = false;
            claims.afterStep();
            inputs.endOfStep(wasRefused);
        }
    }

    private void sent(Effect.Send send) {
        Connection to = ledger.connection(send.socket());
        claims.sent(send, to);
        ServerMessage message = send.message();
        if (message instanceof ServerMessage.RelayedSignal relayed) {
            relay.resolve(relayed, to);
            claims.relayed(relay);
            relay.remember();
        } else if (message instanceof ServerMessage.Start start) {
            ProbeLog probe = ledger.probe(start.probe());
            claims.started(start, to, probe);
            effects.started(to, probe);
        } else {
            if (message instanceof ServerMessage.Prepare prepare) {
                ProbeLog probe = ledger.probe(prepare.probe());
                claims.prepared(send, prepare, to, probe);
            }
            effects.sent(to, message);
        }
    }

    private void created(Effect.ProbeCreated effect) {
        Person a = ledger.person(effect.subjectA());
        Person b = ledger.person(effect.subjectB());
        claims.created(effect, a, b);
        effects.created(effect, a, b);
    }

    private void finished(Effect.ProbeFinished effect) {
        @Nullable ProbeLog probe = ledger.probe(effect.probe());
        claims.finished(effect, probe);
        effects.finished(probe, effect.outcome());
    }

    private void stayOpened(Effect.StayOpened effect) {
        Person person = ledger.person(effect.subject());
        claims.stayOpened(effect, person);
        effects.stayOpened(effect, person);
    }

    private void stayClosed(Effect.StayClosed effect) {
        Person person = ledger.person(effect.subject());
        claims.stayClosed(effect, person);
        effects.stayClosed(person, effect.reason());
    }

    private void close(Effect.Close effect) {
        Connection connection = ledger.connection(effect.socket());
        if (connection != null) {
            connection.closedByLobby = true;
        }
    }

    private void refused(Effect.Refused effect) {
        wasRefused = true;
        inputs.refused(effect);
        claims.refused(effect);
        text(effect.event());
    }

    private void text(String text) {
        claims.text(text);
    }

    private void matchFormed(Effect.MatchFormed effect) {
        List<Person> members = new ArrayList<>(effect.members().size());
        for (SubjectId member : effect.members()) {
            members.add(ledger.person(member));
        }
        claims.matchFormed(effect, members);
        effects.matchFormed(effect, members);
    }

    private void matchFinal(Effect.MatchFinal effect) {
        MatchLog match = ledger.match(effect.match());
        claims.matchFinal(effect, match);
        effects.matchOver(match);
    }

    private void matchCancelled(Effect.MatchCancelled effect) {
        MatchLog match = ledger.match(effect.match());
        claims.matchCancelled(effect, match);
        effects.matchOver(match);
        text(effect.reason());
    }
}
