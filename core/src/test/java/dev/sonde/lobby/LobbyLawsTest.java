package dev.sonde.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

import java.util.List;

/** What is true of every conversation with a lobby. */
final class LobbyLawsTest {

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    @Provide
    Arbitrary<List<String>> babble() {
        return Babble.lines();
    }

    /**
     * Whatever is said: probes complete exactly once, nobody is in two, stays are opened and closed
     * in turn, nothing goes to a connection that is gone, and in the end nothing is left.
     */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyConversationKeepsTheRulesAndComesToRest(@ForAll("babble") List<String> lines) {
        Watch watch = new Watch();
        Conversation conversation = Conversation.play(lines, watch);
        conversation.wakeBefore(Long.MAX_VALUE, false);
        conversation.accept(conversation.nowNanos() + HOUR_NANOS, Input.WAKE);
        watch.isAtRest();
        LobbySnapshot end = conversation.lobby().snapshot().orElseThrow();
        assertThat(end.probes()).isEmpty();
        assertThat(end.pendingTimers()).isZero();
        assertThat(end.rememberedPairs()).isZero();
        assertThat(end.rememberedProbes()).isZero();
        assertThat(end.people())
                .allMatch(person -> person.presence().equals("present"))
                .allMatch(
                        person -> person.place().equals("out") || person.place().equals("final"));
    }

    @Property(tries = 80, edgeCases = EdgeCasesMode.NONE)
    void afterShutdownNothingIsLeft(@ForAll("babble") List<String> lines) {
        Watch watch = new Watch();
        Conversation conversation = Conversation.play(lines, watch);
        conversation.accept(conversation.nowNanos(), Input.SHUTDOWN);
        watch.isAtRest();
        assertThat(conversation.lobby().nextDeadlineNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(conversation.accept(conversation.nowNanos() + HOUR_NANOS, Input.WAKE))
                .isEmpty();
        LobbySnapshot end = conversation.lobby().snapshot().orElseThrow();
        assertThat(end.people()).isEmpty();
        assertThat(end.probes()).isEmpty();
        assertThat(end.pendingTimers()).isZero();
    }

    @Property(tries = 80, edgeCases = EdgeCasesMode.NONE)
    void theSameConversationHasTheSameEffects(@ForAll("babble") List<String> lines) {
        assertThat(Conversation.play(lines, new Watch()).effects())
                .isEqualTo(Conversation.play(lines, new Watch()).effects());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void earlyWakesChangeNothing(
            @ForAll("babble") List<String> lines,
            @ForAll @LongRange(min = 700_000_000L, max = 3_000_000_000L) long stepNanos) {
        Conversation woken = Conversation.of(lines, new Watch());
        for (String line : lines) {
            if (line.startsWith("> ")) {
                woken.wakeEarlyBefore(line, stepNanos);
                woken.line(line);
            }
        }
        assertThat(woken.effects())
                .isEqualTo(Conversation.play(lines, new Watch()).effects());
    }
}
