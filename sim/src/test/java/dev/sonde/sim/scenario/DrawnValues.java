package dev.sonde.sim.scenario;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.List;
import java.util.OptionalLong;

/** Single values of scenarios, as jqwik draws them. */
final class DrawnValues {

    private static final long HOUR = 3_600_000_000_000L;

    private DrawnValues() {}

    /** A mix, what follows a match, arrivals or times. */
    static Arbitrary<?> writtenAsText(Class<?> type, Key key) {
        if (type == Mix.class) {
            Mix both = new Mix(
                    List.of(new Mix.Part(first(key), 999_999), new Mix.Part(second(key), 1)));
            return Arbitraries.of(Mix.only(first(key)), both);
        }
        if (type == AfterMatch.class) {
            return Arbitraries.of(new AfterMatch.Stays(), new AfterMatch.Leaves(1_500_000));
        }
        if (type == Arrivals.class) {
            return arrivals();
        }
        Arbitrary<Long> times = Arbitraries.longs().between(1, HOUR);
        return Arbitraries.oneOf(
                Arbitraries.just(new TimeDistribution.None()),
                times.map(TimeDistribution.Constant::new),
                ranges().map(TimeDistribution.Uniform::new),
                times.map(TimeDistribution.Exponential::new),
                Combinators.combine(Arbitraries.of(TimeDistribution.Shape.class), times, times)
                        .as(TimeDistribution.Shaped::new));
    }

    private static String first(Key key) {
        return switch (key.as()) {
            case PROFILE -> "dsl";
            case BEHAVIOUR -> "double-ready";
            default -> "eu-west";
        };
    }

    private static String second(Key key) {
        return switch (key.as()) {
            case PROFILE -> "1e3";
            case BEHAVIOUR -> "honest";
            default -> "7";
        };
    }

    private static Arbitrary<Arrivals> arrivals() {
        Arbitrary<Arrivals.Steady> steady = Arbitraries.oneOf(
                rates().map(Arrivals.Poisson::new),
                Arbitraries.longs().between(1, HOUR).map(Arrivals.Every::new),
                Combinators.combine(
                                Arbitraries.longs().between(1, 3_000_000),
                                Arbitraries.longs().between(1, HOUR))
                        .as((size, gap) -> new Arrivals.Burst(
                                size, gap % 2 == 0 ? OptionalLong.empty() : OptionalLong.of(gap))));
        Arbitrary<Arrivals.Phase> phase = Combinators.combine(
                        Arbitraries.longs().between(1_000_000, HOUR), steady)
                .as(Arrivals.Phase::new);
        return Arbitraries.oneOf(
                steady.map(each -> each),
                phase.list().ofMinSize(1).ofMaxSize(3).map(Arrivals.Phases::new));
    }

    static Arbitrary<DurationRange> ranges() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, HOUR),
                        Arbitraries.longs().between(0, HOUR))
                .as((a, b) -> new DurationRange(Math.min(a, b), Math.max(a, b)));
    }

    static Arbitrary<Rate> rates() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, HOUR),
                        Arbitraries.of(1_000_000_000L, 60_000_000_000L, HOUR))
                .as(Rate::new);
    }

    static Arbitrary<Bound> bounds() {
        return Combinators.combine(
                        Arbitraries.of(TestWords.VOCABULARY.metrics()),
                        Arbitraries.of(Bound.Comparator.class),
                        Arbitraries.longs().between(0, HOUR))
                .as((metric, comparator, value) ->
                        new Bound(metric.name(), comparator, metric.unit(), value));
    }

    static Arbitrary<Goal> goals() {
        Arbitrary<String> metric = Arbitraries.of("probes.count", "share.matched");
        return Arbitraries.oneOf(
                bounds().map(Goal.Reach::new),
                metric.map(Goal.Minimise::new),
                metric.map(Goal.Maximise::new));
    }
}
