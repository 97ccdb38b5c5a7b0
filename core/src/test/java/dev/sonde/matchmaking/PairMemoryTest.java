package dev.sonde.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ProbeOutcome.Phase;
import dev.sonde.protocol.ProbeOutcome.Reason;
import dev.sonde.protocol.SubjectId;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.List;
import java.util.OptionalDouble;

/** The pauses of a pair against the rules written down as plainly as possible. */
final class PairMemoryTest {

    private static final long SECOND = 1_000_000_000L;
    private static final double LIMIT_MILLIS = 100;

    private final PairMemory memory =
            new PairMemory(PauseConfig.DEFAULT, 60 * SECOND, OptionalDouble.of(LIMIT_MILLIS));
    private final Person a = new Person(new SubjectId("a"));
    private final Person b = new Person(new SubjectId("b"));

    /** The model: all in seconds, doubling counts of the causes that follow each other. */
    private long now;

    private long pausedUntil;
    private long forgottenAt;
    private int overLimit;
    private int failed;
    private boolean isKnown;
    private boolean byFailure;

    /** What can happen to the pair: an outcome, or a new page of one of them. */
    private enum Event {
        ACCEPTED,
        NEAR,
        FAR,
        FAILED_PREPARING,
        FAILED_LATER,
        LEFT,
        NEW_PAGE
    }

    @Property(tries = 1000)
    void pausesFollowTheRules(
            @ForAll @Size(max = 25) List<@IntRange(max = 7 * 8 - 1) Integer> steps) {
        new PairMemoryTest().follow(steps);
    }

    private void follow(List<Integer> steps) {
        for (int step : steps) {
            now += List.of(0L, 1L, 5L, 30L, 59L, 61L, 125L, 700L).get(step / 7);
            forget();
            Event event = Event.values()[step % 7];
            if (event == Event.NEW_PAGE) {
                memory.forgetFailures(a, now * SECOND);
                newPage();
            } else {
                memory.learn(now * SECOND, b, a, outcome(event), event != Event.ACCEPTED);
                happened(event);
            }
            assertThat(memory.size()).isEqualTo(isKnown ? 1 : 0);
            assertThat(PairMemory.isPaused(a, b, now * SECOND)).isEqualTo(now < pausedUntil);
            if (now < pausedUntil) {
                assertThat(PairMemory.isPaused(a, b, pausedUntil * SECOND - 1)).isTrue();
                assertThat(PairMemory.isPaused(b, a, pausedUntil * SECOND)).isFalse();
            }
        }
        now += 2_000;
        forget();
        assertThat(memory.size()).isZero();
        assertThat(a.pairs).isEmpty();
    }

    private void forget() {
        memory.wake(now * SECOND, pair -> {}, person -> {});
        if (isKnown && forgottenAt <= now) {
            isKnown = false;
            overLimit = 0;
            failed = 0;
            byFailure = false;
            pausedUntil = 0;
            forgottenAt = 0;
        }
    }

    private static ProbeOutcome outcome(Event event) {
        return switch (event) {
            case ACCEPTED -> new ProbeOutcome.Complete(LIMIT_MILLIS, Phase.MEASURING);
            case NEAR -> new ProbeOutcome.Complete(LIMIT_MILLIS * 1.25, Phase.MEASURING);
            case FAR -> new ProbeOutcome.Complete(LIMIT_MILLIS * 1.26, Phase.MEASURING);
            case FAILED_PREPARING -> new ProbeOutcome.Failed(Reason.TIMEOUT, Phase.PREPARING);
            case FAILED_LATER -> new ProbeOutcome.Failed(Reason.REPORTED_FAILURE, Phase.SETTLING);
            default -> new ProbeOutcome.Failed(Reason.MEMBER_LEFT, Phase.CONNECTING);
        };
    }

    private void happened(Event event) {
        isKnown = true;
        long pause = switch (event) {
            case NEAR -> 60;
            case FAR -> Math.min(600, 60L << overLimit);
            case FAILED_PREPARING -> 5;
            case FAILED_LATER -> Math.min(120, 30L << failed);
            default -> 0;
        };
        if (event == Event.ACCEPTED || event == Event.NEAR || event == Event.FAR) {
            overLimit = event == Event.FAR ? overLimit + 1 : 0;
            failed = 0;
        } else if (event == Event.FAILED_LATER) {
            failed++;
        }
        if (pause > 0) {
            pausedUntil = now + pause;
            byFailure = event == Event.FAILED_PREPARING || event == Event.FAILED_LATER;
        }
        forgottenAt = Math.max(forgottenAt, now + Math.max(60, 2 * pause));
    }

    private void newPage() {
        failed = 0;
        if (byFailure && now < pausedUntil) {
            pausedUntil = now;
        }
    }
}
