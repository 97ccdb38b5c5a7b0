package dev.sonde.server.load;

import io.netty.channel.ChannelHandlerContext;

/** One of two in a probe: the one who offers sends without end, the other one stops reading. */
final class Gusher extends LoadClient {

    private static final String LARGE = "x".repeat(15_000);
    private static final int MOST_MESSAGES = 20_000;
    private static final int AT_ONCE = 20;

    private int sent;

    Gusher(Crowd crowd, Tally tally, String subject, int probeMillis) {
        super(crowd, tally, subject, true, probeMillis);
    }

    @Override
    void started(ChannelHandlerContext ctx, boolean offers) {
        if (offers) {
            gush(ctx);
        } else {
            ctx.channel().config().setAutoRead(false);
        }
    }

    /** As much as the server takes, up to 300 MB. */
    private void gush(ChannelHandlerContext ctx) {
        for (int i = 0; i < AT_ONCE && ctx.channel().isWritable() && sent < MOST_MESSAGES; i++) {
            sent++;
            signal(ctx, "ice-candidate", LARGE);
        }
        if (ctx.channel().isActive() && sent < MOST_MESSAGES) {
            later(ctx, 1, () -> gush(ctx));
        }
    }
}
