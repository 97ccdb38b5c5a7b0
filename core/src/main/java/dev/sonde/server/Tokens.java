package dev.sonde.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Handshake tokens: who somebody is, in which pool, until when, signed with HMAC-SHA256.
 *
 * <p>A token is {@code base64url(JSON) . base64url(HMAC of that text)}, the JSON
 * {@code {"sub":"ann","pool":"default","exp":1767225600}} with the expiry in seconds since 1970. It
 * is a bearer token: whoever holds it is that subject.
 */
public final class Tokens {

    /** Fewer bytes of secret can be guessed. */
    public static final int LEAST_SECRET_BYTES = 16;

    private static final int LONGEST_TOKEN = 512;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Hmac hmac;

    /** @throws IllegalArgumentException if the secret is too short */
    public Tokens(byte[] secret) {
        check(secret);
        this.hmac = new Hmac("HmacSHA256", secret);
    }

    /** @throws IllegalArgumentException if the secret is too short */
    static void check(byte[] secret) {
        if (secret.length < LEAST_SECRET_BYTES) {
            throw new IllegalArgumentException("the secret has " + secret.length
                    + " bytes, but needs at least " + LEAST_SECRET_BYTES
                    + "; make one with `openssl rand -hex 32`");
        }
    }

    /** What a valid token says. */
    public record Claim(SubjectId subject, String pool) {}

    /** @param expiresSeconds since 1970 */
    public String issue(SubjectId subject, String pool, long expiresSeconds) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("sub", subject.value());
        node.put("pool", pool);
        node.put("exp", expiresSeconds);
        byte[] json = node.toString().getBytes(StandardCharsets.UTF_8);
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(json);
        return payload + "." + signature(payload);
    }

    private String signature(String payload) {
        byte[] mac = hmac.of(payload.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /** What the token says, or null if it is none of ours or too old. */
    public @Nullable Claim verify(String token, long nowSeconds) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST_TOKEN) {
            return null;
        }
        String payload = token.substring(0, dot);
        byte[] expected = signature(payload).getBytes(StandardCharsets.UTF_8);
        byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            return null;
        }
        return read(payload, nowSeconds);
    }

    /** The payload is signed, so it is as somebody with the secret made it. */
    private static @Nullable Claim read(String payload, long nowSeconds) {
        JsonNode node;
        try {
            byte[] json = Base64.getUrlDecoder().decode(payload);
            node = JSON.readTree(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return null;
        }
        String subject = node.path("sub").asText("");
        boolean isGood = SubjectId.isValid(subject)
                && node.path("pool").isTextual()
                && node.path("exp").isIntegralNumber()
                && node.path("exp").longValue() > nowSeconds;
        return isGood ? new Claim(new SubjectId(subject), node.path("pool").textValue()) : null;
    }
}
