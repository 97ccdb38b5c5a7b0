package dev.sonde.protocol;

import java.util.List;

/**
 * What one member needs to use a TURN server for one probe. Its text never shows them, so that no
 * log and no trace can.
 *
 * @param iceServerUrls {@code turn:} and {@code stun:} addresses, empty if the page names its own
 */
public record TurnCredentials(String username, String credential, List<String> iceServerUrls) {

    public TurnCredentials {
        iceServerUrls = List.copyOf(iceServerUrls);
    }

    @Override
    public String toString() {
        return "TurnCredentials[hidden]";
    }
}
