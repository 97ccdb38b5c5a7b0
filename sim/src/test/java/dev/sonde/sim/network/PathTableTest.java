package dev.sonde.sim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sonde.sim.kernel.SeededChoices;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class PathTableTest {

    private static final long MS = 1_000_000L;

    private final PathTable paths = new PathTable()
            .addPerson("ann", 30 * MS)
            .addPerson("bob", 50 * MS)
            .addPerson("cat", 10 * MS);

    @Test
    void twoPeopleAreApartByHalfOfEachBase() {
        assertThat(paths.oneWayNanos("ann", "bob")).isEqualTo(40 * MS);
        assertThat(paths.oneWayNanos("bob", "ann")).isEqualTo(40 * MS);
    }

    @Test
    void statedBeatsMatrixBeatsCoordinatesBeatsBase() {
        paths.withMatrix(RttMatrix.of(new long[][] {{20 * MS, 100 * MS}, {80 * MS, 20 * MS}}))
                .inRegion("ann", 0)
                .inRegion("bob", 1)
                .at("ann", new Coordinates(0, 0, 4 * MS))
                .at("bob", new Coordinates(0, 0, 4 * MS))
                .at("cat", new Coordinates(30 * MS, 40 * MS, 6 * MS));

        assertThat(paths.oneWayNanos("ann", "bob")).isEqualTo(50 * MS);
        assertThat(paths.oneWayNanos("bob", "ann")).isEqualTo(40 * MS);
        assertThat(paths.oneWayNanos("ann", "cat")).isEqualTo(30 * MS);

        paths.oneWay("ann", "bob", 7 * MS).between("ann", "cat", 9 * MS);

        assertThat(paths.oneWayNanos("ann", "bob")).isEqualTo(7 * MS);
        assertThat(paths.oneWayNanos("bob", "ann")).isEqualTo(40 * MS);
        assertThat(paths.oneWayNanos("cat", "ann")).isEqualTo(4_500_000);
    }

    @Test
    void turnIsAsFarAsTheBaseAndItsOwnRoundTrip() {
        paths.withTurnRtt(20 * MS);

        assertThat(paths.toTurnNanos("ann")).isEqualTo(25 * MS);
    }

    @Test
    void drawnRoundTripBelongsToThePairInWhateverOrderItIsAskedFor() {
        long there = drawn().oneWayNanos("ann", "bob");
        PathTable other = drawn();
        other.oneWayNanos("cat", "bob");

        assertThat(other.oneWayNanos("bob", "ann")).isEqualTo(there);
        assertThat(other.oneWayNanos("ann", "bob")).isEqualTo(there);
    }

    @Test
    void drawnRoundTripsHaveThePopulationsMedian() {
        PathTable crowd =
                new PathTable().withPairRtts(Presets.PLANETLAB_PAIR_RTTS, new SeededChoices(5));
        List<Long> rtts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            crowd.addPerson("p" + i, 0);
            for (int j = 0; j < i; j++) {
                rtts.add(2 * crowd.oneWayNanos("p" + i, "p" + j) / MS);
            }
        }

        Collections.sort(rtts);
        assertThat((double) rtts.get(rtts.size() / 2)).isCloseTo(135, within(5.0));
        assertThat((double) rtts.get(rtts.size() * 95 / 100)).isCloseTo(325, within(6.0));
    }

    @Test
    void matrixThatIsNotSquareIsRefused() {
        assertThatThrownBy(() -> RttMatrix.of(new long[][] {{1, 2}, {3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1 of 2 has 1 columns");
    }

    @Test
    void strangersAreRefusedByName() {
        assertThatThrownBy(() -> paths.oneWayNanos("ann", "dan"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nobody is called 'dan'; add the person before");
        assertThatThrownBy(() -> paths.inRegion("ann", 0))
                .hasMessage("there is no region 0 in a matrix of 0 rows");
    }

    private static PathTable drawn() {
        return new PathTable()
                .addPerson("ann", 0)
                .addPerson("bob", 0)
                .addPerson("cat", 0)
                .withPairRtts(Presets.SEATTLE_PAIR_RTTS, new SeededChoices(5));
    }
}
