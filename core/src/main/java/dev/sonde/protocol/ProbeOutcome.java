package dev.sonde.protocol;

/** How a probe ended, and in which phase. Exactly one for each probe that was created. */
public sealed interface ProbeOutcome {

    /** The phases of a probe, in the only order in which they can follow each other. */
    enum Phase {
        PREPARING("preparing"),
        CONNECTING("connecting"),
        MEASURING("measuring"),
        SETTLING("settling"),
        ENDED("ended");

        private final String wireName;

        Phase(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** Why a probe failed. */
    enum Reason {
        TIMEOUT("timeout"),
        REPORTED_FAILURE("reported-failure"),
        NO_SOCKET("no-socket"),
        MEMBER_LEFT("member-left"),
        MEMBER_LOST("member-lost"),
        SUPERSEDED("superseded"),
        SHUTDOWN("shutdown");

        private final String wireName;

        Reason(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** The phase that the probe was in when it ended. */
    Phase phase();

    /** {@code complete}, or the wire name of the reason. */
    String wireName();

    record Complete(double rttMillis, Phase phase) implements ProbeOutcome {
        @Override
        public String wireName() {
            return "complete";
        }
    }

    record Failed(Reason reason, Phase phase) implements ProbeOutcome {
        @Override
        public String wireName() {
            return reason.wireName();
        }
    }
}
