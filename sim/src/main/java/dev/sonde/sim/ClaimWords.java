package dev.sonde.sim;

/** What each claim says, in one sentence, for the pages about scenario files. */
final class ClaimWords {

    private ClaimWords() {}

    /** @throws IllegalArgumentException if there is no such claim */
    static String meaning(String claim) {
        return switch (claim) {
            case "CompleteOnce" ->
                "Each created probe completes exactly once, never inside the creating call.";
            case "Cause" -> "Every outcome's reason is backed by an event.";
            case "BothReady" ->
                "No start before both members said ready; one start on each connection.";
            case "Draining" ->
                "Nobody is proposed while their client may still measure for an earlier probe.";
            case "OneProbe" -> "A subject is in at most one live probe.";
            case "Membership" ->
                "Only the members' current connections cause relays, phase changes and results.";
            case "Attribution" ->
                "Every relayed signal names its true sender; nothing crosses probes.";
            case "Fifo" ->
                "Per sender, relay order is arrival order; nothing before start or after the end.";
            case "FreshSocket" ->
                "Nothing is sent to a socket that the server already knows is gone.";
            case "Verdict" ->
                "A match's accepted RTTs are valid, belong to its pairs, and are within the limit.";
            case "NoSelf" -> "A match has as many distinct members as the group size says.";
            case "GroupComplete" -> "Every pair of a match was measured, where a limit is set.";
            case "OneInitiator" ->
                "The two ids of a probe order under the client's rule, so exactly one side offers.";
            case "NoGhost" -> "Nobody who left, expired or is away is proposed or probed.";
            case "AtomicMatch" ->
                "A subject is idle, waiting or matched; present members of a match are sent it.";
            case "FailClass" -> "No pair is banned without a measured RTT over the limit.";
            case "NoSpin" -> "No pair starts a probe inside its pause.";
            case "Terminates" ->
                "No live probe is older than its limit plus allowed timer lateness.";
            case "BoundedWait" ->
                "Nobody waits longer than the waiting time and one probe; who expired was told.";
            case "Secrets" ->
                "TURN credentials go to members' current sockets only, and never into traces.";
            case "Bounded" -> "Every collection stays within its configured bound.";
            case "Monotone" -> "Phases only move forward; time never goes back.";
            case "NoLeak" -> "At quiescence no probe, timer, flag or peer connection is left.";
            case "Conservation" ->
                "Probes created are completed; stays opened are closed, for one reason each.";
            case "NoLostWakeup" ->
                "No group of free, present people remains that the matchmaker would propose.";
            case "Survivor" ->
                "Who loses a partner before a match is final waits again, with the old join time.";
            case "Reconnect" ->
                "A subject back within its grace keeps its place, and hears its state.";
            case "Truth" ->
                "An honest result is within 2 ms, its clock's drift and freezes of the true RTT.";
            default -> throw new IllegalArgumentException("no claim is called " + claim);
        };
    }
}
