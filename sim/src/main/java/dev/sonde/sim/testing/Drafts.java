package dev.sonde.sim.testing;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Pieces of scenarios as text. Everything is made of whole numbers and of choices whose first one
 * is the simplest, so everything shrinks on its own and nothing that shrinks becomes invalid.
 */
final class Drafts {

    private static final int HUNDRED = 100;
    private static final List<Long> TELLING = List.of(0L, 1L, 5_000L, 15_000L, 20_000L);

    private Drafts() {}

    /** From 0 to {@code most}, all equally likely. */
    static Arbitrary<Integer> number(int most) {
        return Arbitraries.integers()
                .between(0, most)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }

    /**
     * A time in milliseconds: often one that settings mention, so that things meet at one instant.
     */
    static Arbitrary<Long> millis(int most) {
        return Combinators.combine(number(3), Arbitraries.of(TELLING), number(most))
                .as((roll, telling, any) -> roll == 3 && telling <= most ? telling : (long) any);
    }

    /** The text in so many of a hundred cases, else nothing; shrinks to nothing. */
    static Arbitrary<String> sometimes(int percent, Arbitrary<String> text) {
        return Combinators.combine(number(HUNDRED - 1), text)
                .as((roll, each) -> roll < HUNDRED - percent ? "" : each);
    }

    /** One of these words, simplest first. */
    static Arbitrary<String> word(String... words) {
        return Arbitraries.of(words);
    }

    /** {@code key: 300ms}. */
    static Arbitrary<String> time(String key, int mostMillis) {
        return millis(mostMillis).map(millis -> key + ": " + millis + "ms");
    }

    /** {@code key: word}. */
    static Arbitrary<String> choice(String key, String... words) {
        return word(words).map(word -> key + ": " + word);
    }

    /** All pieces that are there, with commas between. */
    static Arbitrary<String> joined(List<Arbitrary<String>> pieces) {
        return Combinators.combine(pieces).as(Drafts::join);
    }

    /** Those that are not empty, with commas between. */
    static String join(List<String> pieces) {
        return pieces.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
    }
}
