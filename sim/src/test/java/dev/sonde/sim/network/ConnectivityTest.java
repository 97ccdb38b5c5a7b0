package dev.sonde.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.network.Connectivity.Side;
import dev.sonde.sim.network.NatBehavior.Dependence;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class ConnectivityTest {

    private static final int ALL = Connectivity.HOST | Connectivity.SRFLX | Connectivity.RELAY;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private static List<NatBehavior> tenBehaviours() {
        List<NatBehavior> all = new ArrayList<>(List.of(NatBehavior.NONE));
        for (Dependence mapping : Dependence.values()) {
            for (Dependence filtering : Dependence.values()) {
                all.add(new NatBehavior(mapping, filtering, 120 * SECOND_NANOS, false));
            }
        }
        return all;
    }

    private static Host host(NatBehavior nat, boolean udpBlocked, String lan) {
        LinkSpec link = LinkSpec.PERFECT;
        return new Host("x", new Profile("p", link, link, link, 0, nat, udpBlocked, 0, 0), lan);
    }

    private static Side side(NatBehavior nat, boolean relays, int heard) {
        return new Side(host(nat, false, ""), relays, heard);
    }

    private static Set<MediaRoute> routes(Side offerer, Side answerer) {
        int bits = Connectivity.routes(offerer, answerer);
        Set<MediaRoute> routes = EnumSet.noneOf(MediaRoute.class);
        for (MediaRoute route : MediaRoute.values()) {
            if ((bits & route.bit()) != 0) {
                routes.add(route);
            }
        }
        return routes;
    }

    /** Hole punching by cases, derived on paper and not by sending packets. */
    private static boolean punches(NatBehavior a, NatBehavior b) {
        boolean aFixed = a.mapping() == Dependence.ENDPOINT_INDEPENDENT;
        boolean bFixed = b.mapping() == Dependence.ENDPOINT_INDEPENDENT;
        if (aFixed && bFixed) {
            // Both know the other's port and open their own filter by sending there.
            return true;
        }
        if (aFixed || bFixed) {
            // The fixed side meets a port that it has not heard of: its filter must not look at
            // ports.
            return !looksAtPorts(aFixed ? a : b);
        }
        if (a.mapping() == b.mapping() && a.mapping() == Dependence.ADDRESS_AND_PORT_DEPENDENT) {
            // Each new port learned leads to one more new port; no check is ever answered in kind.
            return false;
        }
        // The first packet meets a mapping that was only used towards the STUN server.
        return (opensToAll(a) && !looksAtPorts(b)) || (opensToAll(b) && !looksAtPorts(a));
    }

    private static boolean looksAtPorts(NatBehavior nat) {
        return nat.filtering() == Dependence.ADDRESS_AND_PORT_DEPENDENT;
    }

    private static boolean opensToAll(NatBehavior nat) {
        return nat.filtering() == Dependence.ENDPOINT_INDEPENDENT;
    }

    @Test
    void tenByTenNatsConnectAsDerivedByHandWithAndWithoutTurn() {
        for (NatBehavior a : tenBehaviours()) {
            for (NatBehavior b : tenBehaviours()) {
                for (int turn = 0; turn < 4; turn++) {
                    boolean aTurn = (turn & 1) != 0;
                    boolean bTurn = (turn & 2) != 0;
                    Set<MediaRoute> expected = EnumSet.noneOf(MediaRoute.class);
                    if (punches(a, b)) {
                        expected.add(MediaRoute.DIRECT);
                    }
                    if (aTurn) {
                        expected.add(MediaRoute.OFFERER_RELAYS);
                    }
                    if (bTurn) {
                        expected.add(MediaRoute.ANSWERER_RELAYS);
                    }
                    if (aTurn && bTurn) {
                        expected.add(MediaRoute.BOTH_RELAY);
                    }
                    int toldByA = aTurn ? ALL : ALL & ~Connectivity.RELAY;
                    int toldByB = bTurn ? ALL : ALL & ~Connectivity.RELAY;
                    assertThat(routes(side(a, aTurn, toldByB), side(b, bTurn, toldByA)))
                            .as("%s against %s, turn %d", a, b, turn)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void folkloreHolds() {
        Side port = side(NatBehavior.PORT_RESTRICTED, false, ALL);
        Side symmetric = side(NatBehavior.SYMMETRIC, false, ALL);
        Side restricted = side(NatBehavior.RESTRICTED_CONE, false, ALL);
        assertThat(routes(port, port)).containsExactly(MediaRoute.DIRECT);
        assertThat(routes(port, symmetric)).isEmpty();
        assertThat(routes(symmetric, symmetric)).isEmpty();
        assertThat(routes(symmetric, restricted)).containsExactly(MediaRoute.DIRECT);
    }

    @Test
    void aLostCandidateIsLearnedFromTheOthersCheckOnlyIfTheFilterLetsItIn() {
        Side deaf = side(NatBehavior.FULL_CONE, false, 0);
        Side deafBehindFilter = side(NatBehavior.PORT_RESTRICTED, false, 0);
        Side hears = side(NatBehavior.PORT_RESTRICTED, false, ALL);
        assertThat(routes(deaf, hears)).containsExactly(MediaRoute.DIRECT);
        assertThat(routes(hears, deaf)).containsExactly(MediaRoute.DIRECT);
        assertThat(routes(deafBehindFilter, hears)).isEmpty();
    }

    @Test
    void aRelayNeedsThePermissionThatACandidateOfTheOtherBrings() {
        Side deaf = side(NatBehavior.SYMMETRIC, true, 0);
        Side hearsHostOnly = side(NatBehavior.SYMMETRIC, true, Connectivity.HOST);
        Side hears = side(NatBehavior.SYMMETRIC, true, Connectivity.SRFLX);
        Side other = side(NatBehavior.SYMMETRIC, false, ALL);
        assertThat(routes(deaf, other)).isEmpty();
        assertThat(routes(hearsHostOnly, other)).isEmpty();
        assertThat(routes(hears, other)).containsExactly(MediaRoute.OFFERER_RELAYS);
    }

    @Test
    void blockedUdpLeavesOnlyARelayOfOnesOwn() {
        Host blocked = host(NatBehavior.PORT_RESTRICTED, true, "");
        Host open = host(NatBehavior.NONE, false, "");
        assertThat(routes(new Side(blocked, false, ALL), new Side(open, true, ALL)))
                .isEmpty();
        assertThat(routes(new Side(blocked, true, ALL), new Side(open, false, ALL)))
                .containsExactly(MediaRoute.OFFERER_RELAYS);
        assertThat(routes(new Side(blocked, true, ALL), new Side(blocked, true, ALL)))
                .containsExactly(MediaRoute.BOTH_RELAY);
    }

    @Test
    void oneNatTurnsPacketsBackOnlyIfItHairpins() {
        NatBehavior hairpin = new NatBehavior(
                Dependence.ENDPOINT_INDEPENDENT,
                Dependence.ENDPOINT_INDEPENDENT,
                120 * SECOND_NANOS,
                true);
        int srflx = Connectivity.SRFLX;
        Host turns = host(hairpin, false, "home");
        Host turnsNot = host(NatBehavior.FULL_CONE, false, "home");
        assertThat(routes(new Side(turns, false, srflx), new Side(turns, false, srflx)))
                .containsExactly(MediaRoute.DIRECT);
        assertThat(routes(new Side(turnsNot, false, srflx), new Side(turnsNot, false, srflx)))
                .isEmpty();
        assertThat(routes(new Side(turnsNot, false, ALL), new Side(turnsNot, false, 0)))
                .containsExactly(MediaRoute.LAN);
    }

    @Property(tries = 500)
    void rolesMirrorAndMoreCandidatesNeverCloseARoute(
            @ForAll("sides") Side a, @ForAll("sides") Side b) {
        Set<MediaRoute> there = routes(a, b);
        Set<MediaRoute> back = routes(b, a);
        assertThat(back.contains(MediaRoute.DIRECT)).isEqualTo(there.contains(MediaRoute.DIRECT));
        assertThat(back.contains(MediaRoute.OFFERER_RELAYS))
                .isEqualTo(there.contains(MediaRoute.ANSWERER_RELAYS));
        assertThat(back.contains(MediaRoute.BOTH_RELAY))
                .isEqualTo(there.contains(MediaRoute.BOTH_RELAY));
        Side knowingA = new Side(a.host(), a.relays(), ALL);
        Side knowingB = new Side(b.host(), b.relays(), ALL);
        assertThat(routes(knowingA, knowingB)).containsAll(there);
    }

    @Provide
    Arbitrary<Side> sides() {
        // One NAT per network: people of one lan share it.
        Arbitrary<Host> hosts = Combinators.combine(
                        Arbitraries.of(tenBehaviours()), Arbitraries.of(true, false))
                .as((nat, blocked) -> host(nat, blocked, ""));
        return Combinators.combine(
                        hosts,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 7))
                .as(Side::new);
    }
}
