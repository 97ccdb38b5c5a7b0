package dev.sonde.sim.network.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.lab.Duet;
import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.IceCandidate;
import dev.sonde.sim.network.LinkSpec;
import dev.sonde.sim.network.Measurement;
import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.Profile;
import dev.sonde.sim.network.ice.CandidatePair;
import dev.sonde.sim.network.ice.IceProfiles;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.List;

class PacketLawsTest {

    private static final long MILLI = 1_000_000;
    private static final long LIMIT = 12_000 * MILLI;

    @Provide
    Arbitrary<NatBehavior> nats() {
        return Arbitraries.of(
                NatBehavior.NONE,
                NatBehavior.FULL_CONE,
                NatBehavior.RESTRICTED_CONE,
                NatBehavior.PORT_RESTRICTED,
                NatBehavior.SYMMETRIC);
    }

    @Provide
    Arbitrary<String> profiles() {
        return Arbitraries.of(IceProfiles.BUILT_IN);
    }

    /** Goal: without loss and NAT, both nominate the same pair, each from its own end. */
    @Property(tries = 150)
    void onAnOpenLosslessNetworkBothNominateOnePairAndEachOthersMirror(
            @ForAll @IntRange(max = 400) int rtt,
            @ForAll @IntRange(max = 300) int annServer,
            @ForAll @IntRange(max = 300) int bobServer,
            @ForAll boolean turn,
            @ForAll("profiles") String profile) {
        Duet duet = Duet.packets(
                        setting(
                                "",
                                NatBehavior.NONE,
                                NatBehavior.NONE,
                                turn,
                                rtt,
                                annServer,
                                bobServer),
                        7,
                        settings(profile))
                .run();

        List<CandidatePair> anns = nominated(duet, duet.ann());
        List<CandidatePair> bobs = nominated(duet, duet.bob());
        assertThat(duet.isOpen()).isTrue();
        assertThat(anns).hasSize(1);
        assertThat(bobs).hasSize(1);
        assertThat(anns.get(0).local().endpoint())
                .isEqualTo(bobs.get(0).remote().endpoint());
        assertThat(anns.get(0).remote().endpoint())
                .isEqualTo(bobs.get(0).local().endpoint());
    }

    /** Goal: who gets through knowing some candidates gets through knowing one more. */
    @Property(tries = 120)
    void successNeverTurnsToFailureWhenACandidateIsAdded(
            @ForAll("nats") NatBehavior ann,
            @ForAll("nats") NatBehavior bob,
            @ForAll boolean turn,
            @ForAll @IntRange(max = 63) int told,
            @ForAll @IntRange(max = 5) int added,
            @ForAll("profiles") String profile) {
        boolean before = opens(ann, bob, turn, told, profile);
        boolean after = opens(ann, bob, turn, told | (1 << added), profile);

        assertThat(after || !before).isTrue();
    }

    private static boolean opens(
            NatBehavior ann, NatBehavior bob, boolean turn, int told, String profile) {
        return Duet.packets(
                        setting("", ann, bob, turn, 60, 40, 40),
                        7,
                        settings(profile),
                        (from, what) -> !(what instanceof IceCandidate candidate)
                                || (told & bit(from, candidate)) != 0,
                        PacketListener.NOBODY)
                .run()
                .isOpen();
    }

    private static int bit(String from, IceCandidate candidate) {
        int number = switch (candidate.type()) {
            case "host" -> 0;
            case "srflx" -> 1;
            default -> 2;
        };
        return 1 << (from.equals("ann") ? number : 3 + number);
    }

    /**
     * Goal: with bounded jitter, the median is one that links and path allow. A single ping may be
     * longer: the first one waits where the opening of the channel was lost.
     */
    @Property(tries = 100)
    void theMeasuredMedianIsInThePathsTrueRange(
            @ForAll @IntRange(min = 5, max = 300) int rtt,
            @ForAll @IntRange(min = 1, max = 20) int jitter,
            @ForAll @IntRange(max = 10) int loss,
            @ForAll @IntRange(min = 1, max = 10_000) int seed) {
        String link = "delay 40ms " + jitter + "ms distribution uniform"
                + (loss == 0 ? "" : " loss " + loss + "%");
        LinkSpec spec = LinkSpec.parse(link);
        Duet duet = Duet.packets(
                        setting(link, NatBehavior.FULL_CONE, NatBehavior.NONE, false, rtt, 40, 40),
                        seed,
                        settings("chrome"))
                .run();

        long least = rtt * MILLI + 4 * spec.delay().shortestNanos();
        long most = rtt * MILLI + 4 * spec.delay().longestNanos();
        if (loss == 0) {
            assertThat(duet.ann().pings()).hasSize(5).allMatch(ping -> ping.trueRttNanos() > 0);
        }
        long[] seen = duet.ann().pings().stream()
                .mapToLong(Measurement.Ping::trueRttNanos)
                .filter(nanos -> nanos >= 0)
                .sorted()
                .toArray();
        if (seen.length >= 3) {
            assertThat(seen[seen.length / 2]).isBetween(least, most);
        }
    }

    private static List<CandidatePair> nominated(Duet duet, Duet.Side side) {
        PacketMediaPlane plane = (PacketMediaPlane) duet.plane();
        return plane.pairs(side.connection().number()).stream()
                .filter(pair -> pair.isNominated() && pair.fate().isEmpty())
                .toList();
    }

    static PacketSettings settings(String profile) {
        return PacketSettings.DEFAULT.with(IceProfiles.builtIn(profile));
    }

    static Duet.Setting setting(
            String link,
            NatBehavior ann,
            NatBehavior bob,
            boolean turn,
            int rttMillis,
            int annServer,
            int bobServer) {
        return new Duet.Setting(
                host("ann", link, ann),
                host("bob", link, bob),
                turn,
                turn,
                rttMillis * MILLI,
                20 * MILLI,
                annServer * MILLI,
                bobServer * MILLI,
                LIMIT,
                true);
    }

    private static Host host(String person, String link, NatBehavior nat) {
        LinkSpec perfect = LinkSpec.PERFECT;
        Profile profile = new Profile(
                "law",
                perfect,
                perfect,
                LinkSpec.parse(link),
                30 * MILLI,
                nat,
                false,
                20 * MILLI,
                200 * MILLI);
        return new Host(person, profile, "");
    }
}
