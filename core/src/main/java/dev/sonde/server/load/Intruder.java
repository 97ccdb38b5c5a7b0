package dev.sonde.server.load;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/** Says connect, and then leaves the connection to an attack that knows no manners. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
final class Intruder extends ChannelInboundHandlerAdapter {

    private boolean isIn;

    /** True once the server listens to what it says. */
    boolean isIn() {
        return isIn;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (msg instanceof TextWebSocketFrame frame && frame.text().startsWith("0")) {
            ctx.writeAndFlush(new TextWebSocketFrame("40"), ctx.voidPromise());
            isIn = true;
        }
        ReferenceCountUtil.release(msg);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
