package dev.sonde.server;

import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.protocol.TurnCredentials;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Time-limited TURN credentials as TURN servers with a shared secret check them (coturn's
 * {@code use-auth-secret}; draft-uberti-behave-turn-rest): the user is {@code expiry:opaque}, the
 * password {@code base64(HMAC-SHA1(secret, user))}. The opaque part is random, so that a TURN
 * server's log names nobody.
 */
final class TurnIssuer implements TurnCredentialSource {

    private final Hmac hmac;
    private final List<String> urls;
    private final long lifeSeconds;
    private final LongSupplier nowSeconds;
    private final SecureRandom random = new SecureRandom();

    TurnIssuer(Secret secret, List<String> urls, long lifeSeconds, LongSupplier nowSeconds) {
        this.hmac = new Hmac("HmacSHA1", secret.bytes());
        this.urls = List.copyOf(urls);
        this.lifeSeconds = lifeSeconds;
        this.nowSeconds = nowSeconds;
    }

    @Override
    public TurnCredentials credentialsFor(SubjectId subject, long nowNanos) {
        long expires = nowSeconds.getAsLong() + lifeSeconds;
        String user = expires + ":" + Long.toHexString(random.nextLong());
        byte[] mac = hmac.of(user.getBytes(StandardCharsets.US_ASCII));
        return new TurnCredentials(user, Base64.getEncoder().encodeToString(mac), urls);
    }
}
