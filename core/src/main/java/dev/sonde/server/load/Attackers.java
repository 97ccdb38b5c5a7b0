package dev.sonde.server.load;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;

import java.util.LinkedHashMap;
import java.util.Map;

/** Those who attack: for each whose connection is ended another one comes at once. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
final class Attackers {

    /** Opens a connection for whoever stands behind this handler, under this name. */
    interface Door {
        Channel open(String name, String pool, ChannelHandler client);
    }

    /** Several of their own probes in a slice. */
    private static final int PROBE_MILLIS = 200;

    private final Plan plan;
    private final Attack attack;
    private final Crowd crowd;
    private final Tally tally;
    private final Door door;

    /** Open connections, with the instants at which they were begun. */
    private final Map<Channel, Long> open = new LinkedHashMap<>();

    private int names;
    private int rounds;
    private long cut;
    private long longestNanos;

    Attackers(Plan plan, Attack attack, Crowd crowd, Tally tally, Door door) {
        this.plan = plan;
        this.attack = attack;
        this.crowd = crowd;
        this.tally = tally;
        this.door = door;
    }

    /** Each of them strikes once; who was cut comes back first. */
    void strike() {
        bury();
        while (open.size() < plan.attackers()) {
            names++;
            String name = Attack.NAME + names;
            String pool = attack.hasOwnPool() ? LoadServer.THEIRS : LoadServer.POOL;
            ChannelHandler newcomer = attack.newcomer(crowd, tally, name, PROBE_MILLIS);
            open.put(door.open(name, pool, newcomer), System.nanoTime());
        }
        int round = rounds++;
        open.keySet()
                .forEach(channel -> channel.eventLoop().execute(() -> {
                    Intruder intruder = channel.pipeline().get(Intruder.class);
                    if (intruder != null && intruder.isIn() && channel.isActive()) {
                        attack.strike(channel, round, crowd);
                        // In one write: attackers cost little, and what they send comes in one
                        // piece.
                        channel.flush();
                    }
                }));
    }

    /** They all go. */
    void leave() {
        bury();
        long now = System.nanoTime();
        open.values().forEach(since -> longestNanos = Math.max(longestNanos, now - since));
        open.keySet().forEach(Channel::close);
        open.clear();
    }

    /** Counts those whose connections the server has ended. */
    private void bury() {
        long now = System.nanoTime();
        open.entrySet().removeIf(attacker -> {
            boolean isOver = attacker.getKey().closeFuture().isDone();
            if (isOver) {
                cut++;
                longestNanos = Math.max(longestNanos, now - attacker.getValue());
            }
            return isOver;
        });
    }

    /** Connections that the server ended. */
    long cut() {
        return cut;
    }

    /** How long the longest-lived connection was open. */
    double longestMillis() {
        return longestNanos / 1e6;
    }
}
