package dev.sonde.sim.cli;

import static dev.sonde.sim.cli.RealSession.sonde;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recorded sessions as scenarios to vary. */
final class AsScenarioTest {

    private static final Path TWO_TABS = Path.of(System.getProperty("sonde.root", ".."))
            .resolve("scenarios/sessions/two-tabs.jsonl");

    /** Five people: a reload, an outage, a take-over, somebody who leaves and comes back. */
    private static final String BUSY = """
            {"sonde_session":1,"settings":{"matchmaker":"group-reunion-or-fifo",\
            "max-p2p-rtt-ms":"100","results":"both-mean","probe-timeout-ms":"12000"}}
            {"in":"connect","socket":1,"who":"ann","page":"page-1","at":0}
            {"in":"join","socket":1,"history":["bob","xyz"],"rtt":40.4,"pool":"","at":1000000}
            {"in":"disconnect","socket":1,"at":2000000000}
            {"in":"connect","socket":2,"who":"ann","page":"page-1","at":2500000000}
            {"in":"connect","socket":3,"who":"bob","page":"","at":3000000000}
            {"in":"join","socket":3,"history":[],"pool":"","at":3000000000}
            {"in":"probe_ready","socket":2,"probe":"probe_00000000-0000-4000-8000-000000000001",\
            "at":3100000000}
            {"in":"probe_ready","socket":3,"probe":"probe_00000000-0000-4000-8000-000000000001",\
            "at":3200000000}
            {"in":"probe_connected","socket":3,\
            "probe":"probe_00000000-0000-4000-8000-000000000001","at":3300000000}
            {"in":"probe_result","socket":2,"probe":"probe_00000000-0000-4000-8000-000000000001",\
            "report":"success","rtt":34.6,"at":4000000000}
            {"in":"connect","socket":4,"who":"cid","page":"page-2","at":5000000000}
            {"in":"join","socket":4,"history":[],"pool":"","at":5000000000}
            {"in":"connect","socket":5,"who":"cid","page":"page-3","at":6000000000}
            {"in":"disconnect","socket":4,"at":6100000000}
            {"in":"connect","socket":6,"who":"7","page":"page-4","at":7000000000}
            {"in":"join","socket":6,"history":[],"pool":"","at":7000000000}
            {"in":"leave","socket":6,"at":7400000000}
            {"in":"join","socket":6,"history":[],"pool":"","at":9400000000}
            {"in":"connect","socket":7,"who":"onlooker","page":"","at":9500000000}
            {"in":"disconnect","socket":6,"at":11000000000}
            """;

    @TempDir
    private Path folder;

    @Test
    void sessionOfRealTabsBecomesAScenarioThatHoldsAndMatchesThemAgain() throws IOException {
        RealSession written = sonde("run", TWO_TABS, "--as-scenario");
        Path scenario = Files.writeString(folder.resolve("mine.yaml"), written.out());

        RealSession run = sonde("run", scenario, "--seeds", "1..5", "--json");

        assertThat(written.code()).isZero();
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().split("\n"))
                .hasSize(5)
                .allMatch(line -> line.contains("\"members\":[\"naaaaaaaaaaa\",\"naaaadmjrjmm\"]"));
    }

    @Test
    void whoComesGoesAndLosesTheConnectionIsKept() throws IOException {
        Path session = Files.writeString(folder.resolve("busy evening.jsonl"), BUSY);

        RealSession written = sonde("run", session, "--as-scenario");

        assertThat(written.out()).isEqualTo("""
                sonde: 1
                name: busy-evening
                description: >
                  Made of a recorded session: the same people come, go and lose their connections at
                  the same instants. Their networks are not known, only some
                  pairs' round trips.
                until: 41000ms

                lobby:
                  matchmaker: {type: group-reunion, fallback-to-fifo: true, max-p2p-rtt: 100ms}
                  probe: {timeout: 12000ms, results: both, combine: mean}

                network:
                  paths:
                    - {between: ["ann", "bob"], rtt: 35ms}

                people:
                  - {id: "ann", joins: 1ms, server-rtt: 40ms, history: ["bob"]}
                  - {id: "bob", joins: 3000ms, client: modern, instance: none}
                  - {id: "cid", joins: 5000ms}
                  - {id: "7", joins: 7000ms, leaves: 7400ms, returns: 2000ms}

                faults:
                  - {at: 2000ms, disconnect: "ann", back-after: 500ms, socket: new, page: same}
                  - {at: 6000ms, disconnect: "cid", back-after: 1ms, socket: overlapping, page: new}

                expect: {verdict: held}
                """);
        Path scenario = Files.writeString(folder.resolve("busy.yaml"), written.out());
        RealSession run = sonde("run", scenario, "--seeds", "1..5", "--quiet");
        assertThat(run.code()).as(run.out() + run.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seed=3", "--seeds=1..3", "--report=x.html", "--under-test=sonde"})
    void anOptionOfScenariosIsNotPassedOverInSilence(String option) {
        RealSession run = sonde("run", TWO_TABS, option);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith(TWO_TABS + " is a recorded session, which is replayed as it was;")
                .contains("--as-scenario makes a scenario of it");
    }

    @Test
    void sessionThatWasCutOffIsNamedByItsLine() throws IOException {
        String whole = Files.readString(TWO_TABS);
        int middle = whole.indexOf('\n', whole.indexOf('\n') + 1) + 20;
        Path cut = Files.writeString(folder.resolve("cut.jsonl"), whole.substring(0, middle));

        RealSession run = sonde("run", cut);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("line 3 is no line of a session, or was cut off: ")
                .doesNotContain("REDACTED");
    }

    @Test
    void whatIsNoSessionIsNamed() {
        RealSession tried = sonde("run", folder.resolve("none.jsonl"), "--as-scenario");

        assertThat(tried.code()).isEqualTo(2);
        assertThat(tried.err()).contains("is no session that `sonde serve --record` wrote");
    }
}
