package dev.sonde.sim.network;

/**
 * Which packets a rule is about. An empty word matches everything.
 *
 * @param kind see {@link Packet}
 * @param type see {@link Packet}
 * @param from see {@link Packet}
 * @param to see {@link Packet}
 */
public record PacketMatch(String kind, String type, String from, String to) {

    public boolean matches(Packet packet) {
        return fits(kind, packet.kind())
                && fits(type, packet.type())
                && fits(from, packet.from())
                && fits(to, packet.to());
    }

    private static boolean fits(String wanted, String found) {
        return wanted.isEmpty() || wanted.equals(found);
    }
}
