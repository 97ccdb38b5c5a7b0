package dev.sonde.sim.cli;

import static dev.sonde.sim.cli.RealSession.sonde;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reports in a real browser, wide and narrow, light and dark, by keyboard. Run by
 * {@code .ci/clients}, which installs Chromium where it is missing; not part of the quick tests.
 */
class ReportIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path SCENARIOS =
            Path.of(System.getProperty("sonde.root", "..")).resolve("scenarios");
    private static final long MOST_BYTES = 3_000_000;
    private static final int PHONE = 360;
    private static final int WIDE = 1280;
    private static final int ENTER = 13;
    private static final int TAB = 9;
    private static final int RIGHT = 39;
    /** A pool over an ocean, small. */
    private static final String OCEAN = """
            sonde: 1
            name: ocean
            description: Two shores, 95 ms apart. Which limit lets people meet soon and play near?
            until: 2m
            lobby: {matchmaker: {type: fifo, max-p2p-rtt: 80ms}}
            network:
              rtt-matrix: ocean.csv
              profiles:
                home: {to-server: "delay 20ms 4ms distribution gamma",
                       to-peers: "delay 2ms 2ms distribution gamma"}
            people:
              - crowd: {name: west, ids: "w{n}", arrivals: poisson 15/m, mix: home, region: us,
                        patience: lognormal 40s 20s}
              - crowd: {name: east, ids: "e{n}", arrivals: poisson 15/m, mix: home, region: eu,
                        patience: lognormal 40s 20s}
            goals: {share.matched: ">= 60%", time-to-match.p95: "<= 60s", matched-rtt.p90: minimise}
            """;

    private static final String SHORES = ",us,eu\nus,12,95\neu,95,12\n";

    private static Path folder = Path.of("");
    private static Path crowd = Path.of("");
    private static Path probe = Path.of("");
    private static Path seeds = Path.of("");
    private static Path sweep = Path.of("");
    private static Path why = Path.of("");

    private ReportBrowser browser;

    @BeforeAll
    static void writeReports() throws IOException {
        folder = Files.createTempDirectory("sonde-reports");
        crowd = report("crowd", "run", SCENARIOS.resolve("research/crowd-10k.yaml"));
        probe = report("probe", "run", SCENARIOS.resolve("smoke/packet-turn-outage.yaml"));
        seeds = report(
                "seeds", "run", SCENARIOS.resolve("research/us-eu.yaml"), "--seeds", "1..40");
        Files.writeString(folder.resolve("ocean.csv"), SHORES);
        Path ocean = Files.writeString(folder.resolve("ocean.yaml"), OCEAN);
        String limits = "lobby.matchmaker.max-p2p-rtt=60ms..160ms/20ms";
        String results = "lobby.probe.results=first,both";
        sweep = report("sweep", "sweep", ocean, "--vary", limits, "--vary", results);
        sonde(
                "explore",
                SCENARIOS.resolve("smoke/neutral-two.yaml"),
                "--under-test",
                "ready-counter",
                "--schedules",
                "3000",
                "--out",
                folder);
        Path capsule;
        try (var files = Files.list(folder)) {
            capsule = files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        sonde("shrink", capsule);
        Path small = Path.of(capsule.toString().replace(".json", ".min.json"));
        why = report("why", "why", small);
    }

    private static Path report(String name, Object... words) {
        Path file = folder.resolve(name + ".html");
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--report", file));
        RealSession session = sonde(all.toArray());
        assertThat(file).as(session.err()).exists();
        return file;
    }

    @BeforeEach
    void startBrowser() throws IOException, InterruptedException {
        browser = new ReportBrowser(Files.createTempDirectory("sonde-browser"));
    }

    @AfterEach
    void stopBrowser() {
        browser.close();
    }

    private static List<Path> all() {
        return List.of(probe, seeds, crowd, sweep, why);
    }

    private static String name(Path report) {
        return report.getFileName().toString().replace(".html", "");
    }

    @Test
    void opensAloneAndWithoutComplaints() throws IOException {
        browser.look(WIDE, 900, "light");
        for (Path report : all()) {
            browser.open(report);

            assertThat(browser.complaints()).as(name(report)).isEmpty();
            assertThat(browser.requests()).as(name(report)).isEmpty();
            assertThat(Files.size(report)).isLessThan(MOST_BYTES);
            String millis = browser.eval(
                    "performance.getEntriesByType('navigation')[0]" + ".loadEventEnd.toFixed(0)");
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d bytes, open after %s ms%n",
                    report.getFileName(),
                    Files.size(report),
                    millis);
        }
    }

    /** Nothing is wider than the screen, and every chart and story has been drawn. */
    @Test
    void fitsAPhoneAndAWideScreenInLightAndDark() throws IOException {
        for (Path report : all()) {
            for (int width : List.of(PHONE, WIDE)) {
                for (String scheme : List.of("light", "dark")) {
                    browser.look(width, 900, scheme);
                    browser.open(report);
                    String picture = name(report) + "-" + width + "-" + scheme + ".png";
                    browser.screenshot(SCREENSHOTS.resolve(picture));

                    assertThat(browser.eval("document.documentElement.scrollWidth"))
                            .as(picture)
                            .isEqualTo(Integer.toString(width));
                    assertThat(browser.eval("[...document.querySelectorAll('[data-chart]')]"
                                    + ".filter(e => !e.querySelector('canvas')).length"))
                            .isEqualTo("0");
                    assertThat(browser.eval("[...document.querySelectorAll('[data-story]')]"
                                    + ".filter(e => !e.querySelector('.sequence svg g')).length"))
                            .isEqualTo("0");
                    assertThat(Audit.contrast(browser)).as(picture).isEmpty();
                    assertThat(Audit.names(browser)).as(picture).isEmpty();
                }
            }
        }
    }

    @Test
    void everythingWorksByKeyboard() {
        browser.look(WIDE, 900, "light");
        browser.open(probe);

        browser.press("Tab", TAB);
        assertThat(browser.eval("document.activeElement.textContent"))
                .isEqualTo("Skip to the report");

        browser.eval("document.getElementById('theme').focus()");
        browser.press("Enter", ENTER);
        browser.press("Enter", ENTER);
        assertThat(browser.eval("document.documentElement.dataset.theme")).isEqualTo("dark");

        browser.eval("document.querySelector('.story input[type=range]').focus()");
        String before = browser.eval("document.querySelector('.story .now').textContent");
        browser.press("ArrowRight", RIGHT);
        assertThat(browser.eval("document.querySelector('.story .now').textContent"))
                .isNotEqualTo(before)
                .contains("step 2 of");

        browser.eval("document.querySelector('[role=slider]').focus()");
        browser.press("ArrowRight", RIGHT);
        assertThat(browser.eval("document.activeElement.getAttribute('aria-valuetext')"))
                .startsWith("At ");

        browser.eval("document.querySelector('.story details summary').focus()");
        browser.press("Enter", ENTER);
        browser.eval("new Promise(done => setTimeout(done))");
        assertThat(Integer.parseInt(browser.eval(
                        "document.querySelectorAll('.story details tbody tr').length")))
                .isGreaterThan(20);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whateverCanBeClickedCanBeReachedByTab() {
        browser.look(WIDE, 900, "light");
        browser.open(seeds);
        int controls = Integer.parseInt(browser.eval("document.querySelectorAll("
                + "'a, button, select, input, summary, [tabindex=\"0\"]').length"));

        browser.eval("window.reached = new Set();"
                + "addEventListener('focusin', e => window.reached.add(e.target))");
        for (int i = 0; i < controls; i++) {
            browser.press("Tab", TAB);
        }

        // What is folded away is not reached before it is opened.
        assertThat(browser.eval("[...document.querySelectorAll("
                        + "'a, button, select, input, summary, [tabindex=\"0\"]')]"
                        + ".filter(e => e.checkVisibility() && !window.reached.has(e)).length"))
                .isEqualTo("0");
    }

    @Test
    void printsOnPaper() throws IOException {
        browser.look(WIDE, 900, "dark");
        browser.open(seeds);
        Path paper = SCREENSHOTS.resolve("seeds.pdf");
        Files.createDirectories(SCREENSHOTS);
        browser.print(paper);

        assertThat(Files.size(paper)).isGreaterThan(20_000);
        assertThat(browser.complaints()).isEmpty();
    }

    @AfterAll
    static void removeReports() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
