package dev.sonde.sim.scenario;

import java.util.OptionalLong;

/** A fault of a person's page or of its connection to the server. */
public sealed interface PersonFault extends TimedFault
        permits PersonFault.Disconnect,
                PersonFault.Reload,
                PersonFault.Freeze,
                PersonFault.SlowReader {

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
}
