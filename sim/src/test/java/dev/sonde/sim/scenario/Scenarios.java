package dev.sonde.sim.scenario;

import dev.sonde.sim.kernel.RunLimits;
import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.ice.IceProfile;
import dev.sonde.sim.network.ice.IceProfiles;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Random scenarios: each component of each record is drawn by its type and its key. */
final class Scenarios {

    private static final List<String> PEOPLE = List.of("ann", "bob", "c.3", "01", "no", "far-7");
    private static final List<String> PROFILES = List.of("home", "1e3", "fibre", "dsl");
    private static final long HOUR = 3_600_000_000_000L;

    private Scenarios() {}

    /** With the people that all others refer to. */
    static Arbitrary<Scenario> any() {
        return record(Scenario.class).map(Scenarios::atItsDetail).map(drawn -> {
            List<PersonEntry> people = new ArrayList<>();
            PEOPLE.subList(0, 5).forEach(id -> people.add(named(drawn, id)));
            for (PersonEntry entry : drawn.people()) {
                if (entry instanceof Crowd) {
                    people.add(entry);
                    return drawn.withPeople(people);
                }
            }
            people.add(named(drawn, "far-7"));
            return drawn.withPeople(people);
        });
    }

    /** Without faults that its detail does not know. */
    private static Scenario atItsDetail(Scenario drawn) {
        if (drawn.network().detail() == NetworkSection.Detail.PACKET) {
            return drawn;
        }
        return drawn.withFaults(drawn.faults().stream()
                .filter(fault -> !(fault instanceof Lose)
                        && !(fault instanceof NetworkFault.Rebind)
                        && !(fault instanceof NetworkFault.DuplicateSpike)
                        && !(fault instanceof NetworkFault.ReorderSpike)
                        && !(fault instanceof Storm storm
                                && storm.kinds().stream().anyMatch(Storm.Kind::needsPackets)))
                .toList());
    }

    private static Person named(Scenario drawn, String id) {
        Person like = Defaults.read(RecordForm.of(Person.class), "{id: x}");
        for (PersonEntry entry : drawn.people()) {
            like = entry instanceof Person person ? person : like;
        }
        return new Person(
                id,
                like.profile(),
                like.joinsNanos(),
                like.leavesNanos(),
                like.behaviour(),
                like.serverRttNanos(),
                like.instance(),
                like.region(),
                like.lan(),
                like.history(),
                like.clockDriftPpm(),
                like.patience(),
                like.afterMatch(),
                like.returnsNanos(),
                like.turn(),
                like.client());
    }

