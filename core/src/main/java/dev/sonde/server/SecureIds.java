package dev.sonde.server;

import dev.sonde.protocol.Ids;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** Ids from the JDK's secure generator, fetched in blocks since each call of it costs a lock. */
final class SecureIds implements Ids {

    private static final int BLOCK_BYTES = 1024;

    private final SecureRandom random = new SecureRandom();
    private final byte[] block = new byte[BLOCK_BYTES];
    private final ByteBuffer words = ByteBuffer.wrap(block).position(BLOCK_BYTES);

    private long nextWord() {
        if (!words.hasRemaining()) {
            random.nextBytes(block);
            words.rewind();
        }
        return words.getLong();
    }

    @Override
    public ProbeId nextProbe() {
        return ProbeId.ofRandomBits(nextWord(), nextWord());
    }

    @Override
    public MatchId nextMatch() {
        return MatchId.ofRandomBits(nextWord(), nextWord());
    }
}
