package dev.sonde.sim.network.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.network.nat.Endpoint;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a TURN server relays, held against a memory of all that was ever granted. */
class TurnLawsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int CLIENTS = 3;
    private static final int PEERS = 3;

    private enum What {
        ALLOCATE,
        PERMIT,
        REFRESH,
        RELEASE
    }

    /** One request, some time after the one before; its credentials end so long after it. */
    private record Request(
            What what, int client, int peer, long afterNanos, long credentialsNanos) {}

    /** Decides whether a datagram is relayed, as {@link TurnServer#passes} does. */
    private interface Door {

        boolean passes(long nowNanos, long relayed, long peer);
    }

    /** Which door a server has; a broken one is put in front of it. */
    private interface Doors {

        Door of(TurnServer server);
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, CLIENTS - 1),
                        Arbitraries.integers().between(0, PEERS - 1),
                        Arbitraries.longs().between(0, 200 * SECOND),
                        Arbitraries.longs().between(-SECOND, 100 * SECOND))
                .as(Request::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    /** Goal: a permission, and nothing else, lets an address in, for as long as it lasts. */
    @Property(tries = 300)
    void nothingIsRelayedThatNoPermissionAllowsAndEverythingElseIs(
            @ForAll("requests") List<Request> requests) {
        assertThat(differences(requests, server -> server::passes)).isEmpty();
    }

    /** Goal: the law notices a server that relays for everybody who has an allocation. */
    @Example
    void theLawFailsOnAnOpenRelay() {
        List<Request> one = List.of(new Request(What.ALLOCATE, 0, 0, 0, SECOND));

        assertThat(differences(
                        one,
                        server ->
                                (now, relayed, peer) -> server.clientOf(relayed) != Endpoint.NONE))
                .isNotEmpty();
    }

    /** Goal: the law notices a server that forgets that permissions end. */
    @Example
    void theLawFailsOnPermissionsThatNeverEnd() {
        List<Request> requests = List.of(
                new Request(What.ALLOCATE, 0, 0, 0, SECOND),
                new Request(What.PERMIT, 0, 1, SECOND, SECOND),
                new Request(What.REFRESH, 0, 0, 200 * SECOND, SECOND),
                new Request(What.REFRESH, 0, 0, 200 * SECOND, SECOND));
        Doors forgetful = server -> {
            Set<List<Long>> let = new LinkedHashSet<>();
            return (now, relayed, peer) -> {
                if (server.passes(now, relayed, peer)) {
                    let.add(List.of(relayed, peer));
                }
                return let.contains(List.of(relayed, peer));
            };
        };

        assertThat(differences(requests, server -> server::passes)).isEmpty();
        assertThat(differences(requests, forgetful)).isNotEmpty();
    }

    /** Goal: the law notices a server that asks for the port, which permissions are not about. */
    @Example
    void theLawFailsOnPermissionsByPort() {
        List<Request> requests = List.of(
                new Request(What.ALLOCATE, 0, 0, 0, SECOND),
                new Request(What.PERMIT, 0, 1, SECOND, SECOND));

        assertThat(differences(
                        requests,
                        server -> (now, relayed, peer) ->
                                server.passes(now, relayed, peer) && Endpoint.port(peer) == 1_000))
                .isNotEmpty();
    }

    /** What a door says after each request that a plain memory does not say. */
    private static List<String> differences(List<Request> requests, Doors doors) {
        TurnServer server = new TurnServer(ServerTable.TABLE.newVisits());
        Door door = doors.of(server);
        Memory memory = new Memory();
        List<String> differences = new ArrayList<>();
        long now = 1;
        for (int i = 0; i < requests.size(); i++) {
            Request request = requests.get(i);
            now += request.afterNanos;
            perform(server, request, i, now);
            memory.perform(request, now);
            for (int client = 0; client < CLIENTS; client++) {
                long relayed = server.relayedOf(client(client));
                for (int peer = 0; peer < PEERS; peer++) {
                    for (int port = 1_000; port < 1_002; port++) {
                        boolean passes = door.passes(now, relayed, peer(peer, port));
                        if (passes != memory.allows(client, peer, now)) {
                            differences.add(request + " at " + now + ": client " + client
                                    + ", peer " + peer + ":" + port + " passes " + passes);
                        }
                    }
                }
            }
        }
        return differences;
    }

    private static void perform(TurnServer server, Request request, int number, long now) {
        long client = client(request.client);
        long until = now + request.credentialsNanos;
        switch (request.what) {
            case ALLOCATE -> server.allocate(now, client, number, until);
            case PERMIT -> server.permit(now, client, peer(request.peer, 1_000), until);
            case REFRESH -> server.refresh(now, client, false, until);
            case RELEASE -> server.refresh(now, client, true, until);
        }
    }

    private static long client(int number) {
        return Endpoint.of(Endpoint.PUBLIC + number, 50_000);
    }

    private static long peer(int number, int port) {
        return Endpoint.of(Endpoint.PUBLIC + 100 + number, port);
    }

    /** Until when each allocation and permission stands; RFC 8656: 600 s and 300 s. */
    private static final class Memory {

        private final Map<Integer, Long> allocated = new LinkedHashMap<>();
        private final Map<List<Integer>, Long> permitted = new LinkedHashMap<>();

        void perform(Request request, long now) {
            if (request.credentialsNanos <= 0) {
                return;
            }
            int client = request.client;
            boolean lives = now < allocated.getOrDefault(client, 0L);
            if (request.what == What.ALLOCATE && !lives) {
                permitted.keySet().removeIf(key -> key.get(0) == client);
                allocated.put(client, now + 600 * SECOND);
            } else if (request.what == What.PERMIT && lives) {
                permitted.put(List.of(client, request.peer), now + 300 * SECOND);
            } else if (request.what == What.REFRESH && lives) {
                allocated.put(client, now + 600 * SECOND);
            } else if (request.what == What.RELEASE) {
                allocated.remove(client);
            }
        }

        boolean allows(int client, int peer, long now) {
            return now < allocated.getOrDefault(client, 0L)
                    && now < permitted.getOrDefault(List.of(client, peer), 0L);
        }
    }
}
