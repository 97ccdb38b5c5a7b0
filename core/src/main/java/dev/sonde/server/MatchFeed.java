package dev.sonde.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sonde.lobby.Effect;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Matches for whoever starts the sessions: server-sent events (WHATWG HTML, 9.2) at
 * {@code /events}. Who comes back with the id of the last event that it has seen is sent what it
 * missed, as far as it is remembered.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
final class MatchFeed {

    private static final int REMEMBERED = 256;

    private record Event(long id, String text) {}

    private final Collection<Channel> followers = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<Event> recent = new ArrayDeque<>();
    private long lastId;

    /** What a pool says goes to the followers, and as JSON to {@code alsoTo}. */
    PoolListener ofPool(String pool, Consumer<String> alsoTo) {
        return (nowNanos, effect) -> {
            ObjectNode event = describe(pool, effect);
            if (event != null) {
                publish(event.path("event").asText(), event.toString());
                alsoTo.accept(event.toString());
            }
        };
    }

    private static @Nullable ObjectNode describe(String pool, Effect effect) {
        if (effect instanceof Effect.MatchFormed formed) {
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            event.put("event", "match_found").put("pool", pool);
            event.put("match_id", formed.match().text());
            ArrayNode members = event.putArray("members");
            formed.members().forEach(member -> members.add(member.value()));
            ArrayNode pairs = event.putArray("pairs");
            for (Effect.PairRtt pair : formed.pairs()) {
                pairs.addObject()
                        .put("a", pair.subjectA().value())
                        .put("b", pair.subjectB().value())
                        .put("rtt_ms", pair.rttMillis());
            }
            return event;
        }
        if (effect instanceof Effect.MatchFinal settled) {
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            event.put("event", "match_final").put("pool", pool);
            return event.put("match_id", settled.match().text());
        }
        if (effect instanceof Effect.MatchCancelled cancelled) {
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            event.put("event", "match_cancelled").put("pool", pool);
            event.put("match_id", cancelled.match().text());
            return event.put("reason", cancelled.reason());
        }
        return null;
    }

    private synchronized void publish(String name, String json) {
        lastId++;
        String text = "id: " + lastId + "\nevent: " + name + "\ndata: " + json + "\n\n";
        recent.add(new Event(lastId, text));
        if (recent.size() > REMEMBERED) {
            recent.remove();
        }
        followers.forEach(follower -> send(follower, text));
    }

    /** A slow follower is closed; it comes back with the id of what it saw last. */
    private static void send(Channel follower, String text) {
        if (!follower.isWritable()) {
            follower.close();
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        follower.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)));
    }

    /** @param lastSeen id of the last event that this follower has seen, null if none */
    synchronized void follow(ChannelHandlerContext ctx, @Nullable String lastSeen) {
        Channel channel = ctx.channel();
        HttpResponse response =
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        Answers.head(response.headers(), "text/event-stream");
        response.headers()
                .set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        channel.writeAndFlush(response);
        // So that a proxy passes on the headers at once.
        send(channel, ": matches follow\n\n");
        long seen = number(lastSeen);
        for (Event event : recent) {
            if (lastSeen != null && event.id > seen) {
                send(channel, event.text);
            }
        }
        followers.add(channel);
        channel.closeFuture().addListener(closed -> followers.remove(channel));
    }

    private static long number(@Nullable String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
