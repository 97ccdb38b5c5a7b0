package dev.sonde.sim.child;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ClientMessageCodec;

import java.io.IOException;

/** Inputs as lines. */
final class Questions {

    private Questions() {}

    static void write(long nowNanos, Input input, JsonGenerator line) throws IOException {
        line.writeNumberField("at", nowNanos);
        if (input instanceof Input.Connect connect) {
            line.writeStringField("in", "connect");
            line.writeNumberField("socket", connect.socket().value());
            line.writeStringField("subject", connect.subject().value());
            line.writeStringField("instance", connect.instance().value());
        } else if (input instanceof Input.Disconnect gone) {
            line.writeStringField("in", "disconnect");
            line.writeNumberField("socket", gone.socket().value());
        } else if (input instanceof Input.Heard heard) {
            line.writeStringField("in", "heard");
            line.writeNumberField("socket", heard.socket().value());
        } else if (input instanceof Input.Receive receive) {
            line.writeNumberField("socket", receive.socket().value());
            message(line, receive.message());
        } else {
            line.writeStringField("in", input instanceof Input.Shutdown ? "shutdown" : "wake");
        }
    }

    private static void message(JsonGenerator line, ClientMessage message) throws IOException {
        line.writeStringField("event", message.event());
        if (message instanceof ClientMessage.Unreadable unreadable) {
            line.writeStringField("in", "unreadable");
            line.writeStringField("reason", unreadable.reason().wireName());
        } else {
            line.writeStringField("in", "message");
            line.writeFieldName("payload");
            line.writeTree(ClientMessageCodec.write(message));
        }
    }
}
