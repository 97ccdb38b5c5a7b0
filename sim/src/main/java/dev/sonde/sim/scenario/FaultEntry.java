package dev.sonde.sim.scenario;

import java.util.List;
import java.util.OptionalLong;

/**
 * One thing that goes wrong. Each kind is a record; the first key that names the kind tells which.
 */
public sealed interface FaultEntry {

    /** A fault at an instant, at or before the scenario's {@code until}. */
    sealed interface Timed extends FaultEntry {

        /** When it happens, from the start of the run. */
        long atNanos();
    }

    /** What a client says, by its name on the wire; {@code signal} is short for probe_signal. */
    enum Said {
        SIGNAL,
        PROBE_READY,
        PROBE_CONNECTED,
        PROBE_RESULT,
        JOIN,
        LEAVE
    }

    /** What a signal carries. */
    enum SignalKind {
        ANY,
        OFFER,
        ANSWER,
        ICE_CANDIDATE
    }

    /** Which way of a link. */
    enum Direction {
        OUT,
        IN,
        BOTH
    }

    /** Which of the two networks. */
    enum Plane {
        SIGNALLING,
        MEDIA,
        BOTH
    }

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

    /** The kinds that a storm may draw from. */
    enum Kind {
        DROP,
        DELAY,
        REPEAT,
        DISCONNECT,
        RELOAD,
        FREEZE,
        SLOW_READER,
        STALL,
        DELAY_SPIKE,
        LOSS_SPIKE,
        PARTITION,
        TURN_DOWN,
        CRASH,
        CLOCK_RATE,
        DIE
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
            implements FaultEntry {

        /** @throws IllegalArgumentException if it narrows down something that is no signal */
        public Drop {
            requireSignal(event, type, to);
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
            implements FaultEntry {

        /** @throws IllegalArgumentException if it narrows down something that is no signal */
        public Delay {
            requireSignal(event, type, to);
        }
    }

    /** Something that was said comes again, right after itself. */
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
            implements FaultEntry {

        /** @throws IllegalArgumentException if it narrows down something that is no signal */
        public Repeat {
            requireSignal(event, type, to);
        }
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
            implements Timed {}

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
            implements Timed {}

    /** A tab stops: timers and handlers wait, then all fire. */
    record Freeze(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "freeze", as = As.PERSON, doc = "Whose tab.", example = "ann")
            String person,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements Timed {}

    /** A client stops reading what the server sends. */
    record SlowReader(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "slow-reader", as = As.PERSON, doc = "Who.", example = "ann")
            String person,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements Timed {}

    /** A signalling connection carries nothing for a while, then all at once. */
    record Stall(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "stall", as = As.PERSON, doc = "Whose connection.", example = "ann")
            String person,

            @Key(
                    value = "direction",
                    unset = "both",
                    doc = "Which way: `out` is from the person, `in` to the person.",
                    example = "out")
            Direction direction,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements Timed {}

    /** Everything takes longer for a while. */
    record DelaySpike(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "delay-spike", as = As.PERSON, doc = "Whose links.", example = "ann")
            String person,

            @Key(value = "by", min = "1ms", doc = "How much longer, one way.", example = "400ms")
            long byNanos,

            @Key(value = "plane", unset = "both", doc = "Which network.", example = "media")
            Plane plane,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements Timed {}

    /** Datagrams on the media plane are lost for a while. */
    record LossSpike(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "loss-spike", as = As.PERSON, doc = "Whose links.", example = "ann")
            String person,

            @Key(
                    value = "loss",
                    unset = "100%",
                    min = "0%",
                    max = "100%",
                    doc = "Which share is lost.",
                    example = "30%")
            long lossPpm,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements Timed {}

    /** Two people cannot reach each other, or one person can reach nobody. */
    record Partition(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(
                    value = "partition",
                    doc = "Which network is cut; `signalling` is the way to the server.",
                    example = "media")
            Plane plane,

            @Key(
                    value = "between",
                    as = As.PERSON,
                    unset = Key.NONE,
                    doc = "The two people who cannot reach each other on the media plane.",
                    example = "[ann, bob]")
            List<String> between,

            @Key(
                    value = "of",
                    as = As.PERSON,
                    unset = Key.NONE,
                    doc = "The one who is cut off from everybody; instead of `between`.",
                    example = "ann")
            String of,

            @Key(
                    value = "direction",
                    unset = "both",
                    doc = "Which way is cut: `out` is from the first person, `in` to the first.",
                    example = "out")
            Direction direction,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements Timed {

        /** @throws IllegalArgumentException if it does not say who, or says it twice */
        public Partition {
            between = List.copyOf(between);
            if (between.isEmpty() == of.isEmpty()) {
                throw new KeyException(
                        "partition",
                        "the partition does not say whom it cuts off",
                        "add either between or of");
            }
            if (!between.isEmpty()) {
                requirePair(between, plane);
            }
        }

        private static void requirePair(List<String> between, Plane plane) {
            if (between.size() != 2 || between.get(0).equals(between.get(1))) {
                throw new KeyException(
                        "between", "a partition between " + between, "name two different people");
            }
            if (plane != Plane.MEDIA) {
                throw new KeyException(
                        "partition",
                        "people reach each other on the media plane only",
                        "write partition: media, or of: " + between.get(0));
            }
        }
    }

    /** The TURN server does not answer for a while; what it relays is lost. */
    record TurnDown(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(
                    value = "turn-down",
                    as = As.SERVER,
                    doc = "The only TURN server there is.",
                    example = "server")
            String server,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements Timed {}

    /** The coordinator loses all of its memory and all connections. */
    record Crash(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(
                    value = "crash",
                    as = As.SERVER,
                    doc = "The only coordinator there is.",
                    example = "server")
            String server,

            @Key(
                    value = "back-after",
                    unset = "2s",
                    min = "0s",
                    doc = "How long after it a new one takes connections.",
                    example = "2s")
            long backAfterNanos)
            implements Timed {}

    /** The coordinator shuts down in order: it still ends everything it began. */
    record Shutdown(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(
                    value = "shutdown",
                    as = As.SERVER,
                    doc = "The only coordinator there is.",
                    example = "server")
            String server)
            implements Timed {}

    /** A person's clock runs at another rate from now on. */
    record ClockRate(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "clock-rate", as = As.PERSON, doc = "Whose clock.", example = "ann")
            String person,

            @Key(
                    value = "by",
                    min = "-50%",
                    max = "50%",
                    doc = "How much faster than true time.",
                    example = "-1%")
            long byPpm)
            implements Timed {}

    /** A person's machine is gone for ever; the server finds out by its heartbeat. */
    record Die(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "die", as = As.PERSON, doc = "Who.", example = "ann")
            String person)
            implements Timed {}

    /** Faults drawn at random, so many in each period. */
    record Storm(
            @Key(
                    value = "from",
                    unset = "0s",
                    min = "0s",
                    doc = "When the storm begins.",
                    example = "100s")
            long fromNanos,

            @Key(value = "to", min = "0s", doc = "When it is over.", example = "110s")
            long toNanos,

            @Key(
                    value = "kinds",
                    doc = "Kinds of faults to draw from.",
                    example = "[disconnect, delay-spike]")
            List<Kind> kinds,

            @Key(value = "rate", doc = "How many faults.", example = "1/s")
            Rate rate)
            implements FaultEntry {

        /** @throws IllegalArgumentException if it ends before it begins, or has no kinds */
        public Storm {
            kinds = List.copyOf(kinds);
            if (toNanos <= fromNanos) {
                throw new KeyException(
                        "to",
                        "the storm ends at " + Durations.print(toNanos) + ", but begins at "
                                + Durations.print(fromNanos),
                        "let it end later than it begins");
            }
            if (kinds.isEmpty() || kinds.stream().distinct().count() != kinds.size()) {
                throw new KeyException(
                        "kinds",
                        "the storm names no kind, or one twice",
                        "name each kind of fault once");
            }
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
