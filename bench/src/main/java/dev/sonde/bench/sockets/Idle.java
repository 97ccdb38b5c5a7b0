package dev.sonde.bench.sockets;

import dev.sonde.bench.rounds.Rounds;
import dev.sonde.bench.rounds.Sample;

import java.io.IOException;

/**
 * The memory that each of many connections takes that say nothing: by how much more is resident in
 * the server, which is a new one for each round. Arguments are how many, and which server.
 */
public final class Idle {

    /** They come before, so that classes and first buffers are not counted. */
    private static final int FIRST = 300;

    /** Little room for what is new, so that what is dead by now is not counted. */
    private static final String SMALL = "-Xmn4m";

    private Idle() {}

    /** Measures until the input ends. */
    public static void main(String[] args) throws IOException {
        int connections = Integer.parseInt(args[0]);
        Rounds.answer("", millis -> round(connections, args[1]));
        System.exit(0);
    }

    private static Sample round(int connections, String which)
            throws IOException, InterruptedException, PeerException {
        try (PeerProcess server = PeerProcess.java(which, SMALL)) {
            Talkers idlers = new Talkers(server.port(), false);
            idlers.open(FIRST, false);
            long before = server.residentBytes();
            idlers.open(connections, false);
            double bytes = server.residentBytes() - before;
            return new Sample(Double.NaN, Double.NaN, bytes / connections);
        }
    }
}
