package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.Capsule;
import dev.sonde.sim.explore.CapsuleException;
import dev.sonde.sim.explore.Replay;
import dev.sonde.sim.explore.Replayed;
import dev.sonde.sim.explore.Shrinker;
import dev.sonde.sim.explore.Why;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.pack.ScenarioBench;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.util.List;

/** What replay, shrink and why do with a lobby that loops for ever in one call. */
@Timeout(30)
final class WatchdogTest {

    private static final Shrinker.Listener NOBODY = (runs, most, choices) -> {};

    private interface Work {
        Object with(ScenarioBench bench) throws CapsuleException;
    }

    /** Each time on another bench: who was given up still uses his. */
    private static Object watched(Work work) throws CapsuleException, HangException {
        ScenarioBench bench = new ScenarioBench(Path.of(""), Packs.ON_CLASS_PATH, null);
        return new Watchdog(bench::beat, Path.of("two.json"), 200_000_000)
                .of(() -> work.with(bench));
    }

    private static Capsule capsule(String lobby) {
        return new Capsule(
                "1",
                "{\"sonde\": 1, \"name\": \"two\", \"lobby\": {\"under-test\": \"" + lobby
                        + "\"}, \"people\": [{\"id\": \"ann\"}, {\"id\": \"bob\"}]}",
                1,
                List.of(),
                "BothReady",
                14,
                0);
    }

    private static void assertHangs(Work work) {
        assertThatThrownBy(() -> watched(work))
                .isInstanceOf(HangException.class)
                .hasMessage("two.json: the lobby under test hangs: it gives no answer in event 13"
                        + " of a run for 0.2 s");
    }

    @Test
    void everyKindOfRunThatLoopsIsGivenUp() {
        Capsule looping = capsule("looping");

        assertHangs(bench -> Replayed.of(looping, bench, "1"));
        assertHangs(bench -> new Shrinker(bench, 100, NOBODY).shrink(looping));
        assertHangs(bench -> Why.of(looping, bench, 10, NOBODY));
        assertHangs(bench -> bench.run(looping.scenario(), 1, new Replay(List.of())));
    }

    @Test
    void aLobbyThatAnswersIsWaitedForAndItsResultIsHandedOn() throws Exception {
        assertThat(watched(bench ->
                        Replayed.of(capsule("sonde"), bench, "1").attempt().end()))
                .isEqualTo(Attempt.End.QUIET);
    }

    @Test
    void workBetweenRunsMayTakeItsTime() throws Exception {
        long end = System.nanoTime() + 400_000_000;

        assertThat(watched(bench -> {
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    return "done";
                }))
                .isEqualTo("done");
    }

    @Test
    void whatTheTaskThrowsComesOutAsItIs() {
        assertThatThrownBy(() -> watched(bench -> Replayed.of(capsule("nobody's"), bench, "1")))
                .isInstanceOf(CapsuleException.class)
                .hasMessageContaining("nobody's");
        assertThatThrownBy(() -> watched(bench -> {
                    throw new IllegalStateException("torn");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("torn");
    }
}
