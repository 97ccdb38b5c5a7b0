package dev.sonde.sim.lab;

import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.packet.PacketSettings;

import java.util.Arrays;
import java.util.List;

/**
 * Median time from the server's {@code probe_start} to the open channel, by how far the two are
 * from the server and from each other. No loss, no NAT, no TURN; each machine takes 20 to 200 ms.
 */
public final class OpenTimes {

    private static final long LIMIT_NANOS = 30_000 * Places.MILLI;

    private final PacketSettings settings;
    private final int seeds;

    /** @param seeds how many connections each median is taken over */
    public OpenTimes(PacketSettings settings, int seeds) {
        this.settings = settings;
        this.seeds = seeds;
    }

    /**
     * The grid as CSV. Columns: both round trips to the server, the one between the two, and the
     * medians of when the offerer, the answerer, and both of them are open; all in milliseconds.
     */
    public String csv(List<Integer> serverRttMillis, List<Integer> peerRttMillis) {
        StringBuilder text = new StringBuilder("server_rtt_a_ms,server_rtt_b_ms,peer_rtt_ms,"
                + "open_offerer_ms,open_answerer_ms,open_both_ms\n");
        for (int a : serverRttMillis) {
            for (int b : serverRttMillis) {
                for (int peer : peerRttMillis) {
                    text.append(a).append(',').append(b).append(',').append(peer);
                    for (long nanos : medians(a, b, peer)) {
                        text.append(',').append(millis(nanos));
                    }
                    text.append('\n');
                }
            }
        }
        return text.toString();
    }

    private long[] medians(int a, int b, int peer) {
        long[] offerer = new long[seeds];
        long[] answerer = new long[seeds];
        long[] both = new long[seeds];
        Duet.Setting setting = new Duet.Setting(
                Places.at("ann", "", a * Places.MILLI, NatBehavior.NONE),
                Places.at("bob", "", b * Places.MILLI, NatBehavior.NONE),
                false,
                false,
                peer * Places.MILLI,
                0,
                a * Places.MILLI,
                b * Places.MILLI,
                LIMIT_NANOS,
                false);
        for (int seed = 0; seed < seeds; seed++) {
            Duet duet = Duet.packets(setting, seed + 1L, settings).run();
            offerer[seed] = duet.ann().openNanos();
            answerer[seed] = duet.bob().openNanos();
            both[seed] = Math.max(offerer[seed], answerer[seed]);
        }
        return new long[] {median(offerer), median(answerer), median(both)};
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return Places.quantile(values, 50);
    }

    /** With one decimal. */
    private static String millis(long nanos) {
        long tenths = (nanos + Places.MILLI / 20) / (Places.MILLI / 10);
        return tenths / 10 + "." + tenths % 10;
    }
}
