package dev.sonde.protocol;

/** What a message may be at most; larger ones are refused before anybody reads them. */
public final class Limits {

    /** One event's payload as JSON in UTF-8. Browsers send up to 4.4 KiB. */
    public static final int EVENT_BYTES = 16 * 1024;

    /** Past partners that somebody may name when joining. */
    public static final int GROUP_HISTORY = 64;

    /** Samples that a result may carry. */
    public static final int SAMPLES = 64;

    private Limits() {}
}
