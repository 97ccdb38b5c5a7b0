package dev.sonde.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

import java.nio.charset.StandardCharsets;

/** Plain HTTP answers. Each closes its connection: nobody here asks twice in a hurry. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
final class Answers {

    static final String JSON = "application/json";

    private static final String POLICY = "default-src 'self'; connect-src 'self' ws: wss:;"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private Answers() {}

    static void text(ChannelHandlerContext ctx, int status, String type, String text) {
        bytes(ctx, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    static void bytes(ChannelHandlerContext ctx, int status, String type, byte[] body) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(status),
                Unpooled.wrappedBuffer(body));
        head(response.headers(), type);
        response.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        ctx.channel().writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    static void denial(ChannelHandlerContext ctx, Denial denial) {
        text(
                ctx,
                denial.status,
                JSON,
                "{\"code\":\"" + denial.wireName + "\",\"message\":\"" + denial.sentence + "\"}");
    }

    static void head(HttpHeaders headers, String type) {
        headers.set(HttpHeaderNames.CONTENT_TYPE, type)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("Content-Security-Policy", POLICY)
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer");
    }
}
