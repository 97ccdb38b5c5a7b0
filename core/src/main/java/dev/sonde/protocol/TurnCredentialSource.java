package dev.sonde.protocol;

import org.jspecify.annotations.Nullable;

/** Where a member's TURN credentials come from. */
public interface TurnCredentialSource {

    /** Gives nobody any. */
    TurnCredentialSource NONE = (subject, nowNanos) -> null;

    /** Credentials for this member, or null if there are none to give out. */
    @Nullable
    TurnCredentials credentialsFor(SubjectId subject, long nowNanos);
}
