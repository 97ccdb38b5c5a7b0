package dev.sonde.server;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyConfig;
import dev.sonde.server.record.SessionRecorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records a pool's session, until the disk does not take it any more. */
final class SessionListener implements PoolListener, AutoCloseable {

    /** In the file only: whether clients are told of refusals. */
    static final String ECHOES_REFUSALS = "echoes-refusals";

    private final SessionRecorder recorder;
    private final Journal journal;
    private boolean hasFailed;

    SessionListener(ServerConfig.Recording recording, LobbyConfig lobby, Journal journal)
            throws IOException {
        Map<String, String> settings = new LinkedHashMap<>(recording.settings());
        settings.put(ECHOES_REFUSALS, Boolean.toString(lobby.echoesRefusals()));
        this.recorder = new SessionRecorder(recording.file(), settings);
        this.journal = journal;
    }

    @Override
    public void input(long nowNanos, Input input) {
        unlessFailed(() -> recorder.input(nowNanos, input));
    }

    @Override
    public void effect(long nowNanos, Effect effect) {
        unlessFailed(() -> recorder.effect(effect));
    }

    private void unlessFailed(Runnable what) {
        if (hasFailed) {
            return;
        }
        try {
            what.run();
        } catch (UncheckedIOException e) {
            hasFailed = true;
            journal.failure("recording-failed", e);
        }
    }

    @Override
    public void close() throws IOException {
        recorder.close();
    }
}
