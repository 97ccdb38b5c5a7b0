package dev.sonde.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.lobby.EffectSink;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLoggerFactory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** What strangers send reaches no log. */
class LogsTest {

    private static final String SECRET = "v=0 secret";

    /** Fails at each event, and says in its exception what the event was. */
    private static final class Talkative implements LobbyUnderTest {

        @Override
        public void accept(long nowNanos, Input input, EffectSink effects) {
            if (input instanceof Input.Receive receive
                    && receive.message() instanceof ClientMessage.Unreadable unreadable) {
                throw new IllegalStateException("cannot read " + unreadable.event() + SECRET);
            }
        }

        @Override
        public long nextDeadlineNanos() {
            return NO_DEADLINE;
        }
    }

    @Test
    void exceptionsAreNamedWithoutWhatWasSent() {
        try (TestServer server = TestServer.around(new Talkative(), EnumSet.allOf(Guard.class))) {
            TestClient ann = server.client("ann");
            ann.emit("my-private-event", "{}");
            server.awaitLog("lobby-failed");
            ann.emit("my-private-event", "{}");
            server.awaitMetric("sonde_lobby_failures_total{pool=\"default\"}", 2);

            assertThat(String.join("\n", server.log))
                    .contains("java.lang.IllegalStateException")
                    .contains("LogsTest$Talkative.accept")
                    .doesNotContain("secret")
                    .doesNotContain("private");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // nobody looks at the client
    void whatGoesWrongInTheLibraryIsNamedByItsClass() {
        List<String> lines = new ArrayList<>();
        Metrics metrics = new Metrics();
        QuietExceptions exceptions = new QuietExceptions(metrics, new Journal(lines::add));

        exceptions.onEventException(
                new IllegalArgumentException(SECRET, new IllegalStateException(SECRET)),
                List.of(SECRET),
                null);

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("\"exception\":\"java.lang.IllegalArgumentException\"")
                .doesNotContain("secret");
        assertThat(metrics.text()).contains("sonde_guarded_total{what=\"exception\"} 1");
    }

    @Test
    void librariesLogNothing() {
        assertThat(LoggerFactory.getILoggerFactory()).isInstanceOf(NOPLoggerFactory.class);
    }
}
