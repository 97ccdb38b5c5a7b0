package dev.sonde.sim.lab;

import dev.sonde.sim.network.Measurement;
import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.packet.PacketSettings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Flow detail held against packet detail: the same people on the same paths, and how far the
 * distributions of success, time to open and measured RTT are apart.
 */
public final class DetailTable {

    /** One point of the grid. */
    public record Point(
            int rttMillis, int lossPercent, NatBehavior ann, NatBehavior bob, boolean turn) {

        @Override
        public String toString() {
            return rttMillis + " ms, " + lossPercent + " % loss, " + NatTable.name(ann) + " to "
                    + NatTable.name(bob) + (turn ? ", TURN" : "");
        }
    }

    /** What came of many connections; times are -1 if none opened. */
    public record Figures(int opened, int of, long open50Nanos, long open90Nanos, long rttNanos) {

        /** Share that opened, in whole percent. */
        public int percent() {
            return (100 * opened + of / 2) / of;
        }
    }

    /** One row of the table. */
    public record Row(Point point, Figures flow, Figures packets) {

        /** How far the shares that opened are apart, in points. */
        public int successPoints() {
            return Math.abs(flow.percent() - packets.percent());
        }

        public boolean isWithinBounds() {
            boolean rare = flow.opened < flow.of / 10 || packets.opened < packets.of / 10;
            return successPoints() <= SUCCESS_POINTS && (rare || (timesAgree() && rttsAgree()));
        }

        private boolean timesAgree() {
            return near(flow.open50Nanos, packets.open50Nanos, OPEN50_PERCENT, OPEN_SLACK_NANOS)
                    && near(
                            flow.open90Nanos,
                            packets.open90Nanos,
                            open90Percent(),
                            OPEN_SLACK_NANOS);
        }

        private int open90Percent() {
            return point.lossPercent == 0 ? OPEN50_PERCENT : OPEN90_PERCENT;
        }

        private boolean rttsAgree() {
            return near(flow.rttNanos, packets.rttNanos, RTT_PERCENT, RTT_SLACK_NANOS);
        }

        private static boolean near(long one, long other, int percent, long slackNanos) {
            return Math.abs(one - other) <= Math.max(slackNanos, other / 100 * percent);
        }
    }

    /** Shares that opened differ by at most so many points. */
    public static final int SUCCESS_POINTS = 10;

    /** Medians of the time to open differ by at most this, or {@link #OPEN_SLACK_NANOS}. */
    public static final int OPEN50_PERCENT = 20;

    /** So do 90 % quantiles where nothing is lost; else by this: they are a few timers apart. */
    public static final int OPEN90_PERCENT = 40;

    public static final long OPEN_SLACK_NANOS = 60 * Places.MILLI;

    /** Medians of the median RTT differ by at most this, or {@link #RTT_SLACK_NANOS}. */
    public static final int RTT_PERCENT = 3;

    public static final long RTT_SLACK_NANOS = 2 * Places.MILLI;

    private static final long LIMIT_NANOS = 30_000 * Places.MILLI;
    private static final long CONNECT_NANOS = 10_000 * Places.MILLI;
    private static final long SERVER_RTT_NANOS = 40 * Places.MILLI;

    private final PacketSettings settings;
    private final int seeds;

    /** @param seeds how many connections each row is made of, at each detail */
    public DetailTable(PacketSettings settings, int seeds) {
        this.settings = settings;
        this.seeds = seeds;
    }

    /** RTT 5 to 400 ms, loss 0 to 20 %, three pairs of NATs, TURN or not. */
    public static List<Point> grid() {
        NatBehavior cone = NatBehavior.PORT_RESTRICTED;
        NatBehavior symmetric = NatBehavior.SYMMETRIC;
        NatBehavior[][] pairs = {
            {NatBehavior.NONE, NatBehavior.NONE}, {cone, cone}, {symmetric, cone}
        };
        List<Point> points = new ArrayList<>();
        for (int rtt : new int[] {5, 50, 150, 400}) {
            for (int loss : new int[] {0, 1, 5, 20}) {
                for (NatBehavior[] pair : pairs) {
                    points.add(new Point(rtt, loss, pair[0], pair[1], false));
                    points.add(new Point(rtt, loss, pair[0], pair[1], true));
                }
            }
        }
        return points;
    }

