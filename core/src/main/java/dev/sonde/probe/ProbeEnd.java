package dev.sonde.probe;

import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.SubjectId;

/** The end of one probe, with what it leaves behind at its members. */
public record ProbeEnd(ProbeId probe, MemberEnd a, MemberEnd b, ProbeOutcome outcome) {

    /** The time of something that did not happen. */
    public static final long NEVER = -1;

    /**
     * One member at the end.
     *
     * @param startedNanos when start was sent to it, or {@link #NEVER}
     * @param reportedNanos when its report came, or {@link #NEVER}
     */
    public record MemberEnd(SubjectId subject, long startedNanos, long reportedNanos) {

        /** True if its page got start and may be measuring still. */
        public boolean mayStillMeasure() {
            return startedNanos != NEVER && reportedNanos == NEVER;
        }
    }
}
