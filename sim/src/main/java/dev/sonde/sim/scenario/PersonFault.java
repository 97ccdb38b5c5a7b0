package dev.sonde.sim.scenario;

import java.util.OptionalLong;

/** A fault of a person's page or of its connection to the server. */
public sealed interface PersonFault extends TimedFault
        permits PersonFault.Disconnect,
                PersonFault.Reload,
                PersonFault.Leave,
                PersonFault.Freeze,
                PersonFault.SlowReader,
                PersonFault.Forge {

    /** To whom it happens. */
    String person();

    /** How a connection comes back. */
    enum ReturnSocket {
        /** The old connection is over when the new one is made. */
        NEW,
        /** The server still takes the old one for alive. */
        OVERLAPPING
    }

    /** Whether the page is loaded anew. */
    enum ReturnPage {
        SAME,
        NEW
    }

    /** How the server comes to know of a disconnection. */
    enum Notice {
        /** It is told at once. */
        TOLD,
        /** It finds out by its heartbeat. */
        SILENT
    }

    /** Which probe something forged is about. */
    enum WhichProbe {
        OWN,
        FORMER,
        FOREIGN,
        UNKNOWN
    }

    /** What a forged result claims. */
    enum Claimed {
        SUCCESS,
        FAILURE,
        INVALID
    }

    /** A person's connection to the server breaks. */
    record Disconnect(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "disconnect", as = As.PERSON, doc = "Whose connection.", example = "ann")
            String person,

            @Key(
                    value = "back-after",
                    unset = Key.NONE,
                    min = "0s",
                    doc = "How long after it the page connects again; never without it.",
                    example = "800ms")
            OptionalLong backAfterNanos,

            @Key(
                    value = "socket",
                    unset = "new",
                    doc = "Whether the server knows that the old connection is over.",
                    example = "overlapping")
            ReturnSocket socket,

            @Key(
                    value = "page",
                    unset = "same",
                    doc = "Whether the page was loaded anew meanwhile.",
                    example = "new")
            ReturnPage page,

            @Key(
                    value = "notice",
                    unset = "told",
                    doc = "Whether the server is told at once, or finds out by its heartbeat.",
                    example = "silent")
            Notice notice)
            implements PersonFault {}

    /** A person loads the page anew: all of its state is gone. */
    record Reload(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "reload", as = As.PERSON, doc = "Who.", example = "ann")
            String person,

            @Key(
                    value = "back-after",
                    unset = "300ms",
                    min = "0s",
                    doc = "How long loading takes.",
                    example = "300ms")
            long backAfterNanos)
            implements PersonFault {}

    /** A person leaves the waiting room or the match, and closes the page. */
    record Leave(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "leave", as = As.PERSON, doc = "Who.", example = "ann")
            String person,

            @Key(
                    value = "back-after",
                    unset = Key.NONE,
                    min = "0s",
                    doc = "How long after it the person comes back and joins; never without it.",
                    example = "4s")
            OptionalLong backAfterNanos)
            implements PersonFault {}

    /** A tab stops: timers and handlers wait, then all fire. */
    record Freeze(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "freeze", as = As.PERSON, doc = "Whose tab.", example = "ann")
            String person,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements PersonFault {}

    /** A client stops reading what the server sends. */
    record SlowReader(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "slow-reader", as = As.PERSON, doc = "Who.", example = "ann")
            String person,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements PersonFault {}

    /** A page says what it has no reason to say. */
    record Forge(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "forge", as = As.PERSON, doc = "Whose page says it.", example = "ann")
            String person,

            @Key(value = "message", doc = "What it says.", example = "probe_result")
            MessageFault.Said message,

            @Key(
                    value = "probe",
                    unset = "own",
                    doc = "For which probe: its latest, the one before, the latest that it is no"
                            + " member of, or one that there never was.",
                    example = "foreign")
            WhichProbe probe,

            @Key(
                    value = "report",
                    unset = "success",
                    doc = "With `probe_result`: what it reports.",
                    example = "invalid")
            Claimed report,

            @Key(
                    value = "rtt",
                    unset = "1ms",
                    min = "0ms",
                    max = "60s",
                    doc = "With a success: the round-trip time that it reports.",
                    example = "70ms")
            long rttNanos,

            @Key(
                    value = "to",
                    as = As.PERSON,
                    unset = Key.NONE,
                    doc = "With `signal`: for whom; without it, for the other member.",
                    example = "ann")
            String to)
            implements PersonFault {

        /** @throws IllegalArgumentException if no page says such a thing */
        public Forge {
            if (message == MessageFault.Said.DISCONNECT) {
                throw new KeyException(
                        "message", "a page does not say disconnect", "write disconnect: " + person);
            }
            if (message != MessageFault.Said.SIGNAL && !to.isEmpty()) {
                throw new KeyException("to", "only a signal goes to a person", "leave it out");
            }
        }
    }
}
