package dev.sonde.server.load;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

import java.util.List;
import java.util.Locale;

/** What an attacker does with a connection, again and again. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
public enum Attack {
    /** As many small events as fit. */
    FLOOD {
        @Override
        void strike(Channel channel, int round) {
            for (int i = 0; i < 100 && channel.isWritable(); i++) {
                say(channel, "42[\"noise\",{}]");
            }
        }
    },
    /** Headers of many digits, which take long to read. */
    DIGITS {
        @Override
        void strike(Channel channel, int round) {
            if (round % 20 == 0) {
                say(channel, "42" + "9".repeat(60_000) + "[\"leave\",{}]");
            }
        }
    },
    /** What is almost a packet, each time another one. */
    MALFORMED {
        @Override
        void strike(Channel channel, int round) {
            List<String> shapes = SHAPES;
            String shape = shapes.get(round % shapes.size());
            if (round % 7 == 3) {
                channel.write(new BinaryWebSocketFrame(channel.alloc().buffer().writeInt(round)));
            }
            say(channel, shape.replace("#", Integer.toString(round)));
        }
    },
    /** Comes, joins and goes. */
    STORM {
        @Override
        void strike(Channel channel, int round) {
            say(channel, "42[\"join\",{}]");
            channel.close();
        }
    };

    private static final List<String> SHAPES = List.of(
            "4",
            "5",
            "9",
            "42",
            "42[",
            "42[]",
            "42[\"",
            "42{}",
            "42[#,{}]",
            "42[\"probe_ready\"]",
            "42[\"probe_ready\",null]",
            "42[\"probe_ready\",{\"probe_session_id\":#}]",
            "42[\"probe_ready\",{\"probe_session_id\":\"probe_#\"}]",
            "42[\"probe_signal\",{\"probe_session_id\":\"x\",\"payload\":[[[[[[]]]]]]}]",
            "42[\"probe_result\",{\"probe_session_id\":\"x\",\"rtt_ms\":1e999,\"success\":true}]",
            "42[\"join\",{\"group_history\":\"#\"}]",
            "42[\"join\",{\"server_rtt_ms\":-#}]",
            "42/admin,[\"join\",{}]",
            "42#[\"unheard-of\",{}]",
            "43#[]",
            "451-[\"join\",{\"_placeholder\":true,\"num\":0}]",
            "40/other,",
            "44{}",
            "42[\"\u001b[31m\",\"\u2028\"]");

    abstract void strike(Channel channel, int round);

    /** The name on the command line. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static void say(Channel channel, String text) {
        channel.writeAndFlush(new TextWebSocketFrame(text), channel.voidPromise());
    }
}