    private static <T> Arbitrary<T> record(Class<T> type) {
        List<Arbitrary<Object>> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.add(component(component).asGeneric());
        }
        Arbitrary<List<Object>> arguments = Combinators.combine(components).as(list -> list);
        return arguments.map(list -> make(type, list)).ignoreException(KeyException.class);
    }

    private static <T> T make(Class<T> type, List<Object> arguments) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof KeyException misfit) {
                throw misfit;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Arbitrary<?> component(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        if (key == null) {
            return component.getType() == Path.class
                    ? Arbitraries.just(Path.of(""))
                    : Arbitraries.of("home", "1e3");
        }
        Type type = component.getGenericType();
        if (type instanceof ParameterizedType list) {
            return list(key, list.getActualTypeArguments()[0]);
        }
        Class<?> plain = component.getType();
        if (plain == long.class || plain == int.class || plain == OptionalLong.class) {
            return number(component, key);
        }
        return plain == String.class ? text(key) : value(plain, key);
    }

    private static Arbitrary<?> list(Key key, Type item) {
        if (item instanceof ParameterizedType) {
            return Arbitraries.of(List.of(), List.of(List.of("ann", "01")));
        }
        if (item == String.class) {
            return key.value().equals("between")
                    ? Arbitraries.of(List.of("ann", "01"), List.of("no", "bob"), List.of())
                    : word(key).list().ofMaxSize(3);
        }
        if (item == ProfileEntry.class) {
            return record(ProfileEntry.class)
                    .list()
                    .uniqueElements(ProfileEntry::name)
                    .ofSize(2);
        }
        if (item == Bound.class) {
            return DrawnValues.bounds().list().uniqueElements(Bound::metric).ofMaxSize(3);
        }
        if (item == Goal.class) {
            return DrawnValues.goals().list().uniqueElements(Goal::metric).ofMaxSize(3);
        }
        return value((Class<?>) item, key).list().uniqueElements().ofMinSize(1).ofMaxSize(4);
    }

    private static Arbitrary<?> number(RecordComponent component, Key key) {
        Form<?> form = Forms.of(component, key);
        long low = key.min().isEmpty() ? 0 : (Long) Defaults.read(form, key.min());
        long high = key.max().isEmpty() ? HOUR : (Long) Defaults.read(form, key.max());
        if (key.value().equals("until") && component.getType() == long.class) {
            low = HOUR;
            high = 10 * HOUR;
        }
        if (key.value().equals("count")) {
            low = 7; // far-7 is one of the people
        }
        if (component.getType() == int.class) {
            return Arbitraries.integers().between((int) low, (int) high);
        }
        Arbitrary<Long> drawn = Arbitraries.longs().between(low, high);
        return component.getType() == OptionalLong.class
                ? drawn.map(OptionalLong::of)
                        .injectNull(0.3)
                        .map(each -> each == null ? OptionalLong.empty() : each)
                : drawn;
    }

    private static Arbitrary<String> text(Key key) {
        boolean mayBeEmpty = key.unset().isEmpty() && key.as() != As.LINE;
        Arbitrary<String> drawn = word(key);
        return mayBeEmpty ? Arbitraries.oneOf(Arbitraries.just(""), drawn) : drawn;
    }

    private static Arbitrary<String> word(Key key) {
        return switch (key.as()) {
            case LINE ->
                Arbitraries.strings()
                        .ofMinLength(1)
                        .ofMaxLength(20)
                        .filter(each -> isWritable(each) && !each.isBlank());
            case TEXT -> Arbitraries.strings().ofMaxLength(40).filter(Scenarios::isText);
            case ID -> Arbitraries.just("x");
            case CROWD -> Arbitraries.just("far");
            case PERSON, PERSON_OR_CROWD -> Arbitraries.of(PEOPLE);
            case PROFILE -> Arbitraries.of(PROFILES);
            case BEHAVIOUR -> Arbitraries.of("honest", "double-ready");
            case CLAIM -> Arbitraries.of("BothReady", "NoLeak");
            case LINK -> Arbitraries.of("delay 20ms 4ms distribution gamma", "loss 1% burst 3");
            case MATCHMAKER -> Arbitraries.of("fifo", "latency-fifo", "my.own.Matchmaker");
            case PROTOCOL -> Arbitraries.just(Scenario.WEBRTC_PROBE);
            case LOBBY -> Arbitraries.of("sonde", "ready-counter", "my.own.Lobby");
            case ID_PATTERN -> Arbitraries.of("far-{n}");
            case SERVER -> Arbitraries.just("server");
            default -> Arbitraries.of("lab", "eu-west", "on", "7.5");
        };
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private static boolean isWritable(String text) {
        return isText(text) && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static Arbitrary<?> value(Class<?> type, Key key) {
        if (type == boolean.class) {
            return Arbitraries.of(true, false);
        }
        if (type.isEnum()) {
            return Arbitraries.of(type.getEnumConstants());
        }
        if (type == DurationRange.class) {
            return DrawnValues.ranges();
        }
        if (type == Rate.class) {
            return DrawnValues.rates();
        }
        if (type == RunLimits.class) {
            return Combinators.combine(
                            Arbitraries.longs().between(1, HOUR),
                            Arbitraries.longs().between(0, HOUR))
                    .as(RunLimits::new);
        }
        if (type == ScheduleSection.class) {
            return Arbitraries.oneOf(
                    Arbitraries.just(ScheduleSection.OF_TIME),
                    record(ScheduledChoice.class)
                            .list()
                            .ofMaxSize(3)
                            .map(choices -> new ScheduleSection(false, choices)));
        }
        if (type == ScheduledChoice.Lateness.class) {
            return Arbitraries.longs()
                    .between(0, HOUR)
                    .injectNull(0.3)
                    .map(nanos ->
                            new ScheduledChoice.Lateness(nanos == null ? Long.MAX_VALUE : nanos));
        }
        if (type == RttMatrix.class) {
            return Arbitraries.just(RttMatrix.NONE);
        }
        if (type == IceProfile.class) {
            return Arbitraries.of(IceProfiles.BUILT_IN).map(IceProfiles::builtIn);
        }
        if (type == NatBehavior.class) {
            return Combinators.combine(
                            Arbitraries.of(NatBehavior.Dependence.class),
                            Arbitraries.of(NatBehavior.Dependence.class),
                            Arbitraries.longs().between(1_000_000, HOUR),
                            Arbitraries.of(true, false),
                            Arbitraries.of(true, false),
                            Arbitraries.integers().between(1, 256))
                    .as(NatBehavior::new);
        }
        if (type == TurnSection.class) {
            return Arbitraries.of(TurnSection.Transport.class)
                    .map(transport -> new TurnSection(true, 1_500_000, 2 * HOUR, transport))
                    .injectNull(0.5)
                    .map(turn -> turn == null ? TurnSection.OFF : turn);
        }
        if (type == TimeDistribution.class
                || type == AfterMatch.class
                || type == Mix.class
                || type == Arrivals.class) {
            return DrawnValues.writtenAsText(type, key);
        }
        return type.isSealed() ? union(type) : record(type);
    }

    private static Arbitrary<?> union(Class<?> family) {
        List<Arbitrary<Object>> kinds = new ArrayList<>();
        for (Class<?> kind : family.getPermittedSubclasses()) {
            kinds.add((kind.isInterface() ? union(kind) : record(kind)).asGeneric());
        }
        return Arbitraries.oneOf(kinds);
    }
}
