package dev.sonde.server;

import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A keyed hash, for any thread. */
final class Hmac {

    private final String algorithm;
    private final SecretKeySpec key;

    Hmac(String algorithm, byte[] secret) {
        this.algorithm = algorithm;
        this.key = new SecretKeySpec(secret, algorithm);
    }

    byte[] of(byte[] text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK brings " + algorithm, e);
        }
    }
}
