package dev.sonde.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ClientMessageCodec;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.ServerMessageCodec;
import dev.sonde.sim.peer.VirtualPayload;

import java.nio.charset.StandardCharsets;

/** How messages cross: by reference, or as bytes through the codec. */
sealed interface Wire {

    Object toServer(ClientMessage message);

    ClientMessage atServer(Object message);

    Object toClient(ServerMessage message);

    ServerMessage atClient(Object message);

    /** What crosses, as both ways of crossing show it; anything else as it is. */
    Object plain(Object crossing, boolean toServer);

    /** Messages are immutable, so they may cross as they are. */
    record ByReference() implements Wire {

        @Override
        public Object toServer(ClientMessage message) {
            return message;
        }

        @Override
        public ClientMessage atServer(Object message) {
            return (ClientMessage) message;
        }

        @Override
        public Object toClient(ServerMessage message) {
            return message;
        }

        @Override
        public ServerMessage atClient(Object message) {
            return (ServerMessage) message;
        }

        @Override
        public Object plain(Object crossing, boolean toServer) {
            return crossing;
        }
    }

    /** Every message becomes text and is read again, as on a real socket. */
    final class Encoded implements Wire {

        private final ObjectMapper mapper = new ObjectMapper();

        /** An event on its way: its name and its payload as text. */
        record Frame(String event, String payload) {

            @Override
            public String toString() {
                return event;
            }
        }

        @Override
        public Object toServer(ClientMessage message) {
            // What a guard would refuse has no form on the wire.
            return message instanceof ClientMessage.Unreadable
                    ? message
                    : new Frame(
                            message.event(), ClientMessageCodec.write(message).toString());
        }

        @Override
        public ClientMessage atServer(Object message) {
            if (!(message instanceof Frame frame)) {
                return (ClientMessage) message;
            }
            int size = frame.payload().getBytes(StandardCharsets.UTF_8).length;
            ClientMessage read = ClientMessageCodec.read(frame.event(), tree(frame), size);
            if (read instanceof ClientMessage.Signal signal) {
                VirtualPayload payload = VirtualPayload.of(signal.payload());
                return payload == null
                        ? signal
                        : new ClientMessage.Signal(
                                signal.probe(), signal.target(), signal.type(), payload);
            }
            return read;
        }

        @Override
        public Object toClient(ServerMessage message) {
            return new Frame(message.event(), ServerMessageCodec.write(message).toString());
        }

        @Override
        public ServerMessage atClient(Object message) {
            Frame frame = (Frame) message;
            ServerMessage read = ServerMessageCodec.read(frame.event(), tree(frame));
            if (read instanceof ServerMessage.RelayedSignal signal) {
                VirtualPayload payload = VirtualPayload.of(signal.payload());
                return payload == null
                        ? signal
                        : new ServerMessage.RelayedSignal(
                                signal.probe(), signal.type(), signal.from(), payload);
            }
            return read;
        }

        @Override
        public Object plain(Object crossing, boolean toServer) {
            if (!(crossing instanceof Frame)) {
                return crossing;
            }
            return toServer ? atServer(crossing) : atClient(crossing);
        }

        private JsonNode tree(Frame frame) {
            try {
                return mapper.readTree(frame.payload());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("our own codec wrote no JSON: " + frame, e);
            }
        }
    }
}
