package dev.sonde.sim.lab;

import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.LinkSpec;
import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.NatBehavior.Dependence;
import dev.sonde.sim.network.Profile;
import dev.sonde.sim.network.packet.PacketSettings;

import java.util.ArrayList;
import java.util.List;

/**
 * Who connects through which NATs: all nine behaviours and no NAT at all, against each other, by
 * sending every datagram.
 */
public final class NatTable {

    /** How two people reached each other. */
    public enum Way {
        DIRECT,
        RELAYED,
        NONE
    }

    /** Who has a TURN server. */
    public enum Turn {
        NOBODY,
        OFFERER,
        BOTH
    }

    private static final long MILLI = 1_000_000;
    private static final long CONNECT_NANOS = 8_000 * MILLI;
    private static final long LIFETIME_NANOS = 120_000 * MILLI;
    private static final long SETUP_NANOS = 50 * MILLI;
    private static final long PATH_NANOS = 60 * MILLI;
    private static final long BASE_NANOS = 30 * MILLI;
    private static final long SERVER_NANOS = 40 * MILLI;

    private final PacketSettings settings;

    public NatTable(PacketSettings settings) {
        this.settings = settings;
    }

    /** All behaviours, no NAT first. */
    public static List<NatBehavior> behaviours() {
        List<NatBehavior> all = new ArrayList<>();
        all.add(NatBehavior.NONE);
        for (Dependence mapping : Dependence.values()) {
            for (Dependence filtering : Dependence.values()) {
                all.add(new NatBehavior(mapping, filtering, LIFETIME_NANOS, false));
            }
        }
        return all;
    }

    /** Short name, mapping before filtering: {@code EIM/APDF}. */
    public static String name(NatBehavior nat) {
        return nat.equals(NatBehavior.NONE)
                ? "none"
                : letters(nat.mapping()) + "M/" + letters(nat.filtering()) + "F";
    }

    private static String letters(Dependence dependence) {
        return switch (dependence) {
            case ENDPOINT_INDEPENDENT -> "EI";
            case ADDRESS_DEPENDENT -> "AD";
            case ADDRESS_AND_PORT_DEPENDENT -> "APD";
        };
    }

    /** What these two use eight seconds after the start. */
    public Way way(NatBehavior offerer, NatBehavior answerer, Turn turn) {
        return way(Duet.packets(setting(offerer, answerer, turn), 1, settings));
    }

    /** The same at flow detail, which has one set of timers only. */
    static Way wayByFlow(NatBehavior offerer, NatBehavior answerer, Turn turn) {
        return way(Duet.flow(setting(offerer, answerer, turn), 1));
    }

    private static Duet.Setting setting(NatBehavior offerer, NatBehavior answerer, Turn turn) {
        return new Duet.Setting(
                host("ann", offerer),
                host("bob", answerer),
                turn != Turn.NOBODY,
                turn == Turn.BOTH,
                PATH_NANOS,
                BASE_NANOS,
                SERVER_NANOS,
                SERVER_NANOS,
                CONNECT_NANOS,
                true);
    }

    private static Way way(Duet duet) {
        if (!duet.run().isOpen()) {
            return Way.NONE;
        }
        // Over a relay the path to the TURN server counts, not the one between the two.
        return duet.ann().connection().trueRttNanos() == PATH_NANOS ? Way.DIRECT : Way.RELAYED;
    }

    private static Host host(String person, NatBehavior nat) {
        LinkSpec perfect = LinkSpec.PERFECT;
        Profile profile = new Profile(
                "table",
                perfect,
                perfect,
                perfect,
                BASE_NANOS,
                nat,
                false,
                SETUP_NANOS,
                SETUP_NANOS);
        return new Host(person, profile, "");
    }

    /** The whole table for people to read; one row for each offerer. */
    public String text(Turn turn) {
        StringBuilder text = new StringBuilder();
        pad(text, "offerer \\ answerer", 20);
        for (NatBehavior answerer : behaviours()) {
            pad(text, name(answerer), 10);
        }
        text.append('\n');
        for (NatBehavior offerer : behaviours()) {
            pad(text, name(offerer), 20);
            for (NatBehavior answerer : behaviours()) {
                pad(text, word(way(offerer, answerer, turn)), 10);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String word(Way way) {
        return switch (way) {
            case DIRECT -> "direct";
            case RELAYED -> "relayed";
            case NONE -> "none";
        };
    }

    private static void pad(StringBuilder text, String word, int width) {
        text.append(word).append(" ".repeat(width - word.length()));
    }
}
