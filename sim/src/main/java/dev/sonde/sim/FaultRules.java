package dev.sonde.sim;

import dev.sonde.sim.network.MatchRule;
import dev.sonde.sim.network.PacketMatch;
import dev.sonde.sim.network.Rule;
import dev.sonde.sim.network.RuleVerdict;
import dev.sonde.sim.scenario.FaultEntry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Application faults at the relay as rules: a message that is lost, late, or comes again. */
final class FaultRules {

    private FaultRules() {}

    static List<Rule> of(List<FaultEntry> faults) {
        List<Rule> rules = new ArrayList<>();
        for (FaultEntry fault : faults) {
            if (fault instanceof FaultEntry.Drop drop) {
                PacketMatch match = match(drop.event(), drop.type(), drop.from(), drop.to());
                RuleVerdict lost = new RuleVerdict.Drop("by the scenario");
                rules.add(new MatchRule(words("drop", match, drop.nth()), match, drop.nth(), lost));
            } else if (fault instanceof FaultEntry.Delay delay) {
                PacketMatch match = match(delay.event(), delay.type(), delay.from(), delay.to());
                RuleVerdict late = new RuleVerdict.DeliverAfter(delay.byNanos());
                rules.add(new MatchRule(
                        words("delay", match, delay.nth()), match, delay.nth(), late));
            } else if (fault instanceof FaultEntry.Repeat repeat) {
                PacketMatch match =
                        match(repeat.event(), repeat.type(), repeat.from(), repeat.to());
                RuleVerdict again = new RuleVerdict.Duplicate(repeat.times(), 0);
                rules.add(new MatchRule(
                        words("repeat", match, repeat.nth()), match, repeat.nth(), again));
            }
        }
        return rules;
    }

    private static PacketMatch match(
            FaultEntry.Said said, FaultEntry.SignalKind type, String from, String to) {
        String kind = said.name().toLowerCase(Locale.ROOT);
        String typeName = type == FaultEntry.SignalKind.ANY
                ? ""
                : type.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new PacketMatch(kind, typeName, from, to);
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
