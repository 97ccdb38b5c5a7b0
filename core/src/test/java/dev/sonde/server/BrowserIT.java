package dev.sonde.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Real tabs, real WebRTC on one machine. Run by {@code .ci/clients}, which installs Chromium where
 * it is missing; not part of the quick tests. Media needs a network interface besides loopback.
 */
class BrowserIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** The matchmaker's limit, too: who waited for a core during a probe is measured again. */
    private static final int MOST_RTT_MILLIS = 20;

    private final Path folder;
    private final TestServer server;
    private final Browser browser;

    BrowserIT() throws IOException {
        this.folder = Files.createTempDirectory("sonde-browser");
        this.server = TestServer.with(
                "max-p2p-rtt-ms",
                String.valueOf(MOST_RTT_MILLIS),
                "record",
                session().toString());
        this.browser = Browser.start(folder);
    }

    private Path session() {
        return folder.resolve("session.jsonl");
    }

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    private Browser.Tab person(String name) {
        Browser.Tab tab = loaded(name);
        join(tab);
        return tab;
    }

    /** Shows the name, which is the last thing that the page does by itself. */
    private Browser.Tab loaded(String name) {
        return browser.open("http://127.0.0.1:" + server.port() + "/?subject=" + name)
                .awaitValue("subject", name);
    }

    private static void join(Browser.Tab tab) {
        tab.eval("document.getElementById('form').requestSubmit()");
    }

    private static double rtt(Browser.Tab tab) {
        return Double.parseDouble(tab.eval("document.getElementById('match').dataset.rtt"));
    }

    @Test
    void twoTabsMeasureAndMatch() throws IOException {
        Browser.Tab ann = person("ann");
        Browser.Tab operator = browser.open("http://127.0.0.1:" + server.port() + "/operator");
        ann.await("room", "waiting");
        Browser.Tab bob = person("bob");

        ann.await("match", "found").screenshot(SCREENSHOTS.resolve("two-tabs-ann.png"));
        bob.await("match", "found").screenshot(SCREENSHOTS.resolve("two-tabs-bob.png"));
        operator.screenshot(SCREENSHOTS.resolve("operator.png"));
        Browser.Tab metrics = browser.open("http://127.0.0.1:" + server.port() + "/metrics");
        metrics.awaitText("sonde_matches_total").screenshot(SCREENSHOTS.resolve("metrics.png"));

        assertThat(ann.text("match")).contains("ann").contains("bob");
        assertThat(rtt(ann)).isGreaterThan(0).isLessThan(MOST_RTT_MILLIS);
        System.out.printf(Locale.ROOT, "two tabs measured %.1f ms%n", rtt(ann));
        server.awaitMetric("sonde_probes_finished_total{pool=\"default\",outcome=\"complete\"}", 1);
    }

    @Test
    void recordedTabsAreReplayedWithTheSameEffects() throws IOException {
        Browser.Tab ann = person("ann").await("room", "waiting");
        person("bob");
        ann.await("match", "found");
        server.awaitMetric("sonde_loop_queue_depth{pool=\"default\"}", 0);
        server.close();
        Files.copy(
                session(),
                SCREENSHOTS.resolve("session.jsonl"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(SessionReplay.of(session()).difference()).isEmpty();
        assertThat(Files.readString(session())).doesNotContain("candidate:").doesNotContain("v=0");
    }

    @Test
    void sixTabsMakeThreePairs() throws IOException {
        List<Browser.Tab> tabs = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            tabs.add(loaded("person-" + i));
        }
        // Not while pages are loaded, which takes all of a small machine.
        tabs.forEach(BrowserIT::join);

        for (Browser.Tab tab : tabs) {
            tab.await("match", "found");
            assertThat(rtt(tab))
                    .as("measured by %s", tab.text("match"))
                    .isGreaterThan(0)
                    .isLessThan(MOST_RTT_MILLIS);
        }
        tabs.get(0).screenshot(SCREENSHOTS.resolve("six-tabs-first.png"));
        server.awaitMetric("sonde_matches_total{pool=\"default\",state=\"formed\"}", 3);
        server.awaitMetric("sonde_probes_live{pool=\"default\"}", 0);
    }

    @Test
    void lostConnectionComesBackToItsPlace() {
        Browser.Tab ann = person("ann").await("room", "waiting");

        ann.eval("document.getElementById('room').dataset.state = ''");
        server.server.closeConnections();
        ann.await("room", "waiting").await("connection", "connected");

        assertThat(ann.text("log")).contains("connection lost");
        person("bob");
        ann.await("match", "found");
    }

    @Test
    void killedTabEndsItsProbeWithinItsGrace() {
        Browser.Tab ann = person("ann").await("room", "waiting");
        try (TestClient bob = server.client("bob")) {
            bob.emit("join", "{}");
            String probe = bob.await("probe_prepare").path("probe_session_id").asText();
            bob.emit("probe_ready", "{\"probe_session_id\":\"" + probe + "\"}");
            bob.await("probe_start");

            long start = System.nanoTime();
            ann.kill();

            assertThat(bob.await("probe_cancel").path("reason").asText()).isEqualTo("member-lost");
            assertThat(System.nanoTime() - start).isLessThan(7_000_000_000L);
        }
    }
}
