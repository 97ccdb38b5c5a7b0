package dev.sonde.protocol;

/** What a {@code probe_signal} carries (RFC 9429 calls them descriptions and candidates). */
public enum SignalType {
    OFFER("offer"),
    ANSWER("answer"),
    ICE_CANDIDATE("ice-candidate");

    private final String wireName;

    SignalType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
