package dev.sonde.sim.scenario;

import dev.sonde.sim.kernel.RunLimits;
import dev.sonde.sim.network.NatBehavior;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sections with a short form, and those that become records of other packages. */
final class Sections {

    static final Form<RunLimits> LIMITS = new MappedForm<>(
            RecordForm.of(LimitsKeys.class),
            keys -> new RunLimits(keys.events(), keys.simulatedNanos()),
            limits -> new LimitsKeys(limits.events(), limits.simulatedNanos()));

    private static final Map<String, NatBehavior> NATS = new LinkedHashMap<>();

    static {
        NATS.put("none", NatBehavior.NONE);
        NATS.put("full-cone", NatBehavior.FULL_CONE);
        NATS.put("restricted-cone", NatBehavior.RESTRICTED_CONE);
        NATS.put("port-restricted", NatBehavior.PORT_RESTRICTED);
        NATS.put("symmetric", NatBehavior.SYMMETRIC);
    }

    static final Form<NatBehavior> NAT = new EitherForm<>(
            new WordForm<>("one of " + String.join(", ", NATS.keySet()), NATS, false),
            new MappedForm<>(
                    RecordForm.of(NatKeys.class),
                    keys -> new NatBehavior(
                            keys.mapping(),
                            keys.filtering(),
                            keys.lifetimeNanos(),
                            keys.hairpin(),
                            keys.ports() == Ports.KEPT,
                            keys.pool()),
                    nat -> new NatKeys(
                            nat.mapping(),
                            nat.filtering(),
                            nat.lifetimeNanos(),
                            nat.hairpin(),
                            nat.preservesPorts() ? Ports.KEPT : Ports.NEXT_FREE,
                            nat.poolSize())),
            NATS::containsValue);

    private static final Map<String, TurnSection> TURNS = new LinkedHashMap<>();

    static {
        TURNS.put("off", TurnSection.OFF);
        TURNS.put("on", turn(Defaults.of(TurnKeys.class)));
    }

    static final Form<TurnSection> TURN = new EitherForm<>(
            new WordForm<>("on or off", TURNS, false),
            new MappedForm<>(
                    RecordForm.of(TurnKeys.class),
                    Sections::turn,
                    turn -> new TurnKeys(
                            turn.rttNanos(), turn.credentialsNanos(), turn.transport())),
            TURNS::containsValue);

    static final Form<MatchmakerSection> MATCHMAKER = new EitherForm<>(
            new OneKeyForm<>(RecordForm.of(MatchmakerSection.class), "type"),
            RecordForm.of(MatchmakerSection.class),
            matchmaker -> false);

    private static final Map<String, ScheduleSection> SCHEDULES = new LinkedHashMap<>();

    static {
        SCHEDULES.put("time", ScheduleSection.OF_TIME);
        SCHEDULES.put("soonest", new ScheduleSection(false, List.of()));
    }

    static final Form<ScheduleSection> SCHEDULE = new EitherForm<>(
            new WordForm<>("one of " + String.join(", ", SCHEDULES.keySet()), SCHEDULES, false),
            new MappedForm<>(
                    new ListForm<>(RecordForm.of(ScheduledChoice.class)),
                    choices -> new ScheduleSection(false, choices),
                    ScheduleSection::choices),
            SCHEDULES::containsValue);

    private Sections() {}

    /** The keys of {@link RunLimits}. */
    record LimitsKeys(
            @Key(
                    value = "events",
                    as = As.COUNT,
                    unset = "50M",
                    min = "1",
                    doc = "Most events that may run.",
                    example = "50M")
            long events,

            @Key(
                    value = "simulated",
                    unset = "2h",
                    min = "0s",
                    doc = "Last simulated instant at which something may happen.",
                    example = "2h")
            long simulatedNanos) {}

    /** The keys of {@link NatBehavior}. */
    record NatKeys(
            @Key(
                    value = "mapping",
                    doc = "When two destinations are seen from the same public port.",
                    example = "endpoint-independent")
            NatBehavior.Dependence mapping,

            @Key(
                    value = "filtering",
                    doc = "From whom packets are let in through a mapping.",
                    example = "address-dependent")
            NatBehavior.Dependence filtering,

            @Key(
                    value = "lifetime",
                    unset = "120s",
                    min = "1ms",
                    doc = "How long an unused mapping lives.",
                    example = "120s")
            long lifetimeNanos,

            @Key(
                    value = "hairpin",
                    unset = "false",
                    doc = "Whether two people behind it reach each other by their public "
                            + "addresses.",
                    example = "true")
            boolean hairpin,

            @Key(
                    value = "ports",
                    unset = "kept",
                    doc = "Whether a mapping has the port of the socket inside, where that is "
                            + "free.",
                    example = "next-free")
            Ports ports,

            @Key(
                    value = "pool",
                    unset = "1",
                    min = "1",
                    max = "256",
                    doc = "How many public addresses it has; each new mapping takes the next.",
                    example = "4")
            int pool) {}

    /** Which port a mapping of a NAT gets. */
    enum Ports {
        KEPT,
        NEXT_FREE
    }

    /** The keys of a {@link TurnSection} that is on. */
    record TurnKeys(
            @Key(
                    value = "rtt",
                    unset = "30ms",
                    min = "0s",
                    doc = "Added to each member's own base on the way over the TURN server.",
                    example = "30ms")
            long rttNanos,

            @Key(
                    value = "credentials",
                    unset = "120s",
                    min = "1s",
                    doc = "How long credentials are valid.",
                    example = "120s")
            long credentialsNanos,

            @Key(
                    value = "transport",
                    unset = "tcp",
                    doc = "How those reach it whose UDP is blocked. TLS costs one round trip "
                            + "more; flow detail takes TCP for either.",
                    example = "tls")
            TurnSection.Transport transport) {}

    private static TurnSection turn(TurnKeys keys) {
        return new TurnSection(true, keys.rttNanos(), keys.credentialsNanos(), keys.transport());
    }
}
