package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.outcome.Expectation;
import dev.sonde.sim.outcome.Expected;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.trace.TraceEntry;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What becomes of a run whose lobby fails: a result that says so, never an error of the bench. */
final class LobbyFailureTest {

    @Test
    void whatTheLobbyThrowsEndsTheRunAsViolatedAndIsNamedInOneLine() {
        RunResult run = Scenes.run(Scenes.pairUnderTest("throwing"));

        assertThat(run.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(run.limitHit()).isNull();
        assertThat(run.lobbyFailure())
                .matches(
                        "event " + run.events() + ": java.lang.IllegalStateException: no such probe"
                                + " \\[31m, at dev.sonde.sim.undertest.Throwing.happens"
                                + " line \\d+, on probe_ready");
        List<TraceEntry> entries = run.trace().entries();
        assertThat(entries.get(entries.size() - 1).what()).isEqualTo("the lobby under test failed");
        assertThat(entries.get(entries.size() - 2).kind()).isEqualTo(TraceEntry.Kind.INPUT);
    }

    @Test
    void whatHadNotBeenJudgedYetStaysOpen() {
        RunResult run = Scenes.run(Scenes.pairUnderTest("throwing"));

        assertThat(run.claims())
                .noneMatch(claim -> claim.verdict() == Verdict.VIOLATED)
                .filteredOn(claim -> claim.name().equals("NoLeak"))
                .singleElement()
                .matches(claim -> claim.verdict() == Verdict.INCONCLUSIVE);
    }

    @Test
    void nobodyCanExpectAFailure() {
        Expected violated = new Expected(Verdict.VIOLATED, null, List.of(), List.of(), List.of());

        RunResult run = Scenes.run(Scenes.pairUnderTest("throwing"));
        JudgedRun judged = JudgedRun.of(run, violated, 0);

        assertThat(judged.asExpected()).isFalse();
        assertThat(judged.expectations())
                .containsExactly(
                        new Expectation("verdict", "VIOLATED", "VIOLATED", true),
                        new Expectation(
                                "under-test",
                                "does not fail",
                                String.valueOf(run.lobbyFailure()),
                                false));
    }

    @Test
    void aLobbyThatCannotBeMadeFailsAtItsFirstInput() {
        assertThat(Scenes.run(Scenes.pairUnderTest("stillborn")).lobbyFailure())
                .contains(
                        "java.lang.NoClassDefFoundError: com/example/Library", "when it was made");
    }

    @Test
    void equalFailuresHaveEqualDigests() {
        assertThat(Scenes.run(Scenes.pairUnderTest("throwing")).trace().digest())
                .isEqualTo(Scenes.run(Scenes.pairUnderTest("throwing")).trace().digest());
    }

    @Test
    void nonsenseIsJudgedLikeAnythingElse() {
        // Clients answer what they are told, so two who are told everything never come to rest.
        RunResult run = Scenes.run(Scenes.pairUnderTest("babbling") + "limits: {events: 300}\n");

        assertThat(run.limitHit()).isEqualTo("events");
        assertThat(run.lobbyFailure()).isNull();
        assertThat(run.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(run.claims())
                .filteredOn(claim -> claim.verdict() == Verdict.VIOLATED)
                .extracting("name")
                .contains("CompleteOnce", "Attribution", "FreshSocket", "NoSelf");
    }

    @Test
    void speakingOfStrangersIsAFailureOfTheLobby() {
        RunResult run = Scenes.run(Scenes.pairUnderTest("babbling")
                .replace("id: bob", "id: rob")
                .replace("ann, bob", "ann, rob"));

        assertThat(run.lobbyFailure())
                .endsWith("it speaks of 'bob', but the scenario has nobody of that name");
    }
}
