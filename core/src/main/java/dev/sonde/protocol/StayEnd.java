package dev.sonde.protocol;

/** How one stay in the waiting room ended. */
public enum StayEnd {
    MATCHED("matched"),
    LEFT("left"),
    LOST("lost"),
    EXPIRED("expired"),
    SHUTDOWN("shutdown");

    private final String wireName;

    StayEnd(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
