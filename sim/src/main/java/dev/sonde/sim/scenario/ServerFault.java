package dev.sonde.sim.scenario;

/** A fault of the coordinator. */
public sealed interface ServerFault extends TimedFault
        permits ServerFault.Crash, ServerFault.Shutdown {

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
            implements ServerFault {}

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
            implements ServerFault {}
}
