package dev.sonde.server.load;

import io.netty.channel.ChannelHandlerContext;

import java.util.ArrayList;
import java.util.List;

/** A member of probes who says everything several times, and all of it again after the end. */
final class Repeater extends LoadClient {

    private static final int MOST_TIMES = 5;

    private final List<String> said = new ArrayList<>();
    private int count;

    Repeater(Crowd crowd, Tally tally, String subject, int probeMillis) {
        super(crowd, tally, subject, true, probeMillis);
    }

    @Override
    void say(ChannelHandlerContext ctx, String packet) {
        boolean isEvent = packet.startsWith("42");
        boolean isShort = packet.length() < 1_000;
        if (packet.startsWith("42[\"join\"")) {
            said.forEach(old -> super.say(ctx, old));
            said.clear();
        } else if (isEvent && isShort) {
            said.add(packet);
        }
        int times = isEvent && isShort ? 1 + count++ % MOST_TIMES : 1;
        for (int i = 0; i < times; i++) {
            super.say(ctx, packet);
        }
    }
}
