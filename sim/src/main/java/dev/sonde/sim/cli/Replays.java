package dev.sonde.sim.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.sonde.server.SessionReplay;
import dev.sonde.server.record.RecordedSession;
import dev.sonde.server.record.SessionScenario;

import java.io.IOException;
import java.nio.file.Path;

/** Recorded sessions, lived through again. */
final class Replays {

    private Replays() {}

    /** True if the file begins as a recorded session does; no error if it cannot be read. */
    static boolean isSession(Path file) {
        try {
            return RecordedSession.isOne(file);
        } catch (IOException e) {
            return false;
        }
    }

    /** The session as a scenario in YAML, called as its file is. */
    static String scenario(Path file) throws InputException {
        if (!isSession(file)) {
            throw new InputException(file + " is no session that `sonde serve --record` wrote");
        }
        try {
            String name = String.valueOf(file.getFileName()).replaceFirst("[.][^.]*$", "");
            String allowed = name.replaceAll("[^0-9A-Za-z._-]", "-");
            return SessionScenario.of(
                    RecordedSession.read(file), allowed.isEmpty() ? "session" : allowed);
        } catch (IOException e) {
            throw InputException.of(e);
        } catch (IllegalArgumentException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        }
    }

    /** As expected if every effect was the same as recorded. */
    static ExitCode replay(Console console, Path file, boolean json) throws InputException {
        RecordedSession.Replay replay;
        try {
            replay = SessionReplay.of(file);
        } catch (IOException e) {
            throw InputException.of(e);
        } catch (IllegalArgumentException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        }
        boolean isSame = replay.difference().isEmpty();
        if (json) {
            console.out()
                    .println(JsonNodeFactory.instance
                            .objectNode()
                            .put("session", file.toString())
                            .put("inputs", replay.inputs())
                            .put("effects", replay.effects())
                            .put("difference", replay.difference()));
        } else {
            console.out()
                    .println(file + " · session of " + replay.inputs() + " inputs: "
                            + (isSame
                                    ? "all " + replay.effects() + " effects the same again"
                                    : replay.difference()));
        }
        return isSame ? ExitCode.AS_EXPECTED : ExitCode.NOT_AS_EXPECTED;
    }
}
