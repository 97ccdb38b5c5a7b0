package dev.sonde.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What one client wants another to get. It passes the coordinator unchanged and unread; only its
 * size counts there. Virtual clients bring shapes of their own, real ones bring
 * {@link JsonPayload}.
 */
public interface SignalPayload {

    /** Its size as JSON in UTF-8 bytes, for the limits. */
    int sizeBytes();

    JsonNode toJson();
}
