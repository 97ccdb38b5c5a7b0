package dev.sonde.sim;

import dev.sonde.sim.network.Packet;
import dev.sonde.sim.network.Rule;
import dev.sonde.sim.network.RuleVerdict;

/**
 * Gives its verdict on the first message (the end of a connection is none) of one person from an
 * instant on, once.
 */
final class NextMessageRule implements Rule {

    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final String verb;
    private final String person;
    private final long fromNanos;
    private final RuleVerdict verdict;
    private long effects;

    NextMessageRule(String verb, String person, long fromNanos, RuleVerdict verdict) {
        this.verb = verb;
        this.person = person;
        this.fromNanos = fromNanos;
        this.verdict = verdict;
    }

    @Override
    public RuleVerdict judge(Packet packet) {
        if (effects > 0
                || packet.atNanos() < fromNanos
                || !packet.from().equals(person)
                || packet.kind().equals(ServerDriver.END)) {
            return RuleVerdict.PASS;
        }
        effects++;
        return verdict;
    }

    @Override
    public String name() {
        return verb + " next of " + person + " from " + fromNanos / NANOS_PER_MILLI + "ms";
    }

    @Override
    public long effects() {
        return effects;
    }
}
