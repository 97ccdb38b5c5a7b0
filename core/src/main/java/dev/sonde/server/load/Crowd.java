package dev.sonde.server.load;

/** What all who take part in a run can see of each other. */
final class Crowd {

    /** A live probe of honest people, for attackers who have overheard its id. */
    record Overheard(String probe, String member) {}

    private volatile boolean isJoining = true;
    private volatile Overheard last = new Overheard("probe_none", "nobody");

    /** False once nobody joins any more, so that what runs can come to its end. */
    boolean isJoining() {
        return isJoining;
    }

    void stopJoining() {
        isJoining = false;
    }

    void seen(String probe, String member) {
        if (!member.startsWith(Attack.NAME)) {
            last = new Overheard(probe, member);
        }
    }

    Overheard last() {
        return last;
    }
}
