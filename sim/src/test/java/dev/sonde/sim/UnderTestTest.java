package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.trace.TraceEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coordinators and matchmakers by name. */
final class UnderTestTest {

    private static String matchedBy(String type) {
        return Scenes.PAIR + "lobby: {matchmaker: {type: " + type + "}}\n";
    }

    @Test
    void theRealTheBrokenAndTheUsersOwnCanBeNamed() {
        assertThat(UnderTest.ON_CLASS_PATH.names())
                .startsWith("sonde")
                .contains("early-callback", "throwing")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang.String|is no dev.sonde.matchmaking.Matchmaker",
                "com.example.Nobody|ClassNotFoundException; it must be on the class path (--cp)",
                "dev.sonde.matchmaking.Fifo|NoSuchMethodException",
                "dev.sonde.sim.undertest.PlainMatchmaker, max-p2p-rtt: 80ms|has limits of its own"
            })
    void aMatchmakerThatCannotBeMadeIsNamedWithTheReason(String type, String words) {
        assertThatThrownBy(() -> new Simulation(Scenes.read(matchedBy(type))))
                .isInstanceOf(UnderTestException.class)
                .hasMessageContaining(type.replaceFirst(",.*", ""))
                .hasMessageContaining(words);
    }

    @Test
    void aMatchmakerOfAUserDecidesByItsClass() {
        RunResult own = Scenes.run(matchedBy("dev.sonde.sim.undertest.PlainMatchmaker"));

        assertThat(own.matches()).hasSize(1);
        assertThat(own.trace().digest())
                .isEqualTo(Scenes.run(matchedBy("fifo")).trace().digest());
    }

    @Test
    void aMatchmakerThatThrowsIsContainedByTheLobbyAndByTheOracle() {
        RunResult run = Scenes.run(matchedBy("dev.sonde.sim.undertest.FaultyMatchmaker"));

        assertThat(run.lobbyFailure()).isNull();
        assertThat(run.matches()).isEmpty();
        assertThat(Scenes.said(run, TraceEntry.Kind.EFFECT))
                .anyMatch(words -> words.startsWith("strategy ") && words.contains("failed"));
    }
}
