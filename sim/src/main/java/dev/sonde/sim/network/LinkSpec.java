package dev.sonde.sim.network;

import java.util.function.Function;

/**
 * A link in one direction, in the vocabulary of netem. Immutable; {@link Link} is one in use.
 *
 * <pre>
 * delay MEAN [DEVIATION [CORRELATION%]] [base TIME]
 *       [distribution uniform|normal|gamma|lognormal|weibull|pareto]        default: normal
 * delay [CORRELATION%] [base TIME] distribution quantiles PERCENT:TIME,PERCENT:TIME,...
 * delay [base TIME] distribution series NAME
 * loss SHARE% [burst PACKETS [per TIME|packet]]                             default: per 20ms
 * loss gemodel p% [r% [1-h% [1-k%]]] [per TIME|packet]                      default: per packet
 * duplicate SHARE%
 * reorder SHARE% [CORRELATION%]
 * rate RATE                     bit, kbit, mbit, gbit a second
 * ordered on|off                default: off
 * </pre>
 *
 * <p>Clauses come in any order, each at most once; an empty text is {@link #PERFECT}. Times carry a
 * unit ({@code ns us ms s m}). As in the manual of netem, a deviation without a distribution is
 * normal; a lone p of {@code gemodel} gives r = 1 − p; a reordered packet overtakes by having no
 * delay. Unlike netem, the two numbers are mean and standard deviation for every distribution.
 *
 * @param delay how long one packet takes, without queueing
 * @param loss how packets are lost
 * @param duplicatePpm share of packets that arrive twice, in millionths
 * @param reorderPpm share of packets that have no delay, in millionths; 0 on an ordered link
 * @param reorderCorrelationPpm correlation of that with the packet before, in millionths
 * @param rateBitsPerSecond packets queue for this, without limit of the queue; 0 for no limit
 * @param ordered true if no packet arrives before one that was sent earlier
 */
public record LinkSpec(
        Delay delay,
        Loss loss,
        int duplicatePpm,
        int reorderPpm,
        int reorderCorrelationPpm,
        long rateBitsPerSecond,
        boolean ordered) {

    /** A link without delay or loss. */
    public static final LinkSpec PERFECT = new LinkSpec(Delay.NONE, Loss.NONE, 0, 0, 0, 0, false);

    /**
     * @throws IllegalArgumentException if a share or rate is out of its range, or an ordered link
     *     reorders
     */
    public LinkSpec {
        if (duplicatePpm < 0 || duplicatePpm > Units.WHOLE_PPM) {
            throw new IllegalArgumentException("duplicate is a share from 0% to 100%");
        }
        if (reorderPpm < 0
                || reorderPpm > Units.WHOLE_PPM
                || reorderCorrelationPpm < 0
                || reorderCorrelationPpm >= Units.WHOLE_PPM) {
            throw new IllegalArgumentException(
                    "reorder is a share from 0% to 100% with a correlation below 100%");
        }
        if (rateBitsPerSecond < 0 || rateBitsPerSecond > Units.MAX_BITS_PER_SECOND) {
            throw new IllegalArgumentException("a rate is from 0 to 1000gbit a second");
        }
        if (ordered && reorderPpm > 0) {
            throw new IllegalArgumentException("an ordered link does not reorder");
        }
    }

    /**
     * Reads netem's words, for example {@code delay 40ms 8ms 25% distribution normal loss 1%}.
     *
     * @throws LinkSyntaxException with the word that was not understood and what is known; also if
     *     the text names a series, which only {@link #parse(String, Function)} can find
     */
    public static LinkSpec parse(String text) {
        return parse(text, name -> {
            throw new IllegalArgumentException("no series can be read here");
        });
    }

    /**
     * As {@link #parse(String)}, with somebody who knows the series that the text names.
     *
     * @param series gives the series of a name, or throws an {@code IllegalArgumentException} that
     *     says why not
     * @throws LinkSyntaxException with the word that was not understood and what is known
     */
    public static LinkSpec parse(String text, Function<String, Series> series) {
        return new LinkParser(text, series).parse();
    }

    /** Mean one-way delay without loss, queueing and reordering, in nanoseconds. */
    public long meanDelayNanos() {
        return delay.meanNanos();
    }

    /**
     * The words of this link in their fixed order and units. {@link #parse} makes an equal link of
     * them, and equal links have equal texts.
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (!delay.equals(Delay.NONE)) {
            clause(text, delay.toString());
        }
        if (!loss.equals(Loss.NONE)) {
            clause(text, loss.toString());
        }
        if (duplicatePpm > 0) {
            clause(text, "duplicate " + Units.ppmText(duplicatePpm));
        }
        if (reorderPpm > 0) {
            clause(text, "reorder " + Units.ppmText(reorderPpm));
            if (reorderCorrelationPpm > 0) {
                clause(text, Units.ppmText(reorderCorrelationPpm));
            }
        }
        if (rateBitsPerSecond > 0) {
            clause(text, "rate " + Units.rateText(rateBitsPerSecond));
        }
        if (ordered) {
            clause(text, "ordered on");
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }

    private static void clause(StringBuilder text, String words) {
        text.append(text.isEmpty() ? "" : " ").append(words);
    }
}
