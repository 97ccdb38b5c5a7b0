package dev.sonde.sim.network;

import java.util.List;

/**
 * Rules in their order: the first that does not pass decides, and those behind it are not asked,
 * but hear of it.
 */
public final class Rules {

    private final List<Rule> rules;
    private final NetworkListener listener;

    public Rules(List<? extends Rule> rules, NetworkListener listener) {
        this.rules = List.copyOf(rules);
        this.listener = listener;
    }

    /** What happens to this packet; the listener hears of it unless it is nothing. */
    public RuleVerdict judge(Packet packet) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            RuleVerdict verdict = rule.judge(packet);
            if (!(verdict instanceof RuleVerdict.Pass)) {
                rules.subList(i + 1, rules.size()).forEach(later -> later.overruled(packet));
                listener.ruled(packet, verdict, rule.name());
                return verdict;
            }
        }
        return RuleVerdict.PASS;
    }

    /** True if no packet needs to be shown to anybody. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    public List<Rule> rules() {
        return rules;
    }
}
