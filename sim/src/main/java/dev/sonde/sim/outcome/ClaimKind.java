package dev.sonde.sim.outcome;

/** When a claim is judged. */
public enum ClaimKind {
    /** After every event. */
    INVARIANT("invariant"),
    /** When nothing is left to do. */
    END("end"),
    /** After the storm, for the healed part, within a stated budget. */
    PROMISE("promise"),
    /** Over a campaign: something was exercised at all. */
    REACHED("reached");

    private final String text;

    ClaimKind(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
