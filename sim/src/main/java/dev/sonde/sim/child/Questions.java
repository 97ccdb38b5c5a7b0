package dev.sonde.sim.child;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ClientMessageCodec;

/** Inputs as lines. */
final class Questions {

    private Questions() {}

    static ObjectNode write(long nowNanos, Input input) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("at", nowNanos);
        if (input instanceof Input.Connect connect) {
            line.put("in", "connect")
                    .put("socket", connect.socket().value())
                    .put("subject", connect.subject().value())
                    .put("instance", connect.instance().value());
        } else if (input instanceof Input.Disconnect gone) {
            line.put("in", "disconnect").put("socket", gone.socket().value());
        } else if (input instanceof Input.Heard heard) {
            line.put("in", "heard").put("socket", heard.socket().value());
        } else if (input instanceof Input.Receive receive) {
            line.put("socket", receive.socket().value());
            message(line, receive.message());
        } else {
            line.put("in", input instanceof Input.Shutdown ? "shutdown" : "wake");
        }
        return line;
    }

    private static void message(ObjectNode line, ClientMessage message) {
        if (message instanceof ClientMessage.Unreadable unreadable) {
            line.put("in", "unreadable")
                    .put("event", unreadable.event())
                    .put("reason", unreadable.reason().wireName());
        } else {
            line.put("in", "message")
                    .put("event", message.event())
                    .set("payload", ClientMessageCodec.write(message));
        }
    }
}
