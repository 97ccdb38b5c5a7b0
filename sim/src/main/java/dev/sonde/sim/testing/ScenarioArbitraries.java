package dev.sonde.sim.testing;

import dev.sonde.sim.WebRtcPack;
import dev.sonde.sim.scenario.FaultEntry;
import dev.sonde.sim.scenario.NetworkSection;
import dev.sonde.sim.scenario.PersonEntry;
import dev.sonde.sim.scenario.ProfileEntry;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.Vocabulary;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.ArrayList;
import java.util.List;

/**
 * Scenarios and their parts as jqwik draws them. A {@code @ForAll Scenario} needs none of this: it
 * is drawn from {@link #scenarios()}.
 *
 * <p>Whatever is drawn, and whatever it shrinks to, is valid: each piece is put together as the
 * text of a scenario and then read. Shrinking leaves out people, faults and keys, and makes times
 * shorter.
 */
public final class ScenarioArbitraries {

    /** A lobby that never comes to rest ends a run as inconclusive. */
    private static final String LIMITS = "{events: 200k, simulated: 2h}";

    private static final List<String> PRESETS = new WebRtcPack()
            .vocabulary().presets().stream().map(Vocabulary.Word::name).toList();

    private ScenarioArbitraries() {}

    /** Whole scenarios: one to six people, any network, up to five faults, any matchmaker. */
    public static Arbitrary<Scenario> scenarios() {
        return Combinators.combine(
                        PersonDraft.casts(),
                        NetworkDraft.any(),
                        FaultDraft.any().list().ofMaxSize(5),
                        lobby(),
                        Arbitraries.of(60, 30, 120),
                        Drafts.number(9_999))
                .as(ScenarioArbitraries::scenario);
    }

    /** People of their own names, with presets for networks. At least one, at most six. */
    public static Arbitrary<List<PersonEntry>> people() {
        return PersonDraft.casts()
                .map(people -> Scenarios.parse("sonde: 1\npeople: " + text(people, PRESETS, 120))
                        .people());
    }

    /**
     * Networks for these people, with profiles that are called {@code place-1} and so on.
     *
     * @throws IllegalArgumentException if there is nobody
     */
    public static Arbitrary<NetworkSection> networks(List<String> people) {
        Cast cast = cast(people, 120);
        return NetworkDraft.any()
                .map(network -> with("network: " + network.text(cast), cast).network());
    }

    /** Networks at people's places, called {@code place-1}. */
    public static Arbitrary<ProfileEntry> profiles() {
        return NetworkDraft.profile()
                .map(profile -> with("network: {profiles: {place-1: " + profile + "}}", SOMEBODY)
                        .network()
                        .profiles()
                        .get(0));
    }

    /** Links in the words of netem, such as {@code delay 40ms 8ms distribution gamma loss 1%}. */
    public static Arbitrary<String> links() {
        return NetworkDraft.link();
    }

    /**
     * Faults of all kinds that need no packets; they hit these people, or the server.
     *
     * @param untilSeconds of the scenario that they are for: nothing happens later. At least 1
     * @throws IllegalArgumentException if there is nobody
     */
    public static Arbitrary<List<FaultEntry>> faults(List<String> people, int untilSeconds) {
        Cast cast = cast(people, untilSeconds);
        return FaultDraft.any()
                .list()
                .ofMaxSize(5)
                .map(faults -> with("faults: " + text(faults, cast), cast).faults());
    }

    private static final Cast SOMEBODY = new Cast(List.of("ann"), 120_000);

    private static Cast cast(List<String> people, int untilSeconds) {
        if (people.isEmpty() || untilSeconds < 1) {
            throw new IllegalArgumentException("there is nobody, or no time");
        }
        return new Cast(people, 1000L * untilSeconds);
    }

    private static Arbitrary<String> lobby() {
        return Drafts.joined(List.of(
                Drafts.choice(
                        "matchmaker",
                        "{type: fifo, max-p2p-rtt: 100ms}",
                        "fifo",
                        "{type: fifo, max-p2p-rtt: 100ms, group-size: 3}",
                        "{type: latency-fifo, max-server-rtt: 200ms, max-p2p-rtt: 100ms}",
                        "{type: latency-fifo, max-server-rtt: 100ms}",
                        "{type: group-reunion, max-p2p-rtt: 200ms}",
                        "{type: group-reunion, fallback-to-fifo: false, max-p2p-rtt: 200ms}"),
                Drafts.sometimes(
                        40,
                        Drafts.choice(
                                "probe",
                                "{results: both}",
                                "{results: both, combine: max, settle: 1s}",
                                "{timeout: 4s, preparing: 2s, settle: 1ms, grace: 1s}",
                                "{grace: 0s}")),
                Drafts.sometimes(
                        40,
                        Drafts.choice(
                                "waiting",
                                "{time: 20s}",
                                "{grace: 2s, hold: 0s}",
                                "{hold: 10s, pause: {over-limit: 5s, failed: 2s}}"))));
    }

    private static Scenario scenario(
            List<PersonDraft> people,
            NetworkDraft network,
            List<FaultDraft> faults,
            String lobby,
            int untilSeconds,
            int seed) {
        List<String> profiles = new ArrayList<>(network.profileNames());
        profiles.addAll(PRESETS);
        Cast cast = cast(people.stream().map(PersonDraft::id).toList(), untilSeconds);
        return Scenarios.parse(String.join(
                "\n",
                "sonde: 1",
                "name: drawn",
                "seed: " + (seed + 1),
                "until: " + untilSeconds + "s",
                "limits: " + LIMITS,
                "lobby: {" + lobby + "}",
                "network: " + network.text(cast),
                "people: " + text(people, profiles, untilSeconds),
                "faults: " + text(faults, cast)));
    }

    private static String text(List<PersonDraft> people, List<String> profiles, int untilSeconds) {
        Cast cast = cast(people.stream().map(PersonDraft::id).toList(), untilSeconds);
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            entries.add(people.get(i).text(cast, i, profiles));
        }
        return "[" + Drafts.join(entries) + "]";
    }

    private static String text(List<FaultDraft> faults, Cast cast) {
        List<String> entries = faults.stream()
                .filter(fault -> fault.fits(cast))
                .map(fault -> fault.text(cast))
                .toList();
        return "[" + Drafts.join(entries) + "]";
    }

    /** A scenario of these people with one part of it said. */
    private static Scenario with(String part, Cast cast) {
        List<String> entries =
                cast.people().stream().map(id -> "{id: \"" + id + "\"}").toList();
        return Scenarios.parse(String.join(
                "\n",
                "sonde: 1",
                "until: " + cast.untilMillis() + "ms",
                "people: [" + Drafts.join(entries) + "]",
                part));
    }
}
