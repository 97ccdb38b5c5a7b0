package dev.sonde.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.matchmaking.WaitingRoom;
import dev.sonde.presence.PresenceRegistry;
import dev.sonde.probe.ProbeCoordinator;
import dev.sonde.transitions.TransitionTable;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps {@code docs/transitions.md} as the tables are; {@code -Dsonde.rewrite=true} writes it. */
final class TransitionDocsTest {

    private static final String HEAD = """
            # Transitions

            What each machine does with each input in each state. Written by `TransitionDocsTest` \
            from the tables
            that the machines run by. To write it anew, after a table was changed:

                mvn -pl core test -Dtest=TransitionDocsTest -Dsonde.rewrite=true

            How often the tests visit each pair is in `core/target/transitions.txt` after

                mvn -pl core test -Dtest=TransitionCoverageTest
            """;

    @Test
    void theDocsShowTheTablesAsTheyAre() throws IOException {
        Path file = ConversationFile.root().resolve("docs/transitions.md");
        String expected = HEAD
                + section("Presence of a subject", PresenceRegistry.table())
                + section("A probe", ProbeCoordinator.table())
                + section("A person in the waiting room", WaitingRoom.table());
        if (Boolean.getBoolean("sonde.rewrite")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as("docs/transitions.md; write it with -Dsonde.rewrite=true")
                .hasContent(expected);
    }

    private static String section(String title, TransitionTable<?, ?> table) {
        return "\n## " + title + "\n\n```mermaid\n" + table.diagram() + "```\n\n"
                + table.markdown();
    }
}
