package dev.sonde.sim.outcome;

/** What a metric's number counts. */
public enum MetricUnit {
    MILLISECONDS("ms"),
    /** A part of a whole, 0 to 1. */
    SHARE("share"),
    COUNT("count"),
    BYTES("bytes"),
    /** One number divided by another of the same unit. */
    RATIO("ratio");

    private final String text;

    MetricUnit(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
