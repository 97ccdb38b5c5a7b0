package dev.sonde.sim.network.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.lab.Duet;
import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.IceCandidate;
import dev.sonde.sim.network.LinkSpec;
import dev.sonde.sim.network.LossRule;
import dev.sonde.sim.network.Measurement;
import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.Profile;
import dev.sonde.sim.network.ice.CandidatePair;
import dev.sonde.sim.network.ice.IceProfiles;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.List;

class PacketLawsTest {

    private static final long MILLI = 1_000_000;
    private static final long LIMIT = 12_000 * MILLI;
    private static final long NOMINATED = 300 * MILLI;

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

        assertThat(duet.isOpen()).isTrue();
        assertThat(areMirrors(duet)).isTrue();
    }

    private static boolean areMirrors(Duet duet) {
        List<CandidatePair> anns = nominated(duet, duet.ann());
        List<CandidatePair> bobs = nominated(duet, duet.bob());
        return anns.size() == 1
                && bobs.size() == 1
                && anns.get(0).local().endpoint() == bobs.get(0).remote().endpoint()
                && anns.get(0).remote().endpoint() == bobs.get(0).local().endpoint();
    }

    /** Goal: the law notices a network that is open one way only. */
    @Example
    void theLawOfMirrorsFailsWhereOneWayIsCut() {
        Duet duet = Duet.packets(
                setting("", NatBehavior.NONE, NatBehavior.NONE, false, 60, 40, 40),
                7,
                settings("rfc"));
        duet.plane().partition("ann", "bob", Long.MAX_VALUE);

        assertThat(duet.run().isOpen()).isFalse();
        assertThat(areMirrors(duet)).isFalse();
    }

    /** Goal: the law notices a nomination that one side alone knows of. */
    @Example
    void theLawOfMirrorsFailsWhereTheAnswerToTheNominationIsLost() {
        Duet duet = Duet.packets(
                setting("", NatBehavior.NONE, NatBehavior.NONE, false, 60, 40, 40),
                7,
                settings("rfc"));
        // The first answers make the pair; all later ones, to the nomination, are lost.
        duet.plane()
                .lose(new LossRule(
                        "answers",
                        new LossRule.Spec(
                                LossRule.Sort.CHECK_ANSWER,
                                "bob",
                                "ann",
                                LossRule.Over.ANY,
                                0,
                                NOMINATED,
                                Long.MAX_VALUE)));

        assertThat(duet.run().ann().openNanos()).isPositive();
        assertThat(areMirrors(duet)).isFalse();
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

    /** Goal: the law notices a server that signals no more than three candidates. */
    @Example
    void theLawOfMoreCandidatesFailsOnAServerThatBreaksDownUnderThem() {
        NatBehavior nat = NatBehavior.PORT_RESTRICTED;
        boolean[] opened = new boolean[2];
        for (int more = 0; more < 2; more++) {
            int told = more == 0 ? 0b010_010 : 0b011_011;
            int[] passed = new int[1];
            opened[more] = opens(
                    nat,
                    nat,
                    false,
                    "chrome",
                    (from, what) -> what instanceof IceCandidate candidate
                            ? (told & bit(from, candidate)) != 0 && ++passed[0] <= 3
                            : passed[0] < 2);
        }

        assertThat(opened).containsExactly(true, false);
    }

    private static boolean opens(
            NatBehavior ann, NatBehavior bob, boolean turn, int told, String profile) {
        return opens(
                ann,
                bob,
                turn,
                profile,
                (from, what) -> !(what instanceof IceCandidate candidate)
                        || (told & bit(from, candidate)) != 0);
    }

    private static boolean opens(
            NatBehavior ann, NatBehavior bob, boolean turn, String profile, Duet.Line line) {
        return Duet.packets(
                        setting("", ann, bob, turn, 60, 40, 40),
                        7,
                        settings(profile),
                        line,
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

        if (loss == 0) {
            assertThat(duet.ann().pings()).hasSize(5).allMatch(ping -> ping.trueRttNanos() > 0);
        }
        assertThat(isMedianTrue(duet, rtt, spec)).isTrue();
    }

    private static boolean isMedianTrue(Duet duet, int rtt, LinkSpec spec) {
        long least = rtt * MILLI + 4 * spec.delay().shortestNanos();
        long most = rtt * MILLI + 4 * spec.delay().longestNanos();
        long[] seen = duet.ann().pings().stream()
                .mapToLong(Measurement.Ping::trueRttNanos)
                .filter(nanos -> nanos >= 0)
                .sorted()
                .toArray();
        long median = seen.length == 0 ? 0 : seen[seen.length / 2];
        return seen.length < 3 || (median >= least && median <= most);
    }

    /** Goal: the law notices a path that is longer than it says. */
    @Example
    void theLawOfTheMedianFailsOnADetour() {
        String link = "delay 40ms 5ms distribution uniform";
        Duet duet = Duet.packets(
                setting(link, NatBehavior.NONE, NatBehavior.NONE, false, 60, 40, 40),
                7,
                settings("chrome"));
        duet.plane().delaySpike("bob", 100 * MILLI, Long.MAX_VALUE);

        assertThat(duet.run().ann().pings()).hasSize(5);
        assertThat(isMedianTrue(duet, 60, LinkSpec.parse(link))).isFalse();
    }

    /** Goal: without a permission the relay carries nothing, whatever is sent to it. */
    @Property(tries = 40)
    void nothingRelayedIsDeliveredWithoutAPermission(
            @ForAll @IntRange(max = 300) int rtt,
            @ForAll("profiles") String profile,
            @ForAll @IntRange(min = 1, max = 10_000) int seed) {
        assertThat(relayed(rtt, profile, seed, true)).isEmpty();
        assertThat(relayed(rtt, profile, seed, false)).isNotEmpty();
    }

    /** What the relay delivers between two symmetric NATs. */
    private static List<String> relayed(int rtt, String profile, int seed, boolean forbidden) {
        List<String> delivered = new ArrayList<>();
        Duet duet = Duet.packets(
                setting("", NatBehavior.SYMMETRIC, NatBehavior.SYMMETRIC, true, rtt, 40, 40),
                seed,
                settings(profile),
                (from, what) -> true,
                new Relayed(delivered));
        if (forbidden) {
            // The server never hears who is to be let in; allocations go on.
            for (String person : List.of("ann", "bob")) {
                duet.plane()
                        .lose(new LossRule(
                                "permissions",
                                new LossRule.Spec(
                                        LossRule.Sort.PERMISSION,
                                        person,
                                        "",
                                        LossRule.Over.ANY,
                                        0,
                                        0,
                                        Long.MAX_VALUE)));
            }
        }
        assertThat(duet.run().isOpen()).isEqualTo(!forbidden);
        return delivered;
    }

    /** Hears what arrives at people by way of the relay. */
    private record Relayed(List<String> delivered) implements PacketListener {

        @Override
        public void milestone(String person, long connection, Object what) {
            // Datagrams only.
        }

        @Override
        public boolean hearsDatagrams() {
            return true;
        }

        @Override
        public void datagram(String person, String datagram, String fate) {
            boolean fromRelay =
                    datagram.contains("relayed") || datagram.contains(" 198.51.100.1:4");
            if (fate.equals("arrived") && !person.equals("server") && fromRelay) {
                delivered.add(person + " " + datagram);
            }
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
