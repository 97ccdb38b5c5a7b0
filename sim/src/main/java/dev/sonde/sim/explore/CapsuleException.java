package dev.sonde.sim.explore;

/** A capsule cannot be made or used. The message says what was seen and what to do. */
public final class CapsuleException extends Exception {

    private static final long serialVersionUID = 1;

    public CapsuleException(String message) {
        super(message);
    }

    public CapsuleException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The failure does not show any more; this happened instead. */
    static CapsuleException gone(String claim, Attempt now) {
        Attempt.Failure first = now.failure();
        return new CapsuleException("the capsule's failure does not show any more: "
                + (first == null
                        ? "its schedule violates nothing"
                        : "its schedule violates " + first.claim() + " before it violates " + claim)
                + "; replay says more");
    }
}
