package dev.sonde.sim.scenario;

import dev.sonde.sim.kernel.RunLimits;
import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.ice.IceProfile;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.OptionalLong;

/** Chooses the form of a component by its type, its name and what it stands for. */
final class Forms {

    static final ScalarForm<Long> DURATION =
            ScalarForm.typed("a duration", Durations.PATTERN, Durations::parse, Durations::print);
    static final ScalarForm<Long> SHARE =
            ScalarForm.typed("a share", Shares.PATTERN, Shares::parse, Shares::print);
    static final ScalarForm<Rate> RATE =
            ScalarForm.typed("a rate", Rates.PATTERN, Rates::parse, Rates::print);
    static final ScalarForm<Long> COUNT = ScalarForm.typed(
                    "a count", Counts.PATTERN, Counts::parse, Counts::print)
            .orNumber();
    static final ScalarForm<DurationRange> RANGE = ScalarForm.typed(
            "a range of durations",
            "[0-9.]+(ns|us|ms|s|m|h)\\.\\.[0-9.]+(ns|us|ms|s|m|h)",
            Durations::parseRange,
            Durations::printRange);
    static final IntegerForm INTEGER = new IntegerForm("a whole number");

    private Forms() {}

    static Form<?> of(RecordComponent component, Key key) {
        return of(component.getGenericType(), component.getName(), key.as());
    }

    private static Form<?> of(Type type, String name, As as) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type item = list.getActualTypeArguments()[0];
            Form<?> keyed = item instanceof Class<?> itemType ? NamedForms.of(itemType) : null;
            return keyed == null ? new ListForm<>(of(item, name, as)) : keyed;
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException("no form for " + type);
        }
        if (plain == String.class) {
            return TextForms.of(as);
        }
        if (plain == boolean.class) {
            return as == As.SWITCH ? WordForm.SWITCH : WordForm.TRUTH;
        }
        if (plain == long.class || plain == int.class || plain == OptionalLong.class) {
            return number(name, as);
        }
        return ofClass(plain, as);
    }

    private static Form<Long> number(String name, As as) {
        if (name.endsWith("Nanos")) {
            return DURATION;
        }
        if (name.endsWith("Ppm")) {
            return SHARE;
        }
        return as == As.COUNT ? COUNT : INTEGER;
    }

    private static Form<?> ofClass(Class<?> type, As as) {
        if (type == DurationRange.class) {
            return RANGE;
        }
        if (type == Rate.class) {
            return RATE;
        }
        if (type == TimeDistribution.class) {
            return TimeForms.DISTRIBUTION;
        }
        if (type == AfterMatch.class) {
            return TimeForms.AFTER_MATCH;
        }
        if (type == Arrivals.class) {
            return ArrivalForms.ARRIVALS;
        }
        if (type == Arrivals.Steady.class) {
            return ArrivalForms.STEADY;
        }
        if (type == Mix.class) {
            return NamedForms.mix(as);
        }
        if (type == RttMatrix.class) {
            return DataFiles.MATRIX;
        }
        if (type == IceProfile.class) {
            return DataFiles.ICE;
        }
        if (type == ScheduledChoice.Lateness.class) {
            return TimeForms.LATENESS;
        }
        return section(type);
    }

    private static Form<?> section(Class<?> type) {
        if (type == RunLimits.class) {
            return Sections.LIMITS;
        }
        if (type == NatBehavior.class) {
            return Sections.NAT;
        }
        if (type == TurnSection.class) {
            return Sections.TURN;
        }
        if (type == MatchmakerSection.class) {
            return Sections.MATCHMAKER;
        }
        if (type == ScheduleSection.class) {
            return Sections.SCHEDULE;
        }
        if (type == PersonEntry.class) {
            return Unions.PERSON;
        }
        if (type == PathEntry.class) {
            return Unions.PATH;
        }
        if (type == FaultEntry.class) {
            return Unions.FAULT;
        }
        return type.isEnum() ? word(type) : RecordForm.of(type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // asked of enums only
    private static Form<?> word(Class<?> type) {
        return WordForm.of((Class) type);
    }

    /** The value of a key without which there is no such thing. */
    static Object nothing(Class<?> type) {
        if (type == OptionalLong.class) {
            return OptionalLong.empty();
        }
        if (type == String.class) {
            return "";
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Mix.class) {
            return Mix.NONE;
        }
        if (type == TimeDistribution.class) {
            return new TimeDistribution.None();
        }
        if (type == RttMatrix.class) {
            return RttMatrix.NONE;
        }
        throw new IllegalStateException("no value that means nothing in " + type);
    }
}
