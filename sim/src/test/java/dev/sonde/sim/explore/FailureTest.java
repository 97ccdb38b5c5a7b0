package dev.sonde.sim.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sonde.sim.RunOptions;
import dev.sonde.sim.SequenceDiagram;
import dev.sonde.sim.Simulation;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.pack.ScenarioBench;
import dev.sonde.sim.scenario.Scenario;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The whole way of a failure: found, kept, replayed, made small, explained. */
final class FailureTest {

    private static final String VERSION = "0.1.0";
    private static final Grid GRID = new Grid(true, true, true);

    /** Much goes on here that the failure does not need. */
    private static final String NOISY = """
            sonde: 1
            name: noisy
            description: Bob says ready twice.
            until: 30s
            lobby: {under-test: LOBBY, waiting: {time: 90s}}
            network:
              paths: [{between: [ann, cat], rtt: 80ms}]
            people:
              - {id: ann, joins: 20ms}
              - {id: bob, joins: 300ms, behaviour: BEHAVIOUR}
              - {id: cat, joins: 12345ms, leaves: 20s}
            faults:
              - {at: 15678ms, disconnect: cat, back-after: 1s}
              - {at: 9s, freeze: ann, for: 200ms}
            """;

    private static Capsule kept = new Capsule(VERSION, "", 0, List.of(), "", 0, 0);
    private static Shrinker.Shrunk small = new Shrinker.Shrunk(kept, "", false, 0);

    private final ScenarioBench bench = new ScenarioBench(Path.of(""), Packs.ON_CLASS_PATH, null);

    @BeforeAll
    static void findAndShrinkOne() throws CapsuleException {
        FailureTest test = new FailureTest();
        kept = test.found("ready-counter", "double-ready");
        small = test.shrunk(kept);
    }

    @Test
    void failureIsReproducedFromItsCapsule() throws CapsuleException {
        Capsule capsule = kept;

        Replayed replayed =
                Replayed.of(CapsuleJson.read(CapsuleJson.write(capsule, "x")), bench, VERSION);

        assertThat(capsule.claim()).isEqualTo("BothReady");
        assertThat(capsule.choices()).hasSizeGreaterThan(20);
        assertThat(replayed.outcome()).isEqualTo(Replayed.Outcome.REPRODUCED);
        assertThat(replayed.words())
                .startsWith("reproduced: BothReady violated at event " + capsule.event());
    }

    @Test
    void realLobbyDoesNotReproduceTheFailureOfABrokenOne() throws CapsuleException {
        Capsule capsule = small.capsule();

        Replayed replayed = Replayed.of(
                capsule, new ScenarioBench(Path.of(""), Packs.ON_CLASS_PATH, "sonde"), VERSION);

        assertThat(replayed.outcome()).isEqualTo(Replayed.Outcome.ANOTHER);
        assertThat(replayed.words()).contains("now no claim is violated in");
    }

    @Test
    void capsuleOfAScenarioThatChangedIsStale() throws CapsuleException {
        Capsule capsule = small.capsule();
        Capsule changed = changed(capsule, capsule.scenario().replace("\"bob\"", "\"rob\""));

        Replayed replayed = Replayed.of(changed, bench, VERSION);

        assertThat(replayed.outcome()).isEqualTo(Replayed.Outcome.STALE);
        assertThat(replayed.words())
                .contains("STALE")
                .contains("'bob -> server: probe_ready' before 'server -> ann: probe_prepare':"
                        + " it could not run then");
    }

    @Test
    void capsuleOfAnotherVersionIsStaleWhateverComesOfIt() throws CapsuleException {
        Replayed replayed = Replayed.of(small.capsule(), bench, "9.9");

        assertThat(replayed.outcome()).isEqualTo(Replayed.Outcome.STALE);
        assertThat(replayed.words()).contains("made by sonde 0.1.0, and this is 9.9");
    }

    @Test
    void editedDigestIsNamed() throws CapsuleException {
        Capsule capsule = small.capsule();
        Capsule edited = new Capsule(
                VERSION,
                capsule.scenario(),
                capsule.seed(),
                capsule.choices(),
                capsule.claim(),
                capsule.event(),
                1);

        Replayed replayed = Replayed.of(edited, bench, VERSION);

        assertThat(replayed.outcome()).isEqualTo(Replayed.Outcome.ANOTHER);
        assertThat(replayed.words()).contains("instead of 0000000000000001");
    }

    @Test
    void capsuleWithoutAScenarioIsRefused() throws CapsuleException {
        Capsule capsule = changed(kept, "{\"sonde\":1,\"name\":\"x\"}");

        assertThatExceptionOfType(CapsuleException.class)
                .isThrownBy(() -> Replayed.of(capsule, bench, VERSION))
                .withMessageContaining("the key 'people' is missing");
    }

