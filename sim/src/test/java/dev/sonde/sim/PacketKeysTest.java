package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioException;
import dev.sonde.sim.trace.TraceEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The keys of networks that only packet detail knows: each does what it says. */
final class PacketKeysTest {

    private static final String PEOPLE = """
            sonde: 1
            seed: 7
            until: 30s
            people:
              - {id: ann, profile: one, joins: 0s}
              - {id: bob, profile: two, joins: 300ms}
            lobby: {matchmaker: {type: fifo, max-p2p-rtt: 300ms}}
            """;

    private static final String HOLE = "nat: port-restricted";

    private static final String SYMMETRIC =
            "{mapping: address-and-port-dependent, filtering: address-and-port-dependent";

    /** @param more keys of the network; {@code one} and {@code two} are the profiles' other keys */
    private static RunResult run(String more, String one, String two) {
        return Scenes.run(PEOPLE + network(more, one, two));
    }

    private static String network(String more, String one, String two) {
        return "network: {detail: packet, " + more + "profiles: {"
                + "one: {to-server: delay 10ms, " + one + "}, "
                + "two: {to-server: delay 10ms, " + two + "}}}\n";
    }

    private static List<String> media(RunResult run, String person) {
        return run.trace().entries().stream()
                .filter(entry -> entry.kind() == TraceEntry.Kind.MEDIA)
                .filter(entry -> entry.from().equals(person))
                .map(entry -> word(run, entry))
                .toList();
    }

    private static String word(RunResult run, TraceEntry entry) {
        return run.trace().lexicon().label(entry.what());
    }

    private static String way(RunResult run) {
        return run.probes().get(0).candidateType();
    }

    @Test
    void eachIceProfileHasItsOwnTimers() {
        List<Long> digests = List.of("chrome", "rfc", "pion").stream()
                .map(ice -> run("ice: " + ice + ", ", "nat: none", "nat: none"))
                .map(run -> run.trace().digest())
                .toList();

        assertThat(digests).doesNotHaveDuplicates();
        assertThat(run("", "nat: none", "nat: none").trace().digest()).isEqualTo(digests.get(0));
    }

    @Test
    void anIceProfileMayBeAFileBesideTheScenario(@TempDir Path folder)
            throws IOException, ScenarioException {
        String chrome = chrome();
        Files.writeString(folder.resolve("same.ice"), chrome);
        Files.writeString(
                folder.resolve("slow.ice"), chrome.replaceFirst("pace +48ms", "pace 400ms"));

        RunResult same = Scenes.run(read(folder, "same.ice"), 7);
        RunResult slow = Scenes.run(read(folder, "slow.ice"), 7);
        RunResult builtIn = run("", HOLE, HOLE);

        assertThat(same.trace().digest()).isEqualTo(builtIn.trace().digest());
        assertThat(slow.probes().get(0).openNanos())
                .isGreaterThan(builtIn.probes().get(0).openNanos());
    }

    private static Scenario read(Path folder, String ice) throws ScenarioException {
        String text = PEOPLE + network("ice: " + ice + ", ", HOLE, HOLE);
        return Packs.ON_CLASS_PATH.reader().read(text, "its.yaml", folder);
    }

    private static String chrome() throws IOException {
        try (InputStream in =
                dev.sonde.sim.network.ice.IceProfile.class.getResourceAsStream("chrome.ice")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kept, gathered srflx 203.0.113.1:50000",
        "next-free, gathered srflx 203.0.113.1:1024"
    })
    void aNatKeepsPortsOrTakesTheNextOne(String ports, String told) {
        String nat = "nat: " + SYMMETRIC + ", ports: " + ports + "}";

        assertThat(media(run("", nat, "nat: none"), "ann")).contains(told);
    }

    @Test
    void eachNewMappingTakesTheNextAddressOfThePool() {
        RunResult run = run("", "nat: " + SYMMETRIC + ", pool: 3}", "nat: none");

        assertThat(String.join("\n", media(run, "ann")))
                .contains("gathered srflx 203.0.113.1:50000")
                .contains("prflx 203.0.113.2:50000");
    }

    @ParameterizedTest
    @CsvSource({"packet, none, srflx", "packet, symmetric, relay", "flow, symmetric, relay"})
    void aCarriersNatBehindTheOneAtHomeDecidesWithIt(String detail, String carrier, String type) {
        String home = "nat: full-cone, carrier-nat: " + carrier;
        String network = network("turn: on, ", home, "nat: port-restricted");

        assertThat(way(Scenes.run(PEOPLE + network.replace("packet", detail)))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void twoBehindOneCarrierMeetDirectlyOnlyIfItTurnsPacketsBack(boolean hairpin, boolean relay) {
        String behind = "nat: full-cone, carrier-nat: {mapping: endpoint-independent, "
                + "filtering: endpoint-independent, hairpin: " + hairpin + "}";
        RunResult run = Scenes.run(PEOPLE.replace("profile: two", "profile: one")
                + network("turn: on, ", behind, "nat: none"));

        assertThat(way(run).equals("relay")).isEqualTo(relay);
    }

    @Test
    void tlsToTheTurnServerCostsOneRoundTripMoreThanTcp() {
        long tcp = relayedAt("tcp");
        long tls = relayedAt("tls");

        // The base is 2 x 10 ms, and the server 30 ms beyond it.
        assertThat(tls - tcp).isEqualTo(50_000_000L);
    }

    private static long relayedAt(String transport) {
        RunResult run = run(
                "turn: {rtt: 30ms, transport: " + transport + "}, ", "udp: blocked", "nat: none");
        return run.trace().entries().stream()
                .filter(entry -> entry.from().equals("ann"))
                .filter(entry -> word(run, entry).startsWith("gathered relay"))
                .findFirst()
                .orElseThrow()
                .atNanos();
    }

    @Test
    void credentialsThatEndedBeforeTheyAreShownAreRefused() {
        RunResult run =
                run("turn: {rtt: 1500ms, credentials: 1s}, ", "nat: symmetric", "nat: symmetric");

        assertThat(media(run, "ann")).contains("no relayed candidate: 401");
        assertThat(way(run)).isEmpty();
    }
}
