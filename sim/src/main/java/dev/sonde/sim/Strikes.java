package dev.sonde.sim;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.Packet;
import dev.sonde.sim.network.Rule;
import dev.sonde.sim.network.RuleVerdict;
import dev.sonde.sim.peer.Person;
import dev.sonde.sim.scenario.ExploreSection;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Faults that may strike at any moment, as many as the scenario allows. Whether a message is lost
 * or repeated is a choice when it arrives at the relay; a disconnect is an event that may run at
 * any time and never has to.
 */
final class Strikes implements EventHandler, Rule {

    private final Kernel kernel;
    private final Collection<Person> people;
    private final Chronicle chronicle;
    private final Draws ofMessages;
    private final long backAfterNanos;
    private final List<Waiting> waiting = new ArrayList<>();
    private int drops;
    private int repeats;
    private int disconnects;
    private long effects;

    /** A disconnect that may happen. */
    private record Waiting(long handle, Person person) {}

    Strikes(
            Kernel kernel,
            Choices choices,
            Collection<Person> people,
            ExploreSection.Strikes most,
            Chronicle chronicle) {
        this.kernel = kernel;
        this.people = people;
        this.chronicle = chronicle;
        this.ofMessages = choices.draws("explorer", "strike", "message");
        this.backAfterNanos = most.backAfterNanos();
        this.drops = most.drops();
        this.repeats = most.repeats();
        this.disconnects = most.disconnects();
    }

    /** From now on; once, at the start of the run. */
    void start() {
        if (disconnects > 0) {
            people.forEach(this::mayStrike);
        }
    }

    private void mayStrike(Person person) {
        long now = kernel.nowNanos();
        // On a channel of its own, as only messages may wait for ever.
        int channel = kernel.openChannel();
        long handle = kernel.post(channel, now, Kernel.NEVER, this, 0, person);
        kernel.closeChannel(channel);
        waiting.add(new Waiting(handle, person));
    }

    /** No fault strikes any more. */
    void stop() {
        drops = 0;
        repeats = 0;
        disconnects = 0;
        waiting.forEach(one -> kernel.cancel(one.handle()));
        waiting.clear();
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        if (data instanceof Person person) {
            waiting.removeIf(one -> one.person() == person);
            if (person.disconnect(true, backAfterNanos, true, true)) {
                chronicle.add(
                        TraceEntry.Kind.FAULT,
                        Chronicle.FAULT,
                        person.subject().value(),
                        "disconnect strikes");
                disconnects--;
                effects++;
                if (disconnects > 0) {
                    mayStrike(person);
                }
            }
            // One that found no connection does not strike again: a schedule that likes it best
            // would run nothing else. The later instant is a choice of its own.
            if (disconnects == 0) {
                waiting.forEach(one -> kernel.cancel(one.handle()));
                waiting.clear();
            }
        }
    }

    @Override
    public RuleVerdict judge(Packet packet) {
        int options = 1 + (drops > 0 ? 1 : 0) + (repeats > 0 ? 1 : 0);
        long chosen = options == 1 ? 0 : ofMessages.below(options);
        if (chosen == 0) {
            return RuleVerdict.PASS;
        }
        effects++;
        if (chosen == 1 && drops > 0) {
            drops--;
            return new RuleVerdict.Drop("by a strike");
        }
        repeats--;
        return new RuleVerdict.Duplicate(1, 0);
    }

    @Override
    public String name() {
        return "strike";
    }

    @Override
    public long effects() {
        return effects;
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return data instanceof Person person ? person.subject() + " is disconnected" : "strike";
    }
}
