package dev.sonde.sim.child;

import com.fasterxml.jackson.databind.JsonNode;

import dev.sonde.lobby.EffectSink;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyConfig;
import dev.sonde.lobby.LobbySnapshot;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.sim.LobbyFailure;

import java.util.Optional;

/** One life of a lobby that a process is. */
final class ChildLobby implements LobbyUnderTest {

    private final Child child;
    private final Answers answers;
    private long deadlineNanos = NO_DEADLINE;

    private ChildLobby(Child child) {
        this.child = child;
        this.answers = new Answers(child);
    }

    /** @throws LobbyFailure if the process does not serve such settings */
    static ChildLobby reset(
            Child child, LobbyConfig config, Matchmaker matchmaker, TurnCredentialSource turn) {
        JsonNode settings = Settings.write(config, matchmaker, turn);
        JsonNode cannot = child.ask(line -> {
                    line.writeFieldName("reset");
                    line.writeTree(settings);
                })
                .path("cannot");
        if (!cannot.isMissingNode()) {
            throw new LobbyFailure("the process under test says that it cannot do what this"
                    + " scenario asks of it: " + Child.quote(cannot.asText()));
        }
        return new ChildLobby(child);
    }

    @Override
    public void accept(long nowNanos, Input input, EffectSink effects) {
        JsonNode answer = child.ask(line -> Questions.write(nowNanos, input, line));
        answers.effects(answer.path("effects"), effects);
        deadlineNanos = answers.deadline(answer.path("deadline"));
    }

    @Override
    public long nextDeadlineNanos() {
        return deadlineNanos;
    }

    @Override
    public Optional<LobbySnapshot> snapshot() {
        if (!child.showsSnapshots()) {
            return Optional.empty();
        }
        JsonNode answer = child.ask(line -> line.writeBooleanField("snapshot", true));
        return Optional.of(answers.snapshot(answer.path("snapshot")));
    }
}
