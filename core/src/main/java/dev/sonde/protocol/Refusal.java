package dev.sonde.protocol;

/** Why an input was refused. A refusal changes nothing else. */
public enum Refusal {
    MALFORMED("malformed"),
    TOO_LARGE("too-large"),
    UNKNOWN_PROBE("unknown-probe"),
    FINISHED("finished"),
    NOT_A_MEMBER("not-a-member"),
    STALE_SOCKET("stale-socket"),
    DUPLICATE("duplicate"),
    WRONG_PHASE("wrong-phase"),
    TOO_EARLY("too-early"),
    TO_SELF("to-self"),
    TO_STRANGER("to-stranger"),
    UNKNOWN_TYPE("unknown-type"),
    UNKNOWN_EVENT("unknown-event"),
    SIGNAL_LIMIT("signal-limit"),
    INVALID_RTT("invalid-rtt"),
    DUPLICATE_RESULT("duplicate-result"),
    WRONG_POOL("wrong-pool"),
    NOT_WAITING("not-waiting"),
    ALREADY_IDENTIFIED("already-identified"),
    UNAUTHENTICATED("unauthenticated"),
    RATE_LIMIT("rate-limit"),
    FULL("full");

    private final String wireName;

    Refusal(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
