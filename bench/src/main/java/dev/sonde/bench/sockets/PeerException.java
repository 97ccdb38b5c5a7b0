package dev.sonde.bench.sockets;

/** A server that is to be measured does not start; the message says why. */
final class PeerException extends Exception {

    private static final long serialVersionUID = 1;

    PeerException(String why) {
        super(why);
    }
}