    @Test
    void nothingIsLeftOfAShrunkFailureButWhatItNeeds() throws CapsuleException {
        Shrinker.Shrunk shrunk = small;

        assertThat(shrunk.file())
                .isEqualTo("""
                sonde: 1
                name: noisy
                seed: SEED
                lobby: {under-test: ready-counter}
                people:
                  - {id: ann}
                  - {id: bob, behaviour: double-ready}
                schedule:
                  - {run: "bob -> server: probe_ready", before: "server -> ann: probe_prepare"}
                expect: {verdict: violated, claim: BothReady}
                """.replace("SEED", Long.toString(shrunk.capsule().seed())));
        assertThat(shrunk.inOrderOfTime()).isFalse();
        assertThat(Replayed.of(shrunk.capsule(), bench, VERSION).outcome())
                .isEqualTo(Replayed.Outcome.REPRODUCED);
    }

    @Test
    void shrinkingTwiceEndsAtTheSameFailure() throws CapsuleException {
        Shrinker.Shrunk once = small;
        List<Integer> told = new ArrayList<>();

        Shrinker.Shrunk twice = new Shrinker(bench, 1_000, (runs, most, choices) -> told.add(runs))
                .shrink(once.capsule());

        assertThat(twice.capsule()).isEqualTo(once.capsule());
        assertThat(twice.file()).isEqualTo(once.file());
        assertThat(told).isNotEmpty().isSorted();
    }

    @Test
    void shrinkingStopsWhenItsRunsAreUsedUp() throws CapsuleException {
        Capsule capsule = kept;

        Shrinker.Shrunk shrunk =
                new Shrinker(bench, 10, (runs, most, choices) -> {}).shrink(capsule);

        assertThat(shrunk.runs()).isBetween(10, 12);
        assertThat(bench.violates(shrunk.file(), "BothReady")).isTrue();
    }

    @Test
    void failureThatNeedsNoScheduleGetsNone() throws CapsuleException {
        Shrinker.Shrunk shrunk = shrunk(found("no-timer", "no-ready"));

        assertThat(shrunk.inOrderOfTime()).isTrue();
        assertThat(shrunk.file()).doesNotContain("schedule");
        assertThat(bench.violates(shrunk.file(), "Terminates")).isTrue();
    }

    @Test
    void faultIsMovedToWhereItAlsoHitsInTheOrderOfTime() throws CapsuleException {
        Capsule capsule = new Capsule(VERSION, """
                {"sonde": 1, "lobby": {"under-test": "cached-socket"},
                "people": [{"id": "ann"}, {"id": "bob"}],
                "faults": [{"at": "40ms", "reload": "bob"}]}
                """, 38, List.of(), "FreshSocket", 25, 0);

        Shrinker.Shrunk shrunk = shrunk(capsule);

        assertThat(shrunk.inOrderOfTime()).isTrue();
        assertThat(shrunk.file()).doesNotContain("schedule", "40ms");
        assertThat(bench.violates(shrunk.file(), "FreshSocket")).isTrue();
    }

