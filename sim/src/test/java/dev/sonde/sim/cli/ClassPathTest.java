package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/** Classes of a user that only {@code --cp} names. */
class ClassPathTest {

    private static final String NOBODY = """
            package mine;

            import dev.sonde.matchmaking.*;
            import java.util.*;

            public final class Nobody implements Matchmaker {
                public String name() {
                    return "nobody";
                }

                public List<Candidate> findMatch(Candidate seeker, Waiting waiting, int size) {
                    return List.of();
                }

                public Iterator<Candidate> rankCandidates(Candidate seeker, Waiting waiting) {
                    return Collections.emptyIterator();
                }

                public OptionalDouble maxP2pRttMillis() {
                    return OptionalDouble.empty();
                }
            }
            """;
    private static final String LOBBY = """
            package mine;

            import dev.sonde.lobby.*;
            import dev.sonde.matchmaking.Matchmaker;
            import dev.sonde.protocol.*;
            import dev.sonde.sim.LobbyProvider;

            public final class Provider implements LobbyProvider {
                public String name() {
                    return "mine";
                }

                public LobbyUnderTest create(
                        LobbyConfig config, Matchmaker who, Ids ids, TurnCredentialSource turn) {
                    return new Lobby(config, new Nobody(), ids, turn);
                }
            }
            """;

    @TempDir
    Path folder;

    private Path classes;

    @BeforeEach
    void compile() throws IOException {
        classes = Files.createDirectories(folder.resolve("classes"));
        Path nobody = Files.writeString(folder.resolve("Nobody.java"), NOBODY);
        Path lobby = Files.writeString(folder.resolve("Provider.java"), LOBBY);
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        nobody.toString(),
                        lobby.toString());
        assertThat(code).isZero();
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.sonde.sim.LobbyProvider"), "mine.Provider\n");
    }

    private Path scenario(String lobby) throws IOException {
        return Files.writeString(
                folder.resolve("two.yaml"),
                "sonde: 1\nuntil: 10s\nlobby: {" + lobby
                        + "}\npeople: [{id: ann}, {id: bob}]\nexpect: {unmatched: [ann]}\n");
    }

    @Test
    void matchmakerOfTheClassPathDecides() throws IOException {
        String file = scenario("matchmaker: {type: mine.Nobody}").toString();

        assertThat(TheCommand.printed("run", file, "--quiet", "--cp", classes.toString()))
                .contains("HELD, as expected");
        assertThat(TheCommand.printed("run", file, "--quiet")).isEmpty();
    }

    @Test
    void lobbyOfTheClassPathIsTested() throws IOException {
        String file = scenario("under-test: mine, matchmaker: fifo").toString();

        // It was told to match, and did not.
        assertThat(TheCommand.printed("run", file, "--quiet", "--cp", classes.toString()))
                .contains("NoLostWakeup (promise)");
        assertThat(TheCommand.printed("run", file, "--quiet")).isEmpty();
    }

    @Test
    void lobbyOfTheClassPathIsExploredReplayedAndShrunk() throws IOException {
        String file = scenario("under-test: mine, matchmaker: fifo").toString();
        Path out = folder.resolve("out");
        String mine = classes.toString();

        assertThat(TheCommand.printed(
                        "explore", file, "--quiet", "--cp", mine, "--out", out.toString()))
                .contains("NoLostWakeup");
        Path capsule = capsuleIn(out);
        assertThat(TheCommand.printed("replay", capsule.toString(), "--cp", mine))
                .contains("reproduced");
        assertThat(TheCommand.printed("replay", capsule.toString())).isEmpty();
        assertThat(TheCommand.printed("shrink", capsule.toString(), "--quiet", "--cp", mine))
                .contains(".min.yaml");
    }

    private static Path capsuleIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void placeThatIsNotThereIsAnError() throws IOException {
        RealSession session =
                RealSession.sonde("run", scenario("pool: p"), "--cp", folder.resolve("no"));

        assertThat(session.code()).isEqualTo(2);
        assertThat(session.err()).contains("--cp: there is no folder and no jar ");
    }
}
