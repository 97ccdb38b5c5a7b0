package dev.sonde.sim.network.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.network.nat.Endpoint;
import dev.sonde.sim.network.transport.Dtls;
import dev.sonde.sim.network.transport.DtlsTable;
import dev.sonde.sim.network.transport.Sctp;
import dev.sonde.sim.network.transport.SctpInput;
import dev.sonde.sim.network.transport.SctpState;
import dev.sonde.sim.network.transport.SctpTable;
import dev.sonde.sim.network.transport.TransportTimers;
import dev.sonde.sim.network.turn.ClientState;
import dev.sonde.sim.network.turn.ClientTable;
import dev.sonde.sim.network.turn.ServerTable;
import dev.sonde.sim.network.turn.TurnClient;
import dev.sonde.sim.network.turn.TurnReply;
import dev.sonde.sim.network.turn.TurnServer;
import dev.sonde.transitions.Rule;
import dev.sonde.transitions.TransitionTable;
import dev.sonde.transitions.Visits;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Goal: no input in any order makes a machine throw, and every rule of its table that can come does
 * come. Each machine is fed inputs at random, always the same ones.
 */
class MachineCoverageTest {

    private static final long MILLI = 1_000_000;
    private static final long SEED = 4;

    private final Random random = new Random(SEED);

    @Test
    void everyRuleOfDtlsIsVisited() {
        Visits visits = DtlsTable.TABLE.newVisits();
        Dtls.Output output = new Dtls.Output() {
            @Override
            public void flight(int number) {}

            @Override
            public void secured() {}

            @Override
            public void dtlsFailed() {}
        };
        for (int life = 0; life < 3_000; life++) {
            Dtls dtls = new Dtls(random.nextBoolean(), TransportTimers.BROWSER, output, visits);
            long now = 0;
            for (int step = 0; step < 40; step++) {
                now += random.nextInt(3) * 700L * MILLI;
                switch (random.nextInt(18)) {
                    case 0 -> dtls.writable(now, 20 * MILLI);
                    case 1, 2, 3, 4 -> dtls.onFlight(now, 1 + random.nextInt(4));
                    case 5 -> {
                        if (random.nextInt(4) == 0) {
                            dtls.close();
                        }
                    }
                    default -> now = wake(now, dtls.nextDeadlineNanos(), dtls::wake);
                }
            }
        }

        assertThat(unvisited(DtlsTable.TABLE, visits)).isEmpty();
    }

    @Test
    void everyRuleOfSctpIsVisited() {
        Visits visits = SctpTable.TABLE.newVisits();
        Sctp.Output output = new Sctp.Output() {
            @Override
            public void chunk(SctpInput chunk) {}

            @Override
            public void opened() {}

            @Override
            public void aborted() {}
        };
        List<SctpInput> chunks = List.of(
                SctpInput.INIT,
                SctpInput.INIT_ACK,
                SctpInput.COOKIE_ECHO,
                SctpInput.COOKIE_ACK,
                SctpInput.CHANNEL_OPEN,
                SctpInput.CHANNEL_ACK,
                SctpInput.ABORT);
        for (int life = 0; life < 5_000; life++) {
            Sctp sctp = new Sctp(TransportTimers.BROWSER, output, visits);
            long now = 0;
            for (int step = 0; step < 20; step++) {
                boolean may = sctp.state() == SctpState.CLOSED || sctp.state() == SctpState.ABORTED;
                int dice = random.nextInt(10);
                if (dice == 0 && may) {
                    sctp.associate(now);
                } else if (dice == 1 && random.nextInt(5) == 0) {
                    sctp.close();
                } else if (dice < 5) {
                    sctp.onChunk(now, chunks.get(random.nextInt(random.nextInt(9) == 0 ? 7 : 6)));
                } else {
                    now = wake(now, sctp.nextDeadlineNanos(), sctp::wake);
                }
            }
        }

        assertThat(unvisited(SctpTable.TABLE, visits)).isEmpty();
    }

