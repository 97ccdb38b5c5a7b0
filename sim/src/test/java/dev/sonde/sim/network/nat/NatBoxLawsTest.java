package dev.sonde.sim.network.nat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.NatBehavior.Dependence;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class NatBoxLawsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long LIFETIME = 120 * SECOND;
    private static final int OUTER = Endpoint.PUBLIC;

    /** One packet out, some time after the one before. */
    record Sent(int socket, int address, int port, long afterNanos) {

        long inside() {
            return Endpoint.of(Endpoint.PRIVATE, 50_000 + socket);
        }

        long remote() {
            return Endpoint.of(Endpoint.PUBLIC + 100 + address, 1_000 + port);
        }
    }

    @Provide
    Arbitrary<List<Sent>> packets() {
        Arbitrary<Sent> one = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(0, 100 * SECOND))
                .as(Sent::new);
        return one.list().ofMinSize(1).ofMaxSize(25);
    }

    /**
     * Goal: a naive NAT that remembers every packet that ever went out agrees on each address that
     * is given and on each packet that is let in.
     */
    @Property(tries = 300)
    void nothingComesInThatTheBehaviourForbidsAndEverythingElseDoes(
            @ForAll("packets") List<Sent> packets,
            @ForAll Dependence mapping,
            @ForAll Dependence filtering) {
        assertLaw(boxOf(mapping, filtering, LIFETIME), packets, mapping, filtering);
    }

    /** Goal: the law notices a box that filters less than it says, or more. */
    @ParameterizedTest
    @CsvSource({
        "ADDRESS_AND_PORT_DEPENDENT, ADDRESS_DEPENDENT",
        "ADDRESS_DEPENDENT, ENDPOINT_INDEPENDENT",
        "ENDPOINT_INDEPENDENT, ADDRESS_DEPENDENT"
    })
    void theLawFailsOnABoxThatFiltersOtherwise(Dependence said, Dependence done) {
        Dependence mapping = Dependence.ENDPOINT_INDEPENDENT;
        List<Sent> one = List.of(new Sent(0, 1, 1, SECOND));

        assertLaw(boxOf(mapping, said, LIFETIME), one, mapping, said);
        assertThatThrownBy(() -> assertLaw(boxOf(mapping, done, LIFETIME), one, mapping, said))
                .isInstanceOf(AssertionError.class);
    }

    /** Goal: the law notices a box that forgets too early. */
    @Test
    void theLawFailsOnABoxThatForgetsEarly() {
        Dependence mapping = Dependence.ENDPOINT_INDEPENDENT;
        Dependence filtering = Dependence.ADDRESS_DEPENDENT;
        List<Sent> two = List.of(new Sent(0, 1, 1, SECOND), new Sent(0, 2, 1, 60 * SECOND));

        assertLaw(boxOf(mapping, filtering, LIFETIME), two, mapping, filtering);
        assertThatThrownBy(
                        () -> assertLaw(boxOf(mapping, filtering, SECOND), two, mapping, filtering))
                .isInstanceOf(AssertionError.class);
    }

    private static NatBox boxOf(Dependence mapping, Dependence filtering, long lifetime) {
        return new NatBox(new NatBehavior(mapping, filtering, lifetime, false), OUTER);
    }

    private static void assertLaw(
            NatBox box, List<Sent> packets, Dependence mapping, Dependence filtering) {
        List<Long> outsides = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < packets.size(); i++) {
            Sent sent = packets.get(i);
            now += sent.afterNanos;
            long expected = Endpoint.NONE;
            for (int j = 0; j < i; j++) {
                if (isSameMapping(packets.get(j), sent, mapping)
                        && now - lastUse(packets, times, j, i, mapping) <= LIFETIME) {
                    expected = outsides.get(j);
                }
            }
            long outside = box.out(sent.inside(), sent.remote(), now);
            if (expected != Endpoint.NONE) {
                assertThat(outside).isEqualTo(expected);
            }
            outsides.add(outside);
            times.add(now);
        }
        assertLetsInExactly(box, packets, outsides, times, now, mapping, filtering);
    }

    private static void assertLetsInExactly(
            NatBox box,
            List<Sent> packets,
            List<Long> outsides,
            List<Long> times,
            long now,
            Dependence mapping,
            Dependence filtering) {
        Sent last = packets.get(packets.size() - 1);
        long outside = outsides.get(outsides.size() - 1);
        for (int address = 0; address < 3; address++) {
            for (int port = 0; port < 3; port++) {
                long source = new Sent(0, address, port, 0).remote();
                boolean wanted = filtering == Dependence.ENDPOINT_INDEPENDENT;
                long since = now;
                for (int i = packets.size() - 1; i >= 0; i--) {
                    if (isSameMapping(packets.get(i), last, mapping)) {
                        if (since - times.get(i) > LIFETIME) {
                            break;
                        }
                        since = times.get(i);
                        wanted |= opens(packets.get(i).remote(), source, filtering);
                    }
                }
                assertThat(box.in(outside, source, now) != Endpoint.NONE)
                        .as("from %s", Endpoint.text(source))
                        .isEqualTo(wanted);
            }
        }
    }

    private static boolean isSameMapping(Sent one, Sent other, Dependence mapping) {
        return one.socket == other.socket && opens(one.remote(), other.remote(), mapping);
    }

    private static boolean opens(long sentTo, long source, Dependence dependence) {
        return switch (dependence) {
            case ENDPOINT_INDEPENDENT -> true;
            case ADDRESS_DEPENDENT -> Endpoint.address(sentTo) == Endpoint.address(source);
            case ADDRESS_AND_PORT_DEPENDENT -> sentTo == source;
        };
    }

    private static long lastUse(
            List<Sent> packets, List<Long> times, int of, int before, Dependence mapping) {
        long last = times.get(of);
        for (int i = of; i < before; i++) {
            if (isSameMapping(packets.get(i), packets.get(of), mapping)) {
                last = times.get(i);
            }
        }
        return last;
    }

    @Test
    void theTwoReasonsToRefuseAreToldApart() {
        NatBox box = new NatBox(NatBehavior.PORT_RESTRICTED, OUTER);
        long inside = Endpoint.of(Endpoint.PRIVATE, 50_000);
        long friend = Endpoint.of(Endpoint.PUBLIC + 9, 1);
        long stranger = Endpoint.of(Endpoint.PUBLIC + 9, 2);
        long outside = box.out(inside, friend, 0);

        assertThat(box.in(outside, stranger, 1)).isEqualTo(Endpoint.NONE);
        assertThat(box.refused()).isEqualTo(NatBox.Refusal.FILTERED);
        assertThat(box.in(outside, friend, 121 * SECOND)).isEqualTo(Endpoint.NONE);
        assertThat(box.refused()).isEqualTo(NatBox.Refusal.NO_MAPPING);
    }

    @Test
    void portsArePreservedUntilSomebodyElseHasThem() {
        NatBox box = new NatBox(NatBehavior.FULL_CONE, OUTER);
        long remote = Endpoint.of(Endpoint.PUBLIC + 9, 1);

        long first = box.out(Endpoint.of(Endpoint.PRIVATE, 50_000), remote, 0);
        long second = box.out(Endpoint.of(Endpoint.PRIVATE + 1, 50_000), remote, 0);

        assertThat(Endpoint.port(first)).isEqualTo(50_000);
        assertThat(Endpoint.port(second)).isNotEqualTo(50_000);
    }

    @Test
    void aPoolGivesEachNewMappingItsNextAddress() {
        NatBehavior pool = new NatBehavior(
                Dependence.ADDRESS_DEPENDENT,
                Dependence.ADDRESS_DEPENDENT,
                LIFETIME,
                false,
                true,
                2);
        NatBox box = new NatBox(pool, OUTER);
        long inside = Endpoint.of(Endpoint.PRIVATE, 50_000);

        long one = box.out(inside, Endpoint.of(Endpoint.PUBLIC + 8, 1), 0);
        long two = box.out(inside, Endpoint.of(Endpoint.PUBLIC + 9, 1), 0);

        assertThat(Endpoint.address(two)).isEqualTo(Endpoint.address(one) + 1);
    }

    @Test
    void afterARebindingOldAddressesAreDeadAndNewOnesDiffer() {
        NatBox box = new NatBox(NatBehavior.FULL_CONE, OUTER);
        long inside = Endpoint.of(Endpoint.PRIVATE, 50_000);
        long remote = Endpoint.of(Endpoint.PUBLIC + 9, 1);
        long before = box.out(inside, remote, 0);

        box.rebind();

        assertThat(box.in(before, remote, 1)).isEqualTo(Endpoint.NONE);
        assertThat(box.out(inside, remote, 2)).isNotEqualTo(before);
    }
}
