package dev.sonde.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongBinaryOperator;

final class MixTest {

    private static final int SAMPLES = 4_096;

    /** Six standard deviations of a frequency over {@link #SAMPLES} fair coins. */
    private static final double TOLERANCE = 6 * 0.5 / 64;

    @Test
    void givesTheSameValuesForEver() {
        assertThat(new long[] {Mix.mix(0), Mix.mix(1), Mix.mix(-1)})
                .containsExactly(
                        0xE220_A839_7B1D_CDAFL, 0x910A_2DEC_8902_5CC1L, 0xE4D9_7177_1B65_2C20L);
        assertThat(new long[] {Mix.mix(0, 0), Mix.mix(1, 2), Mix.mix(2, 1)})
                .containsExactly(
                        0xE220_A839_7B1D_CDAFL, 0xF893_A2EE_FB32_555EL, 0xBFC8_4610_0BFC_1E42L);
        assertThat(new long[] {
                    Mix.mix(""), Mix.mix("a"), Mix.mix("probe"), Mix.mix("é→\uD834\uDD1E")
                })
                .containsExactly(
                        0xC381_7C01_6BA4_FF30L,
                        0x5F29_C2AA_DD9B_8527L,
                        0x3EDE_7513_A174_263DL,
                        0xA92F_3F1B_A0B6_3E85L);
    }

    @Test
    void consecutiveWordsGiveWhatSplitMix64Gives() {
        SplittableRandom published = new SplittableRandom(12_345);
        for (int word = 0; word < 100; word++) {
            assertThat(Mix.mix(12_345, word)).isEqualTo(published.nextLong());
        }
    }

    @Test
    void oneBitOfTheDigestMovesEachBitOfTheResultHalfTheTime() {
        checkAvalanche((sample, flip) -> Mix.mix(Mix.mix(sample) ^ flip, 7));
    }

    @Test
    void oneBitOfTheWordMovesEachBitOfTheResultHalfTheTime() {
        checkAvalanche((sample, flip) -> Mix.mix(99, Mix.mix(sample) ^ flip));
    }

    @Test
    void oneBitOfASmallCounterMovesEachBitOfTheResultHalfTheTime() {
        checkAvalanche((sample, flip) -> Mix.mix(99, sample ^ flip));
    }

    @Test
    void oneBitOfASmallSeedMovesEachBitOfTheResultHalfTheTime() {
        checkAvalanche((sample, flip) -> Mix.mix(Mix.mix(Mix.mix(sample ^ flip), 99), 0));
    }

    private static void checkAvalanche(LongBinaryOperator function) {
        for (int bit = 0; bit < 64; bit++) {
            int[] moved = new int[64];
            for (int sample = 0; sample < SAMPLES; sample++) {
                long difference =
                        function.applyAsLong(sample, 0) ^ function.applyAsLong(sample, 1L << bit);
                for (int out = 0; out < 64; out++) {
                    moved[out] += (int) (difference >>> out & 1);
                }
            }
            for (int out = 0; out < 64; out++) {
                assertThat(moved[out] / (double) SAMPLES)
                        .as("how often bit %d of the input moves bit %d", bit, out)
                        .isBetween(0.5 - TOLERANCE, 0.5 + TOLERANCE);
            }
        }
    }

    @Test
    void namesThatPeopleGiveDoNotCollide() {
        Set<Long> seen = new LinkedHashSet<>();
        int names = 0;
        for (int i = 0; i < 100_000; i++) {
            for (String prefix : new String[] {"p", "person-", "00"}) {
                seen.add(Mix.mix(prefix + i));
                names++;
            }
        }
        assertThat(seen).hasSize(names);
    }
}
