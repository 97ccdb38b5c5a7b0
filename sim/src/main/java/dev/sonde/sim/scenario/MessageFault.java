package dev.sonde.sim.scenario;

/** Something that a client says is lost, late, or comes again on its way to the lobby. */
public sealed interface MessageFault extends FaultEntry
        permits MessageFault.Drop, MessageFault.Delay, MessageFault.Repeat {

    /** What is said. */
    Said event();

    /** Which signals. */
    SignalKind type();

    /** Who says it; empty for anybody. */
    String from();

    /** Whom a signal is meant for; empty for anybody. */
    String to();

    /** Which of those that fit, counted from 1. */
    int nth();

    /**
     * What a client says, by its name on the wire; {@code signal} is short for probe_signal, and
     * {@code disconnect} is what the socket layer says when a connection has ended.
     */
    enum Said {
        SIGNAL,
        PROBE_READY,
        PROBE_CONNECTED,
        PROBE_RESULT,
        JOIN,
        LEAVE,
        DISCONNECT
    }

    /** What a signal carries. */
    enum SignalKind {
        ANY,
        OFFER,
        ANSWER,
        ICE_CANDIDATE
    }

    /** Something that was said never reaches the lobby, or the other member. */
    record Drop(
            @Key(
                    value = "drop",
                    doc = "What is lost between the client and the lobby.",
                    example = "signal")
            Said event,

            @Key(
                    value = "type",
                    unset = "any",
                    doc = "With `signal`: only signals of this type.",
                    example = "answer")
            SignalKind type,

            @Key(
                    value = "from",
                    as = As.PERSON,
                    unset = Key.NONE,
                    doc = "Only what this person says.",
                    example = "bob")
            String from,

            @Key(
                    value = "to",
                    as = As.PERSON,
                    unset = Key.NONE,
                    doc = "With `signal`: only what is meant for this person.",
                    example = "ann")
            String to,

            @Key(
                    value = "nth",
                    unset = "1",
                    min = "1",
                    max = "1000000",
                    doc = "Which of those that fit, counted from 1 over the run.",
                    example = "1")
            int nth)
            implements MessageFault {

        /**
         * @throws IllegalArgumentException if it narrows down something that is no signal, or would
         *     hide the end of a connection for ever
         */
        public Drop {
            requireSignal(event, type, to);
            if (event == Said.DISCONNECT) {
                throw new KeyException(
                        "drop",
                        "the end of a connection is always told, if late",
                        "delay or repeat it");
            }
        }
    }

    /** Something that was said comes late. */
    record Delay(
            @Key(value = "delay", doc = "What comes late.", example = "signal")
            Said event,

            @Key(value = "by", min = "1ms", doc = "How much later it comes.", example = "800ms")
            long byNanos,

            @Key(
                    value = "type",
                    unset = "any",
                    doc = "With `signal`: only signals of this type.",
                    example = "answer")
            SignalKind type,

            @Key(
                    value = "from",
                    as = As.PERSON,
                    unset = Key.NONE,
                    doc = "Only what this person says.",
                    example = "bob")
            String from,

            @Key(
                    value = "to",
                    as = As.PERSON,
                    unset = Key.NONE,
                    doc = "With `signal`: only what is meant for this person.",
                    example = "ann")
            String to,

            @Key(
                    value = "nth",
                    unset = "1",
                    min = "1",
                    max = "1000000",
                    doc = "Which of those that fit, counted from 1 over the run.",
                    example = "1")
            int nth)
            implements MessageFault {

        /** @throws IllegalArgumentException if it narrows down something that is no signal */
        public Delay {
            requireSignal(event, type, to);
        }
    }

    /** Something that was said comes again. */
    record Repeat(
            @Key(value = "repeat", doc = "What comes more than once.", example = "signal")
            Said event,

            @Key(
                    value = "times",
                    unset = "1",
                    min = "1",
                    max = "100",
                    doc = "How many times more.",
                    example = "2")
            int times,

            @Key(
                    value = "after",
                    unset = "0s",
                    min = "0s",
                    doc = "How long after the first it comes again.",
                    example = "2s")
            long afterNanos,

            @Key(
                    value = "type",
                    unset = "any",
                    doc = "With `signal`: only signals of this type.",
                    example = "answer")
            SignalKind type,

            @Key(
                    value = "from",
                    as = As.PERSON,
                    unset = Key.NONE,
                    doc = "Only what this person says.",
                    example = "bob")
            String from,

            @Key(
                    value = "to",
                    as = As.PERSON,
                    unset = Key.NONE,
                    doc = "With `signal`: only what is meant for this person.",
                    example = "ann")
            String to,

            @Key(
                    value = "nth",
                    unset = "1",
                    min = "1",
                    max = "1000000",
                    doc = "Which of those that fit, counted from 1 over the run.",
                    example = "1")
            int nth)
            implements MessageFault {

        /** @throws IllegalArgumentException if it narrows down something that is no signal */
        public Repeat {
            requireSignal(event, type, to);
        }
    }

    private static void requireSignal(Said event, SignalKind type, String to) {
        if (event != Said.SIGNAL && type != SignalKind.ANY) {
            throw new KeyException("type", "only a signal has a type", "leave it out");
        }
        if (event != Said.SIGNAL && !to.isEmpty()) {
            throw new KeyException("to", "only a signal goes to a person", "leave it out");
        }
    }
}
