package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Every claim once, in the order of claims.md, and who of them listens to what, in the same order.
 *
 * <p>Written out, not found by asking each claim what it implements: an oracle is made for each
 * run, and a run may take no longer than the asking did. A test holds this page against what the
 * claims implement.
 */
final class Claims {

    private final CompleteOnce completeOnce;
    private final Cause cause;
    private final BothReady bothReady;
    private final Draining draining;
    private final OneProbe oneProbe;
    private final Membership membership;
    private final Attribution attribution;
    private final Fifo fifo;
    private final FreshSocket freshSocket;
    private final RttVerdict rttVerdict;
    private final NoSelf noSelf;
    private final GroupComplete groupComplete;
    private final OneInitiator oneInitiator;
    private final NoGhost noGhost;
    private final AtomicMatch atomicMatch;
    private final FailClass failClass;
    private final NoSpin noSpin;
    private final Terminates terminates;
    private final BoundedWait boundedWait;
    private final Secrets secrets;
    private final Bounded bounded;
    private final Monotone monotone;
    private final NoLeak noLeak;
    private final Conservation conservation;
    private final NoLostWakeup noLostWakeup;
    private final Survivor survivor;
    private final Reconnect reconnect;
    private final Truth truth;

    Claims(Ledger ledger) {
        Proposals proposals = new Proposals(ledger);
        completeOnce = new CompleteOnce(ledger);
        cause = new Cause(ledger);
        bothReady = new BothReady(ledger);
        draining = new Draining(ledger);
        oneProbe = new OneProbe(ledger);
        membership = new Membership(ledger);
        attribution = new Attribution(ledger);
        fifo = new Fifo(ledger);
        freshSocket = new FreshSocket(ledger);
        rttVerdict = new RttVerdict(ledger);
        noSelf = new NoSelf(ledger);
        groupComplete = new GroupComplete(ledger);
        oneInitiator = new OneInitiator(ledger);
        noGhost = new NoGhost(ledger);
        atomicMatch = new AtomicMatch(ledger);
        failClass = new FailClass(ledger, proposals);
        noSpin = new NoSpin(ledger);
        terminates = new Terminates(ledger);
        boundedWait = new BoundedWait(ledger);
        secrets = new Secrets(ledger);
        bounded = new Bounded(ledger);
        monotone = new Monotone(ledger);
        noLeak = new NoLeak(ledger);
        conservation = new Conservation(ledger);
        noLostWakeup = new NoLostWakeup(ledger, proposals);
        survivor = new Survivor(ledger);
        reconnect = new Reconnect(ledger);
        truth = new Truth(ledger);
    }

    /** In their order. */
    Claim[] all() {
        return new Claim[] {
            completeOnce,
            cause,
            bothReady,
            draining,
            oneProbe,
            membership,
            attribution,
            fifo,
            freshSocket,
            rttVerdict,
            noSelf,
            groupComplete,
            oneInitiator,
            noGhost,
            atomicMatch,
            failClass,
            noSpin,
            terminates,
            boundedWait,
            secrets,
            bounded,
            monotone,
            noLeak,
            conservation,
            noLostWakeup,
            survivor,
            reconnect,
            truth
        };
    }

    /** Before the ledger takes over the new time. */
    void time(long event, long nowNanos) {
        monotone.time(event, nowNanos);
    }

    void input(Input input) {
        terminates.input(input);
        boundedWait.input(input);
        survivor.input(input);
        reconnect.input(input);
    }

    void sent(Effect.Send effect, @Nullable Connection to) {
        freshSocket.sent(effect, to);
    }

    void prepared(
            Effect.Send effect,
            ServerMessage.Prepare message,
            @Nullable Connection to,
            @Nullable ProbeLog probe) {
        secrets.prepared(effect, message, to, probe);
        monotone.prepared(effect, message, to, probe);
    }

    void started(ServerMessage.Start message, @Nullable Connection to, @Nullable ProbeLog probe) {
        bothReady.started(message, to, probe);
        membership.started(message, to, probe);
        fifo.started(message, to, probe);
    }

    void relayed(Relay relay) {
        membership.relayed(relay);
        attribution.relayed(relay);
        fifo.relayed(relay);
        bounded.relayed(relay);
    }

    void created(Effect.ProbeCreated effect, Person a, Person b) {
        completeOnce.created(effect, a, b);
        draining.created(effect, a, b);
        oneProbe.created(effect, a, b);
        noSelf.created(effect, a, b);
        oneInitiator.created(effect, a, b);
        noGhost.created(effect, a, b);
        noSpin.created(effect, a, b);
        bounded.created(effect, a, b);
    }

    void finished(Effect.ProbeFinished effect, @Nullable ProbeLog probe) {
        completeOnce.finished(effect, probe);
        cause.finished(effect, probe);
        membership.finished(effect, probe);
        rttVerdict.finished(effect, probe);
        failClass.finished(effect, probe);
        monotone.finished(effect, probe);
    }

    void stayOpened(Effect.StayOpened effect, Person person) {
        atomicMatch.stayOpened(effect, person);
        boundedWait.stayOpened(effect, person);
        bounded.stayOpened(effect, person);
    }

    void stayClosed(Effect.StayClosed effect, Person person) {
        atomicMatch.stayClosed(effect, person);
        failClass.stayClosed(effect, person);
        boundedWait.stayClosed(effect, person);
        noLostWakeup.stayClosed(effect, person);
        reconnect.stayClosed(effect, person);
    }

    void matchFormed(Effect.MatchFormed effect, List<Person> members) {
        rttVerdict.matchFormed(effect, members);
        noSelf.matchFormed(effect, members);
        groupComplete.matchFormed(effect, members);
        noGhost.matchFormed(effect, members);
        atomicMatch.matchFormed(effect, members);
    }

    void matchFinal(Effect.MatchFinal effect, @Nullable MatchLog match) {
        survivor.matchFinal(effect, match);
    }

    void matchCancelled(Effect.MatchCancelled effect, @Nullable MatchLog match) {
        survivor.matchCancelled(effect, match);
    }

    void refused(Effect.Refused effect) {
        atomicMatch.refused(effect);
    }

    void text(String text) {
        secrets.text(text);
    }

    void honestResult(SubjectId subject, double reported, double trueMedian, double allowance) {
        truth.honestResult(subject, reported, trueMedian, allowance);
    }

    void afterStep() {
        noGhost.afterStep();
        atomicMatch.afterStep();
        boundedWait.afterStep();
        survivor.afterStep();
    }

    void afterEvent(long nowNanos) {
        failClass.afterEvent(nowNanos);
        terminates.afterEvent(nowNanos);
        boundedWait.afterEvent(nowNanos);
        noLostWakeup.afterEvent(nowNanos);
        survivor.afterEvent(nowNanos);
        reconnect.afterEvent(nowNanos);
    }

    void calm() {
        noLostWakeup.calm();
    }

    void end(EndFacts facts) {
        bounded.end(facts);
        noLeak.end(facts);
        conservation.end(facts);
        survivor.end(facts);
        reconnect.end(facts);
    }
}
