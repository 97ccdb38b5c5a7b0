package dev.sonde.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The seam between the bench and the protocols that it tests: the bench knows none, a pack knows no
 * other, and the command reaches them by their names.
 */
class SeamTest {

    private static final List<String> BENCH = List.of(
            "dev.sonde.sim.kernel",
            "dev.sonde.sim.trace",
            "dev.sonde.sim.state",
            "dev.sonde.sim.network..",
            "dev.sonde.sim.explore",
            "dev.sonde.sim.outcome",
            "dev.sonde.sim.study",
            "dev.sonde.sim.report..",
            "dev.sonde.sim.pack");

    /** The WebRTC probe: what is only its own. */
    private static final List<String> PROBE = List.of(
            "dev.sonde.presence",
            "dev.sonde.probe",
            "dev.sonde.matchmaking",
            "dev.sonde.lobby",
            "dev.sonde.server",
            "dev.sonde.server.load",
            "dev.sonde.server.record",
            "dev.sonde.sim",
            "dev.sonde.sim.oracle",
            "dev.sonde.sim.broken",
            "dev.sonde.sim.child");

    private static final List<String> RELAY_PING = List.of("dev.sonde.sim.relayping");

    /** What packs have in common of a scenario's people: their names and what they are like. */
    private static final List<String> PEOPLE =
            List.of("dev.sonde.protocol", "dev.sonde.sim.peer", "dev.sonde.sim.population");

    /** Verbs and options that are the WebRTC probe's own. */
    private static final Set<String> OF_THE_PROBE = new TreeSet<>(List.of(
            "CorpusCommand",
            "LoadCommand",
            "LoadPrinter",
            "Replays",
            "ServeCommand",
            "TestedOptions",
            "TokenCommand"));

    @Test
    void benchKnowsNoProtocol() {
        HouseRules.knowNothingOf(BENCH, joined(joined(PROBE, RELAY_PING), PEOPLE))
                .check(ProjectClasses.ALL);
    }

    @Test
    void packsKnowNothingOfEachOther() {
        HouseRules.knowNothingOf(RELAY_PING, PROBE).check(ProjectClasses.ALL);
        HouseRules.knowNothingOf(PROBE, RELAY_PING).check(ProjectClasses.ALL);
    }

    /** Also: nobody stands in the list above who has no need to. */
    @Test
    void onlyVerbsOfTheProbeReachIt() {
        Set<String> reaching = new TreeSet<>();
        for (JavaClass type : ProjectClasses.ALL) {
            if (type.getPackageName().equals("dev.sonde.sim.cli") && knowsAPack(type)) {
                String name = type.getName().substring(type.getPackageName().length() + 1);
                reaching.add(name.replaceFirst("\\$.*", ""));
            }
        }

        assertThat(reaching).isEqualTo(OF_THE_PROBE);
    }

    private static boolean knowsAPack(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(found -> found.getTargetClass().getPackageName())
                .anyMatch(name ->
                        PROBE.contains(name) || RELAY_PING.contains(name) || PEOPLE.contains(name));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