    @Test
    void shrunkFileIsViolatedByAPlainRunAndDrawn() throws Exception {
        Shrinker.Shrunk shrunk = small;
        RunResult run = plain(shrunk.file());

        assertThat(run.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(run.staleChoices()).isEmpty();
        assertThat(SequenceDiagram.of(run, "BothReady")).isEqualTo("""
                sequenceDiagram
                    participant P1 as ann
                    participant S as server
                    participant P2 as bob
                    Note over P1: arrives
                    Note over P2: arrives
                    P1->>S: socket 1 connects as ann
                    P2->>S: socket 2 connects as bob
                    Note over P1: joins
                    Note over P2: joins
                    P1->>S: socket 1 join
                    Note over S: ann waits
                    P2->>S: socket 2 join
                    Note over S: bob waits
                    Note over S: probe 1 created: bob, ann
                    S->>P1: waiting_room waiting 1, needed 1
                    S->>P2: waiting_room waiting 2, needed 0
                    S->>P2: probe_prepare probe 1 with ann
                    P2->>S: socket 2 probe_ready probe 1
                    S->>P1: probe_prepare probe 1 with bob
                    P2->>S: socket 2 probe_ready probe 1
                    Note over S: refused probe_ready of socket 2: duplicate
                    S-->>P2: probe_start probe 1 (socket 2)
                    S-->>P1: probe_start probe 1 (socket 1)
                    Note over S: BothReady: bob was sent the start of the probe of bob and ann, \
                but ann was never ready
                """);
    }

    @Test
    void scheduleThatDoesNotFitIsNeverPassedSilently() throws Exception {
        String file = small.file();

        RunResult renamed = plain(file.replace("server -> ann: probe_prepare", "nothing"));
        RunResult held = plain(file.replace("ready-counter", "sonde"));

        assertThat(renamed.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(renamed.staleChoices()).singleElement().asString().contains("never came");
        assertThat(held.verdict()).isEqualTo(Verdict.HELD);
        assertThat(held.staleChoices()).isEmpty();
    }

    @Test
    void eventThatMadeTheFailureInevitableIsNamed() throws CapsuleException {
        Capsule capsule = new Capsule(
                VERSION,
                """
                {"sonde": 1, "lobby": {"under-test": "ready-counter"},
                "people": [{"id": "ann"}, {"id": "bob", "behaviour": "double-ready"}]}""",
                1,
                List.of(new Choice(
                        "ann -> server: probe_ready", "bob -> server: probe_ready #2", 0)),
                "BothReady",
                14,
                0);

        Explanation why = Why.of(capsule, bench, 40, (runs, most, choices) -> {});

        assertThat(why.at().what()).isEqualTo("bob -> server: probe_ready #2");
        assertThat(why.at().failed()).isEqualTo(40);
        assertThat(why.isClear()).isTrue();
        assertThat(Why.of(capsule, bench, 40, (runs, most, choices) -> {})).isEqualTo(why);
    }

    /** Goal: a race is made small by the claim that it is about, whatever else it breaks. */
    @Test
    void claimThatFailsTogetherWithAnotherIsMadeSmallByItsOwnName() throws CapsuleException {
        Explored explored = bench.read(NOISY.replace("network:", "network:\n  turn: on")
                .replace("LOBBY", "turn-leak")
                .replace("BEHAVIOUR", "honest"));
        Search search = new Search(Set.of("Secrets"));
        search.in(explored.runner(), Strategies.of("random", GRID).get());
        Search.Found found = Objects.requireNonNull(search.first(1, 1_000));

        Capsule capsule = Capsule.of(
                explored, found.seed(), new RandomWalk(GRID), true, found.claim(), VERSION);
        Replayed replayed = Replayed.of(capsule, bench, VERSION);
        Capsule shrunk = shrunk(capsule).capsule();

        assertThat(Objects.requireNonNull(replayed.attempt().failure()).claim())
                .isEqualTo("FreshSocket");
        assertThat(replayed.outcome()).isEqualTo(Replayed.Outcome.REPRODUCED);
        assertThat(replayed.words()).startsWith("reproduced: Secrets violated at event ");
        assertThat(shrunk.claim()).isEqualTo("Secrets");
        assertThat(shrunk.scenario().length()).isLessThan(capsule.scenario().length());
    }

    @Test
    void lobbyThatThrowsIsAFailureLikeAnyOther() throws CapsuleException {
        Shrinker.Shrunk shrunk = shrunk(found("throwing", "honest"));

        assertThat(shrunk.capsule().claim()).isEqualTo(Attempt.Failure.BROKE);
        assertThat(shrunk.file()).doesNotContain("expect", "cat", "faults");
        assertThat(bench.violates(shrunk.file(), Attempt.Failure.BROKE)).isTrue();
    }

    private Shrinker.Shrunk shrunk(Capsule capsule) throws CapsuleException {
        return new Shrinker(bench, Shrinker.DEFAULT_RUNS, (runs, most, choices) -> {})
                .shrink(capsule);
    }

    /** The first failure of the random walk. */
    private Capsule found(String lobby, String behaviour) throws CapsuleException {
        Explored explored =
                bench.read(NOISY.replace("LOBBY", lobby).replace("BEHAVIOUR", behaviour));
        Runner runner = explored.runner();
        for (long seed = 1; seed < 1_000; seed++) {
            Tally tally = new Exploration(runner, new RandomWalk(GRID), false).run(seed, 1);
            if (!tally.found().isEmpty()) {
                String claim = tally.found().keySet().iterator().next();
                return Capsule.of(explored, seed, new RandomWalk(GRID), false, claim, VERSION);
            }
        }
        throw new AssertionError("no failure of " + lobby);
    }

    private static Capsule changed(Capsule capsule, @Nullable String scenario) {
        return new Capsule(
                capsule.version(),
                String.valueOf(scenario),
                capsule.seed(),
                capsule.choices(),
                capsule.claim(),
                capsule.event(),
                capsule.digest());
    }

    private static RunResult plain(String file) throws Exception {
        Scenario scenario = Packs.ON_CLASS_PATH.reader().read(file, "min.yaml", Path.of(""));
        return new Simulation(scenario).run(new RunOptions(scenario.seed(), true));
    }
}
