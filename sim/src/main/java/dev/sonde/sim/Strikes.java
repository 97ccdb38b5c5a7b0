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
import dev.sonde.sim.scenario.MessageFault.Said;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Faults that may strike at any moment, as many as the scenario allows. Whether a message is lost
 * or repeated is a choice when it arrives at the relay; a disconnect is an event that may run at
 * any time and never has to.
 */
final class Strikes implements EventHandler, Rule {

    private static final Said[] SAID = Said.values();

    private final Kernel kernel;
    private final Collection<Person> people;
    private final Chronicle chronicle;
    private final Draws ofMessages;
    private final long backAfterNanos;
    private final List<Waiting> waiting = new ArrayList<>();
    private final @Nullable Decisions decisions;
    private int drops;
    private int repeats;
    private int disconnects;
    private long effects;

    /** A disconnect that may happen. */
    private record Waiting(long handle, Person person) {}

    /** @param decisions hear of each strike; null if nobody asks */
    Strikes(
            Kernel kernel,
            Choices choices,
            Collection<Person> people,
            ExploreSection.Strikes most,
            Chronicle chronicle,
            @Nullable Decisions decisions) {
        this.kernel = kernel;
        this.people = people;
        this.chronicle = chronicle;
        this.decisions = decisions;
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
            if (decisions != null) {
                long at = kernel.nowNanos() - kernel.startNanos();
                decisions.disconnects(at, person.subject().value(), backAfterNanos);
            }
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
        overruled(packet);
        Said said = said(packet.kind());
        if (said == null) {
            return RuleVerdict.PASS;
        }
        boolean mayDrop = drops > 0 && said != Said.DISCONNECT;
        int options = 1 + (mayDrop ? 1 : 0) + (repeats > 0 ? 1 : 0);
        long chosen = options == 1 ? 0 : ofMessages.below(options);
        if (chosen == 0) {
            return RuleVerdict.PASS;
        }
        effects++;
        return chosen == 1 && mayDrop ? drop(packet, said) : repeat(packet, said);
    }

    private RuleVerdict drop(Packet packet, Said said) {
        drops--;
        if (decisions != null) {
            decisions.drops(packet, said);
        }
        return new RuleVerdict.Drop("by a strike");
    }

    private RuleVerdict repeat(Packet packet, Said said) {
        repeats--;
        if (decisions != null) {
            decisions.repeats(packet, said);
        }
        return new RuleVerdict.Duplicate(1, 0);
    }

    @Override
    public void overruled(Packet packet) {
        if (decisions != null) {
            decisions.heard(packet);
        }
    }

    /** Null for what no scenario can name, such as what nobody can read: that is left alone. */
    private static @Nullable Said said(String kind) {
        for (Said said : SAID) {
            if (said.name().equals(constant(kind))) {
                return said;
            }
        }
        return null;
    }

    /** A word as the constant of an enum. */
    static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
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
        // In the words of the fault that it is where strikes are written out.
        return data instanceof Person person ? "disconnect of " + person.subject() : "strike";
    }
}
