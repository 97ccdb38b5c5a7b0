package dev.sonde.server;

import dev.sonde.lobby.Lobby;
import dev.sonde.server.record.RecordedSession;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets a recorded session happen again, in simulated time, with the same classes. */
public final class SessionReplay {

    private SessionReplay() {}

    /**
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no recorded session
     */
    public static RecordedSession.Replay of(Path file) throws IOException {
        RecordedSession session = RecordedSession.read(file);
        Map<String, String> settings = new LinkedHashMap<>(session.settings());
        boolean echoes = Boolean.parseBoolean(settings.remove(SessionListener.ECHOES_REFUSALS));
        ServerConfig config = ServerSettings.read(settings);
        return session.replay(new Lobby(
                config.lobbyOf(config.pools().get(0), echoes),
                config.matchmaker(),
                session.ids(),
                session.turn()));
    }
}
