package dev.sonde.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.util.function.IntToLongFunction;

final class SeededChoicesTest {

    private static final int DRAWN = 100_000;

    @Test
    void givesTheSameValuesForEver() {
        assertThat(first(8, 1_000)).containsExactly(117, 423, 123, 101, 78, 55, 532, 153);
        assertThat(first(3, Long.MAX_VALUE))
                .containsExactly(
                        1_081_161_588_745_179_779L,
                        3_910_633_854_725_383_779L,
                        1_142_396_526_363_496_861L);
        assertThat(first(3, 1L << 53))
                .containsExactly(
                        1_055_821_864_008_964L, 3_818_978_373_755_257L, 1_115_621_607_776_852L);
        assertThat(first(3, 2)).containsExactly(0, 0, 0);
        assertThat(first(3, 1)).containsExactly(0, 0, 0);
    }

    private static long[] first(int count, long bound) {
        Draws draws = new SeededChoices(42).draws("p7", "link", "delay");
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = draws.below(bound);
        }
        return values;
    }

    @Property
    void scalesAsExactArithmeticDoes(@ForAll long bits, @ForAll @LongRange(min = 1) long bound) {
        BigInteger exact = BigInteger.valueOf(bits >>> 1)
                .multiply(BigInteger.valueOf(bound))
                .shiftRight(63);

        assertThat(SeededChoices.scale(bits, bound)).isEqualTo(exact.longValueExact());
        assertThat(SeededChoices.scale(bits, bound)).isBetween(0L, bound - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 256, 1_000})
    void oneOwnersDrawsAreUniform(int bound) {
        Draws draws = new SeededChoices(1).draws("p1", "person", "patience");

        checkUniform(bound, i -> draws.below(bound));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 256, 1_000})
    void theFirstDrawsOfManyOwnersAreUniform(int bound) {
        Choices choices = new SeededChoices(1);

        checkUniform(bound, i -> choices.draws("p" + i, "person", "patience").below(bound));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 256, 1_000})
    void oneDrawUnderManySeedsIsUniform(int bound) {
        checkUniform(
                bound,
                i -> new SeededChoices(i).draws("p1", "person", "patience").below(bound));
    }

    @Test
    void aDrawSaysNothingAboutTheNextOne() {
        Draws draws = new SeededChoices(3).draws("p1", "link", "loss");

        checkUniform(256, i -> draws.below(16) * 16 + draws.below(16));
    }

    @Test
    void aDrawSaysNothingAboutTheSameDrawOfTheNeighbour() {
        Choices choices = new SeededChoices(3);

        checkUniform(
                256,
                i -> choices.draws("p" + 2 * i, "link", "loss").below(16) * 16
                        + choices.draws("p" + (2 * i + 1), "link", "loss").below(16));
    }

    /** Pearson's chi-square, within five standard deviations of its mean on both sides. */
    private static void checkUniform(int bound, IntToLongFunction draw) {
        long[] counts = new long[bound];
        for (int i = 0; i < DRAWN; i++) {
            counts[(int) draw.applyAsLong(i)]++;
        }
        double expected = DRAWN / (double) bound;
        double chiSquare = 0;
        for (long count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        double freedom = bound - 1;
        double tolerance = 5 * Math.sqrt(2 * freedom);
        assertThat(chiSquare).isBetween(Math.max(0, freedom - tolerance), freedom + 2 + tolerance);
    }
}