    public Row row(Point point) {
        return new Row(point, figures(point, true), figures(point, false));
    }

    private Figures figures(Point point, boolean flow) {
        Duet.Setting setting = setting(point);
        long[] opens = new long[seeds];
        long[] rtts = new long[seeds];
        int opened = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            Duet duet = flow ? Duet.flow(setting, seed) : Duet.packets(setting, seed, settings);
            duet.run();
            long open = Math.max(duet.ann().openNanos(), duet.bob().openNanos());
            if (duet.isOpen() && open <= CONNECT_NANOS) {
                opens[opened] = open;
                rtts[opened++] = medianRtt(duet.ann().pings());
            }
        }
        if (opened == 0) {
            return new Figures(0, seeds, -1, -1, -1);
        }
        long[] sortedOpens = Arrays.copyOf(opens, opened);
        long[] sortedRtts =
                Arrays.stream(rtts, 0, opened).filter(rtt -> rtt >= 0).toArray();
        Arrays.sort(sortedOpens);
        Arrays.sort(sortedRtts);
        return new Figures(
                opened,
                seeds,
                Places.quantile(sortedOpens, 50),
                Places.quantile(sortedOpens, 90),
                sortedRtts.length == 0 ? -1 : Places.quantile(sortedRtts, 50));
    }

    private static long medianRtt(List<Measurement.Ping> pings) {
        long[] seen = pings.stream()
                .mapToLong(Measurement.Ping::trueRttNanos)
                .filter(rtt -> rtt >= 0)
                .sorted()
                .toArray();
        return seen.length == 0 ? -1 : Places.quantile(seen, 50);
    }

    /** Half of the path is each one's own way to the TURN server, so a relay is no detour. */
    private static Duet.Setting setting(Point point) {
        long rtt = point.rttMillis * Places.MILLI;
        String link = point.lossPercent == 0 ? "" : "loss " + oneWay(point.lossPercent);
        return new Duet.Setting(
                Places.at("ann", link, rtt / 2, point.ann),
                Places.at("bob", link, rtt / 2, point.bob),
                point.turn,
                point.turn,
                rtt,
                20 * Places.MILLI,
                SERVER_RTT_NANOS,
                SERVER_RTT_NANOS,
                LIMIT_NANOS,
                false);
    }

    /** Two links lose what one path is said to lose. */
    private static String oneWay(int percent) {
        return switch (percent) {
            case 1 -> "0.5%";
            case 5 -> "2.53%";
            case 20 -> "10.56%";
            default -> throw new IllegalArgumentException("no such loss in the grid: " + percent);
        };
    }

    /** The table for people to read; rows out of bounds end with an exclamation mark. */
    public static String text(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        text.append(line("", "opened %", "open p50 ms", "open p90 ms", "RTT ms"));
        text.append(line("", "flow packet", "flow packet", "flow packet", "flow packet"));
        for (Row row : rows) {
            Figures flow = row.flow;
            Figures packets = row.packets;
            String columns = line(
                    row.point.toString(),
                    two(flow.percent(), packets.percent()),
                    two(millis(flow.open50Nanos), millis(packets.open50Nanos)),
                    two(millis(flow.open90Nanos), millis(packets.open90Nanos)),
                    two(millis(flow.rttNanos), millis(packets.rttNanos)));
            text.append(columns.stripTrailing()).append(row.isWithinBounds() ? "\n" : "  !\n");
        }
        return text.toString();
    }

    private static long millis(long nanos) {
        return nanos < 0 ? -1 : (nanos + Places.MILLI / 2) / Places.MILLI;
    }

    private static String two(long flow, long packets) {
        String one = flow < 0 ? "-" : Long.toString(flow);
        String other = packets < 0 ? "-" : Long.toString(packets);
        return " ".repeat(Math.max(0, 5 - one.length()))
                + one
                + " ".repeat(Math.max(0, 6 - other.length()))
                + other;
    }

    private static String line(String... columns) {
        StringBuilder text = new StringBuilder(columns[0]);
        text.append(" ".repeat(Math.max(1, 50 - columns[0].length())));
        for (int i = 1; i < columns.length; i++) {
            text.append(columns[i]).append(" ".repeat(Math.max(1, 14 - columns[i].length())));
        }
        return text.append(columns[1].startsWith(" ") ? "" : "\n").toString();
    }
}
