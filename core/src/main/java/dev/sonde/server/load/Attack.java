package dev.sonde.server.load;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

import java.util.List;
import java.util.Locale;

/** What attackers do, again and again. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
public enum Attack {
    /** Speaks of probes whose ids it guesses. */
    GUESS(1, false) {
        @Override
        void strike(Channel channel, int round, Crowd crowd) {
            String real = crowd.last().probe();
            for (int i = 0; i < AT_ONCE && channel.isWritable(); i++) {
                int at = real.length() - 1 - (round + i) % Math.max(1, real.length() - 6);
                String other = real.charAt(at) == 'a' ? "b" : "a";
                String id = real.substring(0, at) + other + real.substring(at + 1);
                say(
                        channel,
                        ofProbe(EVENTS.get(i % EVENTS.size()), id, crowd.last().member()));
            }
        }
    },
    /** Speaks of probes of other people, whose ids it has overheard. */
    SPOOF(2, false) {
        @Override
        void strike(Channel channel, int round, Crowd crowd) {
            Crowd.Overheard known = crowd.last();
            for (String event : EVENTS) {
                say(channel, ofProbe(event, known.probe(), known.member()));
            }
        }
    },
    /** Is probed with others of its kind, and reports what cannot be. */
    FORGE(4, true) {
        @Override
        ChannelHandler newcomer(Crowd crowd, Tally theirs, String name, int probeMillis) {
            return new Forger(crowd, theirs, name, probeMillis);
        }
    },
    /** Is probed with others of its kind, and says everything several times. */
    REPLAY(4, true) {
        @Override
        ChannelHandler newcomer(Crowd crowd, Tally theirs, String name, int probeMillis) {
            return new Repeater(crowd, theirs, name, probeMillis);
        }
    },
    /** As many small events as fit. */
    FLOOD(1, false) {
        @Override
        void strike(Channel channel, int round, Crowd crowd) {
            for (int i = 0; i < AT_ONCE && channel.isWritable(); i++) {
                say(channel, "42[\"noise\",{}]");
            }
        }
    },
    /** Is probed with others of its kind; one sends without end, the other one does not read. */
    SLOW(2, true) {
        @Override
        ChannelHandler newcomer(Crowd crowd, Tally theirs, String name, int probeMillis) {
            return new Gusher(crowd, theirs, name, probeMillis);
        }
    },
    /** Headers of many digits, which take long to read. */
    DIGITS(1, false) {
        @Override
        void strike(Channel channel, int round, Crowd crowd) {
            if (round % 100 == 0) {
                say(channel, "42" + "9".repeat(60_000) + "[\"leave\",{}]");
            }
        }
    },
    /** What is almost a packet, each time another one. */
    MALFORMED(5, false) {
        @Override
        void strike(Channel channel, int round, Crowd crowd) {
            List<String> shapes = SHAPES;
            String shape = shapes.get(round % shapes.size());
            if (round % 7 == 3) {
                channel.write(new BinaryWebSocketFrame(channel.alloc().buffer().writeInt(round)));
            }
            say(channel, shape.replace("#", Integer.toString(round)));
        }
    },
    /** Comes, joins and goes: each of them some 40 times a second, so 5 000 times in 10 s. */
    STORM(15, true) {
        @Override
        void strike(Channel channel, int round, Crowd crowd) {
            say(channel, "42[\"join\",{}]");
            channel.flush();
            channel.close();
        }
    };

    /** What the names of all attackers begin with. */
    static final String NAME = "attacker-";

    private static final int AT_ONCE = 100;

    private static final List<String> EVENTS =
            List.of("probe_ready", "probe_connected", "probe_signal", "probe_result");

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

    private final int attackers;
    private final boolean hasOwnPool;

    Attack(int attackers, boolean hasOwnPool) {
        this.attackers = attackers;
        this.hasOwnPool = hasOwnPool;
    }

    /** How many it takes. */
    public int attackers() {
        return attackers;
    }

    /**
     * True if they wait to be probed: among their own kind, or honest probes would fail by them.
     */
    boolean hasOwnPool() {
        return hasOwnPool;
    }

    /** One more attacker's end of a connection. */
    ChannelHandler newcomer(Crowd crowd, Tally theirs, String name, int probeMillis) {
        return new Intruder();
    }

    /** Called each 10 ms for each attacker who is in, on the channel's own thread. */
    void strike(Channel channel, int round, Crowd crowd) {
        // Those who are in probes act when they are told to.
    }

    /** The name on the command line. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String ofProbe(String event, String probe, String member) {
        return "42[\"" + event + "\",{\"probe_session_id\":\"" + probe
                + "\",\"target_subject_id\":\"" + member
                + "\",\"type\":\"ice-candidate\",\"payload\":{\"at\":0},\"rtt_ms\":1,"
                + "\"success\":true}]";
    }

    private static void say(Channel channel, String text) {
        channel.write(new TextWebSocketFrame(text), channel.voidPromise());
    }
}
