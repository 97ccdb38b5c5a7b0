package dev.sonde.server.load;

import io.netty.channel.ChannelHandlerContext;

import java.util.List;

/** A member of a probe who reports what cannot be, leaves, and comes back as somebody else. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
final class Forger extends LoadClient {

    private static final List<String> TIMES = List.of(
            "-1",
            "-0.001",
            "60000.001",
            "1e999",
            "-1e999",
            "1e308",
            "null",
            "\"12\"",
            "\"NaN\"",
            "true",
            "[]",
            "{}",
            "[20]",
            "9".repeat(120),
            "0.1e-99",
            "60001",
            "\"\\u0000\"",
            "NaN");

    private static final int GOODBYE_MILLIS = 50;

    private int next;

    Forger(Crowd crowd, Tally tally, String subject, int probeMillis) {
        super(crowd, tally, subject, true, probeMillis);
        this.next = subject.hashCode() & 0xff;
    }

    @Override
    void report(ChannelHandlerContext ctx, String about) {
        next++;
        report(ctx, about, TIMES.get(next % TIMES.size()), next % 3 == 0 ? "1" : "true");
        report(ctx, about, TIMES.get((next + 5) % TIMES.size()), "true");
        // Pairs that failed are left alone for a while, but whoever comes next is somebody new.
        later(ctx, GOODBYE_MILLIS, ctx::close);
    }
}
