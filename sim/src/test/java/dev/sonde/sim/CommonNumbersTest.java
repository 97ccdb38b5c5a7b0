package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.outcome.PersonRow;
import dev.sonde.sim.outcome.ProbeRow;
import dev.sonde.sim.outcome.RunResult;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

/** Variants of a scenario see the same people and paths, so that their differences are theirs. */
final class CommonNumbersTest {

    private static final String CROWD = """
            sonde: 1
            until: 60s
            lobby: {matchmaker: {type: TYPE, max-p2p-rtt: LIMIT}, waiting: {time: TIME}}
            network:
              pair-rtts: delay distribution quantiles 10:32ms,50:135ms,90:291ms
              turn: TURN
            people:
              - crowd: {name: all, arrivals: poisson 1/s, mix: {cable: 50%, lte: 50%},
                        patience: lognormal 30s 10s, server-rtt: 20ms..80ms, played-in: 2}
            """;

    private static RunResult run(String type, String limit, String time, String turn) {
        return Scenes.run(CROWD.replace("TYPE", type)
                .replace("LIMIT", limit)
                .replace("TIME", time)
                .replace("TURN", turn));
    }

    @Test
    void variantsSeeTheSamePeopleJoinsAndPaths() {
        RunResult fifo = run("fifo", "150ms", "120s", "off");
        RunResult other = run("group-reunion", "250ms", "40s", "on");

        assertThat(other.people().stream().map(CommonNumbersTest::joined))
                .hasSizeGreaterThan(30)
                .containsExactlyElementsOf(
                        fifo.people().stream().map(CommonNumbersTest::joined).toList());
        Map<String, Long> paths = paths(fifo);
        Map<String, Long> others = paths(other);
        assertThat(others).isNotEqualTo(paths);
        paths.keySet().retainAll(others.keySet());
        others.keySet().retainAll(paths.keySet());
        assertThat(others).hasSizeGreaterThan(5).isEqualTo(paths);
    }

    /** Who it is, where, and when the server first heard of it. */
    private static String joined(PersonRow person) {
        return person.id()
                + ' '
                + person.profile()
                + ' '
                + person.ownRttNanos()
                + ' '
                + person.firstJoinNanos();
    }

    private static Map<String, Long> paths(RunResult run) {
        Map<String, Long> paths = new LinkedHashMap<>();
        for (ProbeRow probe : run.probes()) {
            if (probe.trueRttNanos() >= 0 && !probe.candidateType().equals("relay")) {
                paths.put(probe.memberA() + ' ' + probe.memberB(), probe.trueRttNanos());
            }
        }
        return paths;
    }
}
