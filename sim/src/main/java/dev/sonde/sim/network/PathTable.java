package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Choices;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Paths from settings. For two people the first of these that is known counts: what was stated for
 * the pair; the matrix, if both have a region; coordinates, if both have some; a round trip drawn
 * for the pair, if there is a distribution; half of each one's base.
 */
public final class PathTable implements Paths {

    private static final int NO_REGION = -1;

    private static final class Place {

        final String person;
        final long baseNanos;
        int region = NO_REGION;

        @Nullable
        Coordinates coordinates;

        @Nullable
        Map<String, Long> oneWayNanos;

        Place(String person, long baseNanos) {
            this.person = person;
            this.baseNanos = baseNanos;
        }

        void state(String to, long nanos) {
            if (oneWayNanos == null) {
                oneWayNanos = new LinkedHashMap<>();
            }
            oneWayNanos.put(to, nanos);
        }
    }

    private final Map<String, Place> places = new LinkedHashMap<>();
    private @Nullable RttMatrix matrix;
    private @Nullable Delay pairRtts;
    private @Nullable Choices choices;
    private long turnRttNanos;

    /**
     * @param baseNanos the person's two-way share of a path, at least 0
     * @throws IllegalArgumentException if the person is known already or the base is negative
     */
    public PathTable addPerson(String person, long baseNanos) {
        requireTime(baseNanos);
        if (places.putIfAbsent(person, new Place(person, baseNanos)) != null) {
            throw new IllegalArgumentException("'" + person + "' is known already");
        }
        return this;
    }

    /** Round trips between regions. */
    public PathTable withMatrix(RttMatrix regions) {
        matrix = regions;
        return this;
    }

    /**
     * @param region row of the matrix, from 0
     * @throws IllegalArgumentException if the person is unknown or the matrix has no such row
     */
    public PathTable inRegion(String person, int region) {
        int size = matrix == null ? 0 : matrix.size();
        if (region < 0 || region >= size) {
            throw new IllegalArgumentException(
                    "there is no region " + region + " in a matrix of " + size + " rows");
        }
        place(person).region = region;
        return this;
    }

    /** The person's place in a plane of delays. */
    public PathTable at(String person, Coordinates coordinates) {
        place(person).coordinates = coordinates;
        return this;
    }

    /** Pairs of which nothing is stated have a round trip of this distribution, drawn once each. */
    public PathTable withPairRtts(Delay distribution, Choices drawnFrom) {
        pairRtts = distribution;
        choices = drawnFrom;
        return this;
    }

    /** States the round trip of a pair; each way takes half. */
    public PathTable between(String one, String other, long rttNanos) {
        oneWay(one, other, rttNanos / 2);
        return oneWay(other, one, rttNanos - rttNanos / 2);
    }

    /** States one direction of a pair. */
    public PathTable oneWay(String from, String to, long delayNanos) {
        requireTime(delayNanos);
        place(to);
        place(from).state(to, delayNanos);
        return this;
    }

    /** Two-way delay of the TURN server beyond each person's own base. */
    public PathTable withTurnRtt(long rttNanos) {
        requireTime(rttNanos);
        turnRttNanos = rttNanos;
        return this;
    }

    @Override
    public long oneWayNanos(String from, String to) {
        Place a = place(from);
        Map<String, Long> stated = a.oneWayNanos;
        Long nanos = stated == null ? null : stated.get(to);
        return nanos != null ? nanos : derivedNanos(a, place(to));
    }

    @Override
    public long toTurnNanos(String person) {
        return (place(person).baseNanos + turnRttNanos) / 2;
    }

    private long derivedNanos(Place from, Place to) {
        if (matrix != null && from.region != NO_REGION && to.region != NO_REGION) {
            return matrix.rttNanos(from.region, to.region) / 2;
        }
        if (from.coordinates != null && to.coordinates != null) {
            return from.coordinates.rttNanos(to.coordinates) / 2;
        }
        if (pairRtts != null && choices != null) {
            return drawn(from, to, pairRtts, choices);
        }
        return (from.baseNanos + to.baseNanos) / 2;
    }

    /**
     * Draws by the unordered pair, always the same; keeping it for all pairs that were ever asked
     * for would take more than drawing it again.
     */
    private static long drawn(Place from, Place to, Delay rtts, Choices choices) {
        boolean inOrder = from.person.compareTo(to.person) <= 0;
        String pair = inOrder ? from.person + " " + to.person : to.person + " " + from.person;
        return DelayProcess.of(rtts, choices, pair, "rtt").nextNanos() / 2;
    }

    private Place place(String person) {
        Place place = places.get(person);
        if (place == null) {
            throw new IllegalArgumentException(
                    "nobody is called '" + person + "'; add the person before");
        }
        return place;
    }

    private static void requireTime(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException("a delay is not negative: " + nanos + " ns");
        }
    }
}
