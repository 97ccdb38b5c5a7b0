package dev.sonde.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;

final class DrawsTest {

    private static final int DRAWN = 200_000;

    private final Choices choices = new SeededChoices(42);
    private final Draws draws = choices.draws("p7", "link", "delay");

    @Test
    void ownerKindLabelAndNothingElseMakeTheKey() {
        assertThat(draws.key()).isEqualTo(0x6137_F6E1_3CCD_6FC7L);
        assertThat(new SeededChoices(1).draws("p7", "link", "delay").key()).isEqualTo(draws.key());
        assertThat(draws).hasToString("p7/link/delay");
    }

    @Test
    void thePlaceOfAWordInTheKeyCounts() {
        Set<Long> keys = new LinkedHashSet<>();
        String[][] names = {
            {"a", "b", "c"}, {"a", "c", "b"}, {"b", "a", "c"}, {"b", "c", "a"}, {"c", "a", "b"},
            {"c", "b", "a"}, {"ab", "c", ""}, {"a", "bc", ""}, {"", "ab", "c"}, {"abc", "", ""}
        };
        for (String[] name : names) {
            keys.add(choices.draws(name[0], name[1], name[2]).key());
        }
        assertThat(keys).hasSize(names.length);
    }

    @Test
    void drawsOfOthersInBetweenChangeNothing() {
        List<Long> alone = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            alone.add(draws.below(1_000_000));
        }

        List<Long> among = new ArrayList<>();
        Draws same = choices.draws("p7", "link", "delay");
        Draws owner = choices.draws("p8", "link", "delay");
        Draws kind = choices.draws("p7", "person", "delay");
        Draws label = choices.draws("p7", "link", "loss");
        List<Long> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            others.add(owner.below(1_000_000));
            among.add(same.below(1_000_000));
            others.add(kind.below(1_000_000));
            others.add(label.below(1_000_000));
        }
        assertThat(among).isEqualTo(alone);
        assertThat(others).doesNotContainAnyElementsOf(alone);
    }

    @Test
    void aBoundChangesItsOwnDrawOnly() {
        draws.below(2);
        long second = draws.below(1_000);

        assertThat(second).isEqualTo(423);
    }

    @Test
    void givesTheSameNumbersForEver() {
        assertThat(draws.between(5, 9)).isEqualTo(5);
        assertThat(draws.between(5, 9)).isEqualTo(7);
        Draws exponential = choices.draws("p7", "link", "delay");
        assertThat((long) exponential.exponential(1e9)).isEqualTo(124_679_004L);
        assertThat((long) exponential.exponential(1e9)).isEqualTo(551_633_333L);
        Draws gaussian = choices.draws("p7", "link", "delay");
        assertThat((long) (1e9 * gaussian.gaussian())).isEqualTo(-443_485_817L);
    }

    @Test
    void aRangeMayLieAnywhere() {
        assertThat(draws.between(-3, -3)).isEqualTo(-3);
        assertThat(draws.between(Long.MIN_VALUE, -2)).isNegative();
        assertThat(draws.between(1, Long.MAX_VALUE)).isPositive();
    }

    @Test
    void aChoiceOutOfNothingIsRefused() {
        assertThatThrownBy(() -> draws.below(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a choice of p7/link/delay needs a bound of at least 1, not 0");
        assertThatThrownBy(() -> draws.between(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> draws.between(0, Long.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void certainChancesDrawNothing() {
        assertThat(draws.chance(0)).isFalse();
        assertThat(draws.chance(-1)).isFalse();
        assertThat(draws.chance(Double.NaN)).isFalse();
        assertThat(draws.chance(1)).isTrue();
        assertThat(draws.below(1_000)).isEqualTo(117);
    }

    @Test
    void aChanceComesTrueAsOftenAsItSays() {
        int hits = 0;
        for (int i = 0; i < DRAWN; i++) {
            hits += draws.chance(0.25) ? 1 : 0;
        }
        assertThat(hits / (double) DRAWN).isCloseTo(0.25, within(0.005));
    }

    @Test
    void unitHasTheMomentsOfTheUniformDistribution() {
        checkMoments(draws::unit, 1.0 / 2, 1.0 / 3, 1.0 / 4, 1.0 / 5);
    }

    @Test
    void exponentialHasItsMoments() {
        checkMoments(() -> draws.exponential(3) / 3, 1, 2, 6, 24);
    }

    @Test
    void gaussianHasItsMoments() {
        checkMoments(draws::gaussian, 0, 1, 0, 3);
    }

    /** Compares the first four raw moments, each within five standard errors. */
    private static void checkMoments(DoubleSupplier draw, double... expected) {
        double[] sums = new double[expected.length];
        double[] squares = new double[expected.length];
        for (int i = 0; i < DRAWN; i++) {
            double value = draw.getAsDouble();
            double power = 1;
            for (int m = 0; m < expected.length; m++) {
                power *= value;
                sums[m] += power;
                squares[m] += power * power;
            }
        }
        for (int m = 0; m < expected.length; m++) {
            double mean = sums[m] / DRAWN;
            double error = Math.sqrt((squares[m] / DRAWN - mean * mean) / DRAWN);
            assertThat(mean).as("moment %d", m + 1).isCloseTo(expected[m], within(5 * error));
        }
    }
}
