package dev.sonde.sim.scenario;

/** A fault of a person's machine, which outlasts the page. */
public sealed interface MachineFault extends TimedFault
        permits MachineFault.ClockRate, MachineFault.Die {

    /** Whose machine. */
    String person();

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
            implements MachineFault {}

    /** A person's machine is gone for ever; the server finds out by its heartbeat. */
    record Die(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "die", as = As.PERSON, doc = "Who.", example = "ann")
            String person)
            implements MachineFault {}
}
