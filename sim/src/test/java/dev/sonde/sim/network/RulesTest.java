package dev.sonde.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class RulesTest {

    private static final RuleVerdict DROP = new RuleVerdict.Drop("fault");
    private static final RuleVerdict REPEAT = new RuleVerdict.Duplicate(1, 5);

    private final List<String> heard = new ArrayList<>();
    private final NetworkListener listener = new NetworkListener() {
        @Override
        public void ruled(Packet packet, RuleVerdict verdict, String rule) {
            heard.add(rule + " on " + packet.type() + " of " + packet.from() + ": " + verdict);
        }
    };

    @Test
    void onlyTheNthMatchingPacketIsTouched() {
        Rule rule = new MatchRule(
                "drop-answer", new PacketMatch("signal", "answer", "bob", ""), 2, DROP);
        Rules rules = new Rules(List.of(rule), listener);

        List<RuleVerdict> verdicts = List.of(
                rules.judge(signal("answer", "bob")),
                rules.judge(signal("offer", "bob")),
                rules.judge(signal("answer", "ann")),
                rules.judge(signal("answer", "bob")),
                rules.judge(signal("answer", "bob")));

        assertThat(verdicts)
                .containsExactly(
                        RuleVerdict.PASS,
                        RuleVerdict.PASS,
                        RuleVerdict.PASS,
                        DROP,
                        RuleVerdict.PASS);
        assertThat(heard).containsExactly("drop-answer on answer of bob: Drop[why=fault]");
        assertThat(rule.effects()).isEqualTo(1);
    }

    @Test
    void firstRuleThatDoesNotPassDecidesAndTheOthersAreNotAsked() {
        PacketMatch all = new PacketMatch("", "", "", "");
        Rule first = new MatchRule("first", new PacketMatch("signal", "offer", "", ""), 1, DROP);
        Rule second = new MatchRule("second", all, MatchRule.EVERY, REPEAT);
        Rules rules = new Rules(List.of(first, second), listener);

        assertThat(rules.judge(signal("offer", "ann"))).isEqualTo(DROP);
        assertThat(rules.judge(signal("offer", "ann"))).isEqualTo(REPEAT);

        assertThat(heard)
                .containsExactly(
                        "first on offer of ann: Drop[why=fault]",
                        "second on offer of ann: Duplicate[times=1, afterNanos=5]");
        assertThat(second.effects()).isEqualTo(1);
    }

    private static Packet signal(String type, String from) {
        return new Packet("signal", type, from, "cat", 0);
    }
}
