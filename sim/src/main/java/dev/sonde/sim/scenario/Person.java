package dev.sonde.sim.scenario;

import java.util.List;
import java.util.OptionalLong;

/** One person who takes part. */
public record Person(
        @Key(
                value = "id",
                as = As.ID,
                doc = "Who it is: 1 to 64 of 0-9 A-Z a-z . _ -; nobody else has it.",
                example = "ann")
        String id,

        @Key(
                value = "profile",
                as = As.PROFILE,
                unset = "cable",
                doc = "The network at the person's place: a profile of the file or a preset.",
                example = "home")
        String profile,

        @Key(
                value = "joins",
                unset = "0s",
                min = "0s",
                doc = "When the person opens the page and joins the waiting room.",
                example = "300ms")
        long joinsNanos,

        @Key(
                value = "leaves",
                unset = Key.NONE,
                doc = "When the person leaves and closes the page; not before `joins`.",
                example = "6s")
        OptionalLong leavesNanos,

        @Key(
                value = "behaviour",
                as = As.BEHAVIOUR,
                unset = "honest",
                doc = "How the person's page behaves.",
                example = "double-ready")
        String behaviour,

        @Key(
                value = "server-rtt",
                unset = Key.NONE,
                min = "0s",
                doc = "The round-trip time to the server that the page tells when it joins;"
                        + " none is told without it.",
                example = "45ms")
        OptionalLong serverRttNanos,

        @Key(
                value = "instance",
                unset = "page",
                doc = "Whether the page names itself anew on each load.",
                example = "none")
        PersonEntry.PageInstance instance,

        @Key(
                value = "region",
                as = As.REGION,
                unset = Key.NONE,
                doc = "The row of the matrix: its name, or its number from 1.",
                example = "eu-west")
        String region,

        @Key(
                value = "lan",
                as = As.NAME,
                unset = Key.NONE,
                doc = "People with the same local network share one NAT.",
                example = "lab")
        String lan,

        @Key(
                value = "history",
                as = As.PERSON,
                unset = Key.NONE,
                doc = "With whom the person has played before.",
                example = "[bob]")
        List<String> history,

        @Key(
                value = "clock-drift",
                unset = "0%",
                min = "-10%",
                max = "10%",
                doc = "How much faster than true time the person's clock runs.",
                example = "0.005%")
        long clockDriftPpm,

        @Key(
                value = "patience",
                unset = Key.NONE,
                doc = "How long the person waits for a match before leaving; for ever without it.",
                example = "lognormal 90s 40s")
        TimeDistribution patience,

        @Key(
                value = "after-match",
                unset = "stays",
                doc = "What the person does once a match is found.",
                example = "leaves 10s")
        AfterMatch afterMatch,

        @Key(
                value = "returns",
                unset = Key.NONE,
                min = "0s",
                doc = "How long after leaving the person comes back and joins again; never without"
                        + " it.",
                example = "30s")
        OptionalLong returnsNanos,

        @Key(
                value = "turn",
                as = As.SWITCH,
                unset = "on",
                doc = "Whether the person's page uses the TURN server where there is one.",
                example = "off")
        boolean turn,

        @Key(
                value = "client",
                unset = "old",
                doc = "Whether the page speaks the `probe_*` events only, or the newer ones too.",
                example = "modern")
        PersonEntry.Client client)
        implements PersonEntry {

    /** @throws IllegalArgumentException if the person leaves before joining */
    public Person {
        history = List.copyOf(history);
        if (leavesNanos.isPresent() && leavesNanos.getAsLong() < joinsNanos) {
            throw new KeyException(
                    "leaves",
                    "the person leaves at " + Durations.print(leavesNanos.getAsLong())
                            + ", before it joins at " + Durations.print(joinsNanos),
                    "leave no earlier than you join");
        }
    }

    /** The same person under another name, with others played before. */
    public Person withId(String another, List<String> others) {
        return new Person(
                another,
                profile,
                joinsNanos,
                leavesNanos,
                behaviour,
                serverRttNanos,
                instance,
                region,
                lan,
                others,
                clockDriftPpm,
                patience,
                afterMatch,
                returnsNanos,
                turn,
                client);
    }

    /** The same person on a page that behaves otherwise. */
    public Person withPage(String another, PersonEntry.PageInstance pageInstance) {
        return new Person(
                id,
                profile,
                joinsNanos,
                leavesNanos,
                another,
                serverRttNanos,
                pageInstance,
                region,
                lan,
                history,
                clockDriftPpm,
                patience,
                afterMatch,
                returnsNanos,
                turn,
                client);
    }
}
