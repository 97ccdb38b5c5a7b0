package dev.sonde.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the lobby decides, seen from two clients on real sockets. */
class ProbeOverSocketsTest {

    private final TestServer server = TestServer.with("max-p2p-rtt-ms", "100");

    @AfterEach
    void stop() {
        server.close();
    }

    private String probeOf(TestClient client) {
        return client.await("probe_prepare").path("probe_session_id").asText();
    }

    private static String about(String probe, String more) {
        return "{\"probe_session_id\":\"" + probe + "\"" + more + "}";
    }

    @Test
    void twoPeopleAreProbedAndMatched() {
        TestClient ann = server.client("ann");
        TestClient bob = server.client("bob");
        ann.emit("join", "{}");
        ann.await("waiting_room");
        bob.emit("join", "{}");

        String probe = probeOf(ann);
        assertThat(probeOf(bob)).isEqualTo(probe);
        ann.emit("probe_ready", about(probe, ""));
        bob.emit("probe_ready", about(probe, ""));
        ann.await("probe_start");
        bob.await("probe_start");

        ann.emit(
                "probe_signal",
                about(
                        probe,
                        ",\"target_subject_id\":\"bob\",\"type\":\"offer\","
                                + "\"payload\":{\"sdp\":\"x\",\"none\":null}"));
        JsonNode offer = bob.await("probe_signal");
        assertThat(offer.toString())
                .isEqualTo("{\"probe_session_id\":\"" + probe + "\",\"type\":\"offer\","
                        + "\"from_subject_id\":\"ann\",\"payload\":{\"sdp\":\"x\",\"none\":null}}");

        ann.emit("probe_result", about(probe, ",\"rtt_ms\":12.5,\"success\":true"));
        assertThat(bob.await("probe_cancel").path("reason").asText()).isEqualTo("complete");
        assertThat(ann.await("match_found").path("rtt_ms").asDouble()).isEqualTo(12.5);
        assertThat(bob.await("match_found").path("members").toString())
                .isEqualTo("[\"bob\",\"ann\"]");
    }

    @Test
    void secondConnectionTakesThePlaceOfTheFirst() {
        TestClient first = server.client("ann");
        TestClient second = server.client("ann");

        first.await("superseded");
        first.await("disconnect");
        first.awaitClosed();
        second.emit("join", "{}");
        assertThat(second.await("waiting_room").path("waiting").asInt()).isEqualTo(1);
    }

    @Test
    void whoComesBackKeepsThePlace() {
        TestClient ann = server.client("ann");
        ann.emit("join", "{}");
        ann.await("waiting_room");
        ann.close();

        TestClient again = server.client("ann");

        assertThat(again.await("waiting_room").path("waiting").asInt()).isEqualTo(1);
    }

    @Test
    void killedTabEndsItsProbeWithinItsGrace() {
        TestClient ann = server.client("ann");
        TestClient bob = server.client("bob");
        ann.emit("join", "{}");
        bob.emit("join", "{}");
        String probe = probeOf(ann);
        probeOf(bob);
        ann.emit("probe_ready", about(probe, ""));
        bob.emit("probe_ready", about(probe, ""));
        bob.await("probe_start");

        ann.close();

        assertThat(bob.await("probe_cancel").path("reason").asText()).isEqualTo("member-lost");
    }

    @Test
    void shutdownEndsProbesAndTellsEverybody() {
        TestClient ann = server.client("ann");
        TestClient bob = server.client("bob");
        TestClient cid = server.client("cid");
        ann.emit("join", "{}");
        bob.emit("join", "{}");
        probeOf(ann);
        probeOf(bob);
        cid.emit("join", "{}");
        cid.await("waiting_room");

        server.close();

        assertThat(ann.await("probe_cancel").path("reason").asText()).isEqualTo("shutdown");
        assertThat(bob.await("waiting_room_closed").path("reason").asText()).isEqualTo("shutdown");
        assertThat(cid.await("waiting_room_closed").path("reason").asText()).isEqualTo("shutdown");
        cid.await("disconnect");
        cid.awaitClosed();
    }

    @Test
    void unknownEventsAreRefusedAndNothingElse() {
        TestClient ann = server.client("ann");
        ann.emit("my_own_event", "{\"a\":1}");

        assertThat(ann.await("refused").toString())
                .isEqualTo("{\"event\":\"my_own_event\",\"type\":\"unknown-event\"}");
        ann.emit("join", "{}");
        ann.await("waiting_room");
    }

    @Test
    void oldPageNamesItselfAndWhatItSaidBeforeIsHeld() {
        TestClient ann = TestClient.open(server.port(), "", builder -> builder).connected();
        ann.emit("join", "{}");
        ann.emit("register_subject", "{\"subject_id\":\"ann\"}");

        assertThat(ann.await("waiting_room").path("waiting").asInt()).isEqualTo(1);
    }
}
