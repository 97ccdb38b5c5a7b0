package dev.sonde.bench.sockets;

import dev.sonde.bench.rounds.Rounds;
import dev.sonde.bench.rounds.Sample;

import java.io.IOException;

/**
 * The CPU that a server takes for each message that it relays: ten pairs of clients, ten messages
 * of each under way. The arguments say which server: {@link PeerProcess#start}.
 */
public final class Relay {

    private static final int PAIRS = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    private Relay() {}

    /** Measures until the input ends. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (PeerProcess server = PeerProcess.start(args)) {
            Talkers talkers = new Talkers(server.port(), args[0].equals(PeerProcess.SONDE));
            talkers.open(2 * PAIRS, true);
            Rounds.answer("", millis -> round(server, talkers, millis));
        } catch (PeerException e) {
            Rounds.missing(String.valueOf(e.getMessage()));
        }
        // Their threads would go on.
        System.exit(0);
    }

    private static Sample round(PeerProcess server, Talkers talkers, long millis)
            throws IOException, InterruptedException {
        double cpu = server.cpuSeconds();
        long heard = talkers.heard();
        talkers.talk();
        Thread.sleep(millis);
        talkers.fallSilent();
        double nanos = NANOS_PER_SECOND * (server.cpuSeconds() - cpu);
        return new Sample(nanos / Math.max(1, talkers.heard() - heard), Double.NaN, Double.NaN);
    }
}