    @Test
    void everyRuleOfTheTurnServerIsVisited() {
        Visits visits = ServerTable.TABLE.newVisits();
        TurnServer server = new TurnServer(visits);
        long now = 1;
        for (int step = 0; step < 3_000; step++) {
            now += random.nextInt(200_000) * MILLI;
            long client = Endpoint.of(Endpoint.PUBLIC + random.nextInt(2), 5);
            long until = switch (random.nextInt(8)) {
                case 0 -> TurnServer.NO_CREDENTIALS;
                case 1 -> now - 1;
                default -> now + 1;
            };
            switch (random.nextInt(4)) {
                case 0 -> server.allocate(now, client, random.nextInt(2), until);
                case 1 -> server.refresh(now, client, random.nextInt(3) == 0, until);
                case 2 -> server.permit(now, client, Endpoint.of(Endpoint.PUBLIC + 9, 1), until);
                default -> server.relayedOf(client);
            }
        }

        assertThat(unvisited(ServerTable.TABLE, visits)).isEmpty();
    }

    @Test
    void everyRuleOfTheTurnClientIsVisited() {
        Visits visits = ClientTable.TABLE.newVisits();
        for (int life = 0; life < 4_000; life++) {
            liveTurnClient(visits);
        }

        // Each answer is taken once and for its own request, so these cannot be brought about from
        // outside; the table says what would be done.
        assertThat(unvisited(ClientTable.TABLE, visits)).allMatch(rule -> rule.contains("ignored"));
    }

    private void liveTurnClient(Visits visits) {
        List<Long> asked = new ArrayList<>();
        List<TurnClient.Request> requests = new ArrayList<>();
        TurnClient.Output output = new TurnClient.Output() {
            @Override
            public void request(
                    TurnClient.Request request, long number, long peer, boolean credentials) {
                asked.add(number);
                requests.add(request);
            }

            @Override
            public void release() {}

            @Override
            public void allocated(long relayed, long mapped) {}

            @Override
            public void failed(String why) {}

            @Override
            public void permitted(long peer, boolean granted) {}
        };
        TurnClient client = new TurnClient(
                new TurnClient.Timing(500 * MILLI, 8_000 * MILLI, 3, 1, random.nextInt(3)),
                output,
                visits);
        if (random.nextInt(20) > 0) {
            client.start(0);
        }
        long now = 0;
        for (int step = 0; step < 16; step++) {
            int dice = random.nextInt(12);
            if (dice == 0 && random.nextBoolean()) {
                client.close();
            } else if (dice == 1) {
                client.permit(now, Endpoint.of(Endpoint.PUBLIC + random.nextInt(3), 1));
            } else if (dice < 8 && !asked.isEmpty()) {
                int which = asked.size() - 1 - random.nextInt(Math.min(2, asked.size()));
                answer(client, now, asked.get(which), requests.get(which), step);
            } else {
                now = wake(now, client.nextDeadlineNanos(), client::wake);
            }
        }
    }

    private void answer(
            TurnClient client, long now, long number, TurnClient.Request request, int step) {
        boolean bare =
                request == TurnClient.Request.ALLOCATE && client.state() == ClientState.ASKING;
        if (request == TurnClient.Request.CONNECT) {
            client.onConnected(now, number);
        } else if (bare) {
            client.onReply(now, number, TurnReply.CHALLENGE, 0, 0);
        } else {
            TurnReply reply = random.nextInt(4) == 0 ? TurnReply.EXPIRED : TurnReply.GRANTED;
            client.onReply(now, number, reply, Endpoint.of(Endpoint.SERVER, 50_000 + step), 1);
        }
    }

    interface Wake {

        void at(long nowNanos);
    }

    static long wake(long now, long deadline, Wake machine) {
        long at = deadline == Long.MAX_VALUE ? now : Math.max(now, deadline);
        machine.at(at);
        return at;
    }

    static <S extends Enum<S>, I extends Enum<I>> List<String> unvisited(
            TransitionTable<S, I> table, Visits visits) {
        return table.pairs().stream()
                .filter(pair -> pair.rule().kind() != Rule.Kind.NEVER)
                .filter(pair -> !visits.contains(pair.rule()))
                .map(pair -> pair.input() + " in " + pair.state() + ": "
                        + (pair.rule().kind() == Rule.Kind.MOVES ? "moves" : "ignored"))
                .toList();
    }
}
