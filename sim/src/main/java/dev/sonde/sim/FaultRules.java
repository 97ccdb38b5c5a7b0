package dev.sonde.sim;

import dev.sonde.sim.network.MatchRule;
import dev.sonde.sim.network.PacketMatch;
import dev.sonde.sim.network.Rule;
import dev.sonde.sim.network.RuleVerdict;
import dev.sonde.sim.scenario.FaultEntry;
import dev.sonde.sim.scenario.MessageFault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Application faults at the relay as rules: a message that is lost, late, or comes again. */
final class FaultRules {

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
