package dev.sonde.sim.oracle;

import java.util.List;
import java.util.function.IntFunction;

/** Every claim once, in the order of claims.md, and who of them listens to what. */
final class Claims {

    final Monotone monotone;
    final List<Claim> all;
    final Hooks.OnInput[] onInput;
    final Hooks.OnSend[] onSend;
    final Hooks.OnPrepare[] onPrepare;
    final Hooks.OnStart[] onStart;
    final Hooks.OnRelay[] onRelay;
    final Hooks.OnCreated[] onCreated;
    final Hooks.OnFinished[] onFinished;
    final Hooks.OnStayOpened[] onStayOpened;
    final Hooks.OnStayClosed[] onStayClosed;
    final Hooks.OnMatchFormed[] onMatchFormed;
    final Hooks.OnMatchFinal[] onMatchFinal;
    final Hooks.OnMatchCancelled[] onMatchCancelled;
    final Hooks.OnRefused[] onRefused;
    final Hooks.OnText[] onText;
    final Hooks.OnHonestResult[] onHonestResult;
    final Hooks.AfterStep[] afterStep;
    final Hooks.AfterEvent[] afterEvent;
    final Hooks.OnCalm[] onCalm;
    final Hooks.AtEnd[] atEnd;

    Claims(Ledger ledger) {
        monotone = new Monotone(ledger);
        Proposals proposals = new Proposals(ledger);
        all = List.of(
                new CompleteOnce(ledger),
                new Cause(ledger),
                new BothReady(ledger),
                new Draining(ledger),
                new OneProbe(ledger),
                new Membership(ledger),
                new Attribution(ledger),
                new Fifo(ledger),
                new FreshSocket(ledger),
                new RttVerdict(ledger),
                new NoSelf(ledger),
                new GroupComplete(ledger),
                new OneInitiator(ledger),
                new NoGhost(ledger),
                new AtomicMatch(ledger),
                new FailClass(ledger, proposals),
                new NoSpin(ledger),
                new Terminates(ledger),
                new BoundedWait(ledger),
                new Secrets(ledger),
                new Bounded(ledger),
                monotone,
                new NoLeak(ledger),
                new Conservation(ledger),
                new NoLostWakeup(ledger, proposals),
                new Survivor(ledger),
                new Reconnect(ledger),
                new Truth(ledger));
        onInput = those(Hooks.OnInput.class, Hooks.OnInput[]::new);
        onSend = those(Hooks.OnSend.class, Hooks.OnSend[]::new);
        onPrepare = those(Hooks.OnPrepare.class, Hooks.OnPrepare[]::new);
        onStart = those(Hooks.OnStart.class, Hooks.OnStart[]::new);
        onRelay = those(Hooks.OnRelay.class, Hooks.OnRelay[]::new);
        onCreated = those(Hooks.OnCreated.class, Hooks.OnCreated[]::new);
        onFinished = those(Hooks.OnFinished.class, Hooks.OnFinished[]::new);
        onStayOpened = those(Hooks.OnStayOpened.class, Hooks.OnStayOpened[]::new);
        onStayClosed = those(Hooks.OnStayClosed.class, Hooks.OnStayClosed[]::new);
        onMatchFormed = those(Hooks.OnMatchFormed.class, Hooks.OnMatchFormed[]::new);
        onMatchFinal = those(Hooks.OnMatchFinal.class, Hooks.OnMatchFinal[]::new);
        onMatchCancelled = those(Hooks.OnMatchCancelled.class, Hooks.OnMatchCancelled[]::new);
        onRefused = those(Hooks.OnRefused.class, Hooks.OnRefused[]::new);
        onText = those(Hooks.OnText.class, Hooks.OnText[]::new);
        onHonestResult = those(Hooks.OnHonestResult.class, Hooks.OnHonestResult[]::new);
        afterStep = those(Hooks.AfterStep.class, Hooks.AfterStep[]::new);
        afterEvent = those(Hooks.AfterEvent.class, Hooks.AfterEvent[]::new);
        onCalm = those(Hooks.OnCalm.class, Hooks.OnCalm[]::new);
        atEnd = those(Hooks.AtEnd.class, Hooks.AtEnd[]::new);
    }

    private <H> H[] those(Class<H> hook, IntFunction<H[]> array) {
        int count = 0;
        for (Claim claim : all) {
            count += hook.isInstance(claim) ? 1 : 0;
        }
        H[] those = array.apply(count);
        int next = 0;
        for (Claim claim : all) {
            if (hook.isInstance(claim)) {
                those[next++] = hook.cast(claim);
            }
        }
        return those;
    }
}
