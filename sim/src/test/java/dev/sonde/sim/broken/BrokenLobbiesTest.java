package dev.sonde.sim.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Fifo;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.sim.oracle.OracleSettings;
import dev.sonde.sim.oracle.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

class BrokenLobbiesTest {

    static List<Conversation> conversations() {
        return Conversations.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conversations")
    void exactlyTheClaimsOfTheRowFail(Conversation conversation) {
        TreeSet<String> expected = new TreeSet<>(conversation.also());
        for (BrokenLobbies.Entry entry : BrokenLobbies.all()) {
            if (entry.name().equals(conversation.broken())) {
                expected.addAll(entry.claims());
            }
        }
        Stage stage = stage(
                conversation,
                BrokenLobbies.create(conversation.broken(), change -> real(conversation, change)));
        conversation.script().accept(stage);
        assertThat(new TreeSet<>(stage.violated()))
                .as("%s", stage.violations())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conversations")
    void theRealLobbyHoldsOnTheSameConversation(Conversation conversation) {
        Stage stage = stage(conversation, real(conversation, UnaryOperator.identity()));
        conversation.script().accept(stage);
        assertThat(stage.violations()).isEmpty();
    }

    /** Every sentence that a claim has to say for itself, in one page that people can read. */
    @Test
    void eachClaimSaysWhatWasSeenAndWhatWasExpected() throws IOException {
        StringBuilder page = new StringBuilder();
        for (Conversation conversation : Conversations.ALL) {
            Stage stage = stage(
                    conversation,
                    BrokenLobbies.create(
                            conversation.broken(), change -> real(conversation, change)));
            conversation.script().accept(stage);
            page.append(conversation.broken()).append('\n');
            stage.violations().forEach(line -> page.append("  ").append(line).append('\n'));
        }
        try (InputStream golden =
                Objects.requireNonNull(BrokenLobbiesTest.class.getResourceAsStream("why.txt"))) {
            assertThat(page.toString())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void eachBrokenLobbyHasItsConversation() {
        assertThat(Conversations.ALL.stream().map(Conversation::broken).toList())
                .isEqualTo(BrokenLobbies.names());
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> BrokenLobbies.create(
                        "reddy-counter", change -> real(Conversations.ALL.get(0), change)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no broken lobby named reddy-counter; there are [")
                .hasMessageContaining("ready-counter");
    }

    private static Stage stage(Conversation conversation, LobbyUnderTest lobby) {
        OracleSettings pairs = OracleSettings.defaults(new Fifo(conversation.limitMillis()));
        return new Stage(
                new OracleSettings(
                        conversation.groupSize(),
                        pairs.matchmaker(),
                        pairs.results(),
                        pairs.probe(),
                        pairs.waiting(),
                        pairs.pauses(),
                        pairs.bounds(),
                        0),
                lobby);
    }

    private static LobbyUnderTest real(
            Conversation conversation, UnaryOperator<Matchmaker> change) {
        Matchmaker matchmaker = change.apply(new Fifo(conversation.limitMillis()));
        return Stage.realLobby(matchmaker, conversation.groupSize());
    }
}
