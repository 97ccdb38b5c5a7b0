package dev.sonde.sim.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which part of a crowd has which property; drawn for each person.
 *
 * @param parts in the order of the file, each word once; together 100 %, or none at all
 */
public record Mix(List<Part> parts) {

    /** Everything, in millionths. */
    public static final long WHOLE_PPM = 1_000_000;

    /** Nobody has such a property. */
    public static final Mix NONE = new Mix(List.of());

    /**
     * One property and its share.
     *
     * @param sharePpm in millionths, at least 0
     */
    public record Part(String word, long sharePpm) {}

    /**
     * @throws IllegalArgumentException if the shares are not 100 % together, or a word comes twice
     */
    public Mix {
        parts = List.copyOf(parts);
        Set<String> words = new LinkedHashSet<>();
        long sum = 0;
        for (Part part : parts) {
            sum += part.sharePpm();
            if (part.sharePpm() < 0 || !words.add(part.word())) {
                throw new IllegalArgumentException(
                        "a mix names each of its words once, with a share of at least 0 %");
            }
        }
        if (!parts.isEmpty() && sum != WHOLE_PPM) {
            throw new IllegalArgumentException(
                    "the shares of a mix are 100% together, not " + Shares.print(sum));
        }
    }

    /** Everybody has this property. */
    public static Mix only(String word) {
        return new Mix(List.of(new Part(word, WHOLE_PPM)));
    }
}
