package dev.sonde.sim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.scenario.Scenario;

import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Assumptions;

import java.util.ArrayList;
import java.util.List;

/**
 * Tests that are run by {@link ScenarioTestTest} and {@link ScenarioArbitrariesTest}, and partly
 * meant to fail.
 */
final class Planted {

    static final String TWO_PEOPLE = """
            sonde: 1
            name: two
            seed: 3
            until: 30s
            lobby: {matchmaker: {type: fifo, max-p2p-rtt: 100ms}}
            network: {paths: [{between: [ann, bob], rtt: 80ms}]}
            people: [{id: ann, joins: 0s}, {id: bob, joins: 300ms}]
            """;

    /** What the tests were given. */
    static final List<String> SEEN = new ArrayList<>();

    private Planted() {}

    static final class Suite {

        @ScenarioTest(TWO_PEOPLE)
        void seen(ScenarioRun run) {
            SEEN.add(run.seed() + " " + run.scenario().lobby().underTest() + " " + run.matches());
        }

        @ScenarioTest(value = TWO_PEOPLE, seeds = "1..2, 9")
        void noBody() {}

        @ScenarioTest({"../scenarios/smoke/two-people.yaml", TWO_PEOPLE})
        void fileAndText() {}

        @ScenarioTest("test-scenarios")
        void folderOnTheClassPath() {}

        @ScenarioTest(value = TWO_PEOPLE, seeds = "1..4", underTest = "half-announced")
        void broken() {}

        @ScenarioTest(
                value = TWO_PEOPLE,
                seeds = "1..4",
                underTest = "half-announced",
                failureThreshold = 2)
        void brokenTwice() {}

        @ScenarioTest(value = TWO_PEOPLE, schedules = 400)
        void explored(ScenarioRun run) {
            SEEN.add("seed " + run.seed());
        }

        @ScenarioTest(value = TWO_PEOPLE, schedules = 40, strategy = "delay-bounded-1")
        void exploredInOrder() {}

        @ScenarioTest(value = TWO_PEOPLE, schedules = 40, strategy = "poss")
        void exploredByNobody() {}

        @ScenarioTest("../scenarios/smoke/two-people.yaml")
        void oneFile() {}

        @ScenarioTest(TWO_PEOPLE)
        void wantsAnotherMatch(ScenarioRun run) {
            assertThat(run.matches()).isEqualTo(List.of(List.of("ann", "zoe")));
        }

        @ScenarioTest(TWO_PEOPLE)
        void checksAnotherMatch(ScenarioRun run) {
            run.held().matched("zoe", "ann");
        }

        @ScenarioTest(TWO_PEOPLE)
        void assumes(ScenarioRun run) {
            Assumptions.assumeTrue(run.matches().isEmpty());
        }

        @ScenarioTest(value = TWO_PEOPLE, underTest = "ready-countr")
        void nobodyUnderTest() {}

        @ScenarioTest("sonde: 1\npeople: [{id: ann, profile: hame}]\n")
        void wrongScenario() {}

        @ScenarioTest("nowhere.yaml")
        void noFile() {}

        @ScenarioTest(value = TWO_PEOPLE, seeds = "9..1")
        void wrongSeeds() {}

        @ScenarioTest(value = TWO_PEOPLE, underTest = "my-lobby")
        void ownLobby() {}
    }

    static final class Drawn {

        @Property(tries = 20, seed = "7", afterFailure = AfterFailureMode.RANDOM_SEED)
        void halfAnnouncedHolds(@ForAll Scenario scenario) {
            ScenarioRun.of(scenario.withUnderTest("half-announced")).held();
        }
    }
}
