package dev.sonde.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When each side of a connection finds out that the other is silent. */
class SignallingHeartbeatTest {

    private static final long FOR_EVER = Long.MAX_VALUE;

    private final Wire wire = Wire.faithful(SignallingSettings.DEFAULT);
    private final SignallingConnection ann = wire.open();

    /** Pong at 130 + 8050; next ping at 16 180, timeout 20 s. Client: pinged at 8150, 28 s. */
    @Test
    void silenceIsFoundOutByEachSideAtItsOwnTime() {
        wire.at(9_999, () -> ann.sendToServer("gone", 10));
        wire.at(10_000, () -> ann.silence("sleep"));
        wire.at(10_001, () -> ann.sendToClient("gone too", 10));

        assertThat(wire.heard())
                .containsExactly(
                        "130 server opened",
                        "150 client opened",
                        "10000 lost gone by sleep",
                        "10001 lost gone too by sleep",
                        "36150 client closed TIMEOUT",
                        "36180 server closed TIMEOUT");
    }

    /** The first ping, of 8130, arrived at 8150; its pong, due at 8180, did not. */
    @Test
    void silenceBetweenPingAndPongCountsForTheClientOnly() {
        wire.at(8_160, () -> ann.silence("sleep"));

        assertThat(wire.heard())
                .endsWith("28130 server closed TIMEOUT", "36150 client closed TIMEOUT");
    }

    @Test
    void silenceDuringTheHandshakeIsFoundOutByTheConnectTimeout() {
        wire.at(100, () -> ann.silence("sleep"));

        assertThat(wire.heard()).containsExactly("20000 client closed TIMEOUT");
    }

    @Test
    void clientThatClosesInSilenceIsFoundOutByTheServer() {
        wire.at(1_000, () -> ann.silence("sleep"));
        wire.at(2_000, ann::closeByClient);

        assertThat(wire.heard()).endsWith("28130 server closed TIMEOUT");
    }

    @Test
    void endlessStallTowardsTheServerEndsByTheServersHeartbeat() {
        wire.at(1_000, () -> wire.signalling.stall("ann", Direction.TO_SERVER, FOR_EVER, "clog"));

        assertThat(wire.heard()).endsWith("28130 server closed TIMEOUT", "28150 client closed CUT");
    }

    @Test
    void endlessPartitionEndsByBothHeartbeats() {
        wire.at(1_000, () -> wire.signalling.partition("ann", FOR_EVER, "wall"));

        assertThat(wire.heard())
                .endsWith("28130 server closed TIMEOUT", "28150 client closed TIMEOUT");
    }

    /** The held ping goes on at 12 000: pinged at 12 020, pong at 12 050. */
    @Test
    void heartbeatGoesOnFromTheEndOfAPartition() {
        wire.at(5_000, () -> wire.signalling.partition("ann", 12 * Wire.SECOND, "wall"));
        wire.at(13_000, () -> ann.silence("sleep"));

        assertThat(wire.heard())
                .endsWith("40020 client closed TIMEOUT", "40050 server closed TIMEOUT");
    }

    @Test
    void healthyConnectionCostsNoEventForItsHeartbeat() {
        wire.at(3_600_000, ann::closeByClient);
        wire.heard();

        assertThat(wire.kernel.events()).isEqualTo(4);
    }

    @Test
    void pongsAreHeardIfAsked() {
        Wire beating = Wire.faithful(SignallingSettings.DEFAULT.withHeardBeats(true));
        SignallingConnection bob = beating.open();
        beating.at(17_000, bob::closeByClient);

        assertThat(beating.heard())
                .containsExactly(
                        "130 server opened",
                        "150 client opened",
                        "8180 server heard",
                        "16230 server heard",
                        "17030 server closed CLIENT");
    }

    @Test
    void linkThatLosesAllIsSilent() {
        Wire dead = Wire.faithful(SignallingSettings.DEFAULT);
        dead.signalling.addPerson("bob", Wire.profile("loss 100%", "delay 10ms"));
        dead.signalling.open("bob", dead.client());

        assertThat(dead.heard()).containsExactly("20000 client closed TIMEOUT");
    }
}
