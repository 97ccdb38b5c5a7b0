package dev.sonde.sim;

import dev.sonde.sim.network.LossRule;
import dev.sonde.sim.network.MatchRule;
import dev.sonde.sim.network.PacketMatch;
import dev.sonde.sim.network.Rule;
import dev.sonde.sim.network.RuleVerdict;
import dev.sonde.sim.scenario.FaultEntry;
import dev.sonde.sim.scenario.Lose;
import dev.sonde.sim.scenario.MessageFault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Application faults at the relay as rules: a message that is lost, late, or comes again. */
final class FaultRules {

    private static final long NANOS_PER_MILLI = 1_000_000L;

    private FaultRules() {}

    static List<Rule> of(List<FaultEntry> faults) {
        List<Rule> rules = new ArrayList<>();
        for (FaultEntry fault : faults) {
            if (fault instanceof MessageFault message) {
                PacketMatch match = match(message);
                String words = words(FaultWords.kind(message), match, message.nth());
                rules.add(new MatchRule(words, match, message.nth(), verdict(message)));
            }
        }
        return rules;
    }

    /** Packets lost by the scenario; all of that stops at its {@code until}. */
    static List<LossRule> losses(List<Lose> faults, long untilNanos) {
        List<LossRule> rules = new ArrayList<>();
        for (Lose lose : faults) {
            rules.add(new LossRule(
                    words(lose),
                    new LossRule.Spec(
                            LossRule.Sort.valueOf(lose.what().name()),
                            lose.from(),
                            lose.to(),
                            LossRule.Over.valueOf(lose.over().name()),
                            lose.nth().orElse(0),
                            lose.atNanos(),
                            lose.endNanos(untilNanos))));
        }
        return rules;
    }

    private static String words(Lose lose) {
        StringBuilder text = new StringBuilder("lose ").append(word(lose.what()));
        append(text, " from ", lose.from());
        append(text, " to ", lose.to());
        append(text, " over ", lose.over() == Lose.Over.ANY ? "" : word(lose.over()));
        lose.nth().ifPresent(nth -> text.append(", number ").append(nth));
        if (lose.atNanos() > 0) {
            text.append(", from ").append(lose.atNanos() / NANOS_PER_MILLI).append("ms on");
        }
        return text.toString();
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static PacketMatch match(MessageFault fault) {
        String kind = fault.event().name().toLowerCase(Locale.ROOT);
        String type = fault.type() == MessageFault.SignalKind.ANY
                ? ""
                : fault.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new PacketMatch(kind, type, fault.from(), fault.to());
    }

    private static RuleVerdict verdict(MessageFault fault) {
        if (fault instanceof MessageFault.Delay delay) {
            return new RuleVerdict.DeliverAfter(delay.byNanos());
        }
        return fault instanceof MessageFault.Repeat repeat
                ? new RuleVerdict.Duplicate(repeat.times(), repeat.afterNanos())
                : new RuleVerdict.Drop("by the scenario");
    }

    private static String words(String verb, PacketMatch match, int nth) {
        StringBuilder text = new StringBuilder(verb).append(' ').append(match.kind());
        append(text, " ", match.type());
        append(text, " from ", match.from());
        append(text, " to ", match.to());
        return nth == 0 ? text.toString() : text.append(", number ").append(nth).toString();
    }

    private static void append(StringBuilder text, String before, String word) {
        if (!word.isEmpty()) {
            text.append(before).append(word);
        }
    }
}
