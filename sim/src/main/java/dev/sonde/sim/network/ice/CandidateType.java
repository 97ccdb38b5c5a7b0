package dev.sonde.sim.network.ice;

/** What sort of address a candidate is (RFC 8445, section 5.1.1). */
public enum CandidateType {
    HOST("host", 126),
    SRFLX("srflx", 100),
    PRFLX("prflx", 110),
    RELAY("relay", 0);

    private static final int TYPE_SHIFT = 24;
    private static final int LOCAL_SHIFT = 8;
    private static final int LOCAL_PREFERENCE = 65_535;
    private static final int COMPONENT = 1;

    private final String word;
    private final int preference;

    CandidateType(String word, int preference) {
        this.word = word;
        this.preference = preference;
    }

    /** As SDP writes it. */
    public String word() {
        return word;
    }

    /** Priority of a candidate of this type on a host with one address (section 5.1.2.1). */
    public int priority() {
        return (preference << TYPE_SHIFT) + (LOCAL_PREFERENCE << LOCAL_SHIFT) + (256 - COMPONENT);
    }
}
