package dev.sonde.sim.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.RunLimits;
import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.kernel.SeededChoices;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.pack.ScenarioBench;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class ReplayTest {

    private static final long MILLI = 1_000_000;

    /** Timers, some with the same words, and each allowed to be 10 ms late. */
    private static final class Timers implements EventHandler {

        final List<String> ran = new ArrayList<>();
        private final Kernel kernel;

        Timers(Schedule schedule, String... words) {
            kernel = Kernel.adversarial(RunLimits.DEFAULT, schedule, 10 * MILLI);
            for (int i = 0; i < words.length; i++) {
                kernel.timer(i * MILLI, this, i, words[i]);
            }
            kernel.run();
        }

        @Override
        public void handle(int what, @Nullable Object data) {
            ran.add(data + "/" + what + "@" + kernel.nowNanos() / MILLI);
        }

        @Override
        public String describe(int what, @Nullable Object data) {
            return String.valueOf(data);
        }
    }

    @Test
    void defaultOrderIsNoChoice() {
        Recording recording = new Recording(DefaultOrder.INSTANCE);
        assertThat(new Timers(recording, "a", "b", "a").ran)
                .containsExactly("a/0@0", "b/1@1", "a/2@2");
        assertThat(recording.choices()).isEmpty();
    }

    @Test
    void choiceRunsAnotherEventOrTheSameOneLate() {
        Replay replay = new Replay(List.of(
                new Choice("a", "b", 0),
                new Choice("a", "a", Choice.LATEST),
                new Choice("c", "c", 5 * MILLI)));
        assertThat(new Timers(replay, "a", "b", "c").ran)
                .containsExactly("b/1@1", "a/0@10", "c/2@12");
        assertThat(replay.taken())
                .containsExactly(
                        new Choice("a", "b", 0),
                        new Choice("a", "a", Choice.LATEST),
                        new Choice("c", "c", Choice.LATEST));
        assertThat(replay.stale())
                .extracting(Replay.Stale::toString)
                .containsExactly("'c' 5000000 ns late: it could not be as late as that");
    }

    @Test
    void eventsOfTheSameWordsAreToldApart() {
        Replay replay = new Replay(List.of(new Choice("a", "a #2", 0)));
        assertThat(new Timers(replay, "a", "b", "a").ran)
                .containsExactly("a/2@2", "a/0@2", "b/1@2");
        assertThat(replay.stale()).isEmpty();
    }

    @Test
    void choiceThatCannotBeTakenIsStaleAndPassedOver() {
        Replay replay = new Replay(List.of(
                new Choice("a", "z", 0), new Choice("a", "b", 0), new Choice("a #7", "b", 0)));
        assertThat(new Timers(replay, "a", "b").ran).containsExactly("b/1@1", "a/0@1");
        assertThat(replay.taken()).containsExactly(new Choice("a", "b", 0));
        assertThat(replay.stale())
                .extracting(Replay.Stale::toString)
                .containsExactly(
                        "'z' before 'a': it could not run then",
                        "'b' before 'a #7': its moment never came, 'a #7' was never next");
    }

    @Test
    void whateverIsRecordedIsReplayedEventByEvent() throws CapsuleException {
        Runner runner = new ScenarioBench(Path.of(""), Packs.ON_CLASS_PATH, null)
                .read("""
                        sonde: 1
                        name: three
                        until: 30s
                        people: [{id: ann}, {id: bob, joins: 300ms}, {id: cat, joins: 400ms}]
                        faults:
                          - {at: 600ms, disconnect: bob, back-after: 0s, notice: silent}
                          - {drop: signal, nth: 2}
                        """)
                .runner();
        for (String strategy : List.of("random", "pos", "pct", "mild")) {
            for (long seed = 1; seed <= 10; seed++) {
                Grid grid = new Grid(true, true, true);
                Recording recording = new Recording(
                        Strategies.of(strategy, grid).get().next(new SeededChoices(seed)));
                Attempt recorded = runner.run(seed, recording, false);
                Replay replay = new Replay(recording.choices());

                assertThat(runner.run(seed, replay, false)).isEqualTo(recorded);
                assertThat(replay.stale()).isEmpty();
                assertThat(replay.taken()).hasSameSizeAs(recording.choices());
            }
        }
    }

    @Test
    void intervalsOfAProbabilityAreThoseOfWilson() {
        assertThat(new Explanation.Point(1, "a", 0, 200, 0).low()).isZero();
        assertThat(new Explanation.Point(1, "a", 0, 200, 0).high()).isBetween(0.0188, 0.0189);
        assertThat(new Explanation.Point(1, "a", 0, 200, 100).low()).isBetween(0.431, 0.432);
        assertThat(new Explanation.Point(1, "a", 0, 200, 200).high()).isBetween(0.999, 1.0);
    }
}
