package dev.sonde.sim.scenario;

import java.util.OptionalLong;

/** Many people of a kind. */
public record Crowd(
        @Key(
                value = "name",
                as = As.CROWD,
                doc = "What the crowd is called: 1 to 64 of 0-9 A-Z a-z . _ -.",
                example = "far")
        String name,

        @Key(
                value = "count",
                as = As.COUNT,
                unset = Key.NONE,
                min = "1",
                max = "10M",
                doc = "How many people it has at most; without it, as many as arrive.",
                example = "200")
        OptionalLong count,

        @Key(
                value = "ids",
                as = As.ID_PATTERN,
                unset = Key.NONE,
                doc = "How ids are made: `{n}` counts from 1; without it, `NAME-{n}`.",
                example = "\"p{n}\"")
        String ids,

        @Key(value = "arrivals", doc = "When its people arrive.", example = "poisson 2/s")
        Arrivals arrivals,

        @Key(
                value = "from",
                unset = "0s",
                min = "0s",
                doc = "When the first of them may arrive.",
                example = "5s")
        long fromNanos,

        @Key(
                value = "until",
                unset = Key.NONE,
                min = "0s",
                doc = "When nobody arrives any more; without it, the scenario's `until`.",
                example = "110s")
        OptionalLong untilNanos,

        @Key(
                value = "mix",
                as = As.PROFILE,
                unset = "cable",
                doc = "Which share has which profile.",
                example = "{home: 80%, hotel: 20%}")
        Mix mix,

        @Key(
                value = "region",
                as = As.REGION,
                unset = Key.NONE,
                doc = "Which share is in which region of the matrix.",
                example = "{eu: 60%, us: 40%}")
        Mix region,

        @Key(
                value = "behaviour",
                as = As.BEHAVIOUR,
                unset = "honest",
                doc = "Which share has which behaviour.",
                example = "{honest: 90%, double-ready: 10%}")
        Mix behaviour,

        @Key(
                value = "played-in",
                as = As.COUNT,
                unset = "1",
                min = "1",
                max = "64",
                doc = "In groups of how many they have played before, drawn from all who arrive; 1 "
                        + "for nobody.",
                example = "2")
        long playedIn,

        @Key(
                value = "server-rtt",
                unset = Key.NONE,
                doc = "The round-trip time to the server that each page tells when it joins;"
                        + " none is told without it.",
                example = "20ms..80ms")
        TimeDistribution serverRtt,

        @Key(
                value = "patience",
                unset = Key.NONE,
                doc = "How long each waits for a match before leaving; for ever without it.",
                example = "lognormal 90s 40s")
        TimeDistribution patience,

        @Key(
                value = "after-match",
                unset = "stays",
                doc = "What each does once a match is found.",
                example = "leaves 10s")
        AfterMatch afterMatch,

        @Key(
                value = "returns",
                unset = Key.NONE,
                min = "0s",
                doc = "How long after leaving each comes back and joins again; never without it.",
                example = "30s")
        OptionalLong returnsNanos,

        @Key(
                value = "instance",
                unset = "page",
                doc = "Whether their pages name themselves anew on each load.",
                example = "none")
        PersonEntry.PageInstance instance,

        @Key(
                value = "lan",
                as = As.NAME,
                unset = Key.NONE,
                doc = "Puts all of them behind one NAT.",
                example = "lab")
        String lan,

        @Key(
                value = "clock-drift",
                unset = "0%",
                min = "-10%",
                max = "10%",
                doc = "How much faster than true time their clocks run.",
                example = "0.005%")
        long clockDriftPpm,

        @Key(
                value = "turn",
                as = As.SWITCH,
                unset = "on",
                doc = "Whether their pages use the TURN server where there is one.",
                example = "off")
        boolean turn,

        @Key(
                value = "client",
                unset = "old",
                doc = "Whether their pages speak the `probe_*` events only, or the newer ones too.",
                example = "modern")
        PersonEntry.Client client)
        implements PersonEntry {

    /** @throws IllegalArgumentException if nobody could ever arrive */
    public Crowd {
        if (untilNanos.isPresent() && untilNanos.getAsLong() < fromNanos) {
            throw new KeyException(
                    "until",
                    "the crowd stops at " + Durations.print(untilNanos.getAsLong())
                            + ", before it starts at " + Durations.print(fromNanos),
                    "let it stop no earlier than `from`");
        }
        if (mix.parts().isEmpty() || behaviour.parts().isEmpty()) {
            throw new KeyException(
                    "mix", "the mix is empty", "name at least one profile and behaviour");
        }
    }

    /** How ids are made, {@code {n}} standing for the number. */
    public String idPattern() {
        return ids.isEmpty() ? name + "-" + IdPattern.NUMBER : ids;
    }

    /**
     * The id of one member.
     *
     * @param number from 1
     */
    public String idOf(long number) {
        return idPattern().replace(IdPattern.NUMBER, Long.toString(number));
    }
}
