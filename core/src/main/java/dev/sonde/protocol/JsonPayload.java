package dev.sonde.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A payload that arrived as JSON. {@code null} and {@code candidate: ""} mean "end of candidates"
 * to clients and nothing to the coordinator.
 */
public record JsonPayload(JsonNode toJson, int sizeBytes) implements SignalPayload {}
