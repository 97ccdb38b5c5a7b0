package dev.sonde.sim.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Profiles with names, and the numbers they are made of.
 *
 * <p>They are round numbers inside the ranges that public measurements report, for studies that
 * have nothing better; who has measurements brings a matrix, quantiles or a series. Fixed access:
 * the yearly reports of the FCC's Measuring Broadband America (idle round trips of about 10 to 15
 * ms on fibre, 15 to 30 ms on cable, 25 to 50 ms on DSL, about 600 ms over geostationary
 * satellites; loss mostly below 0.5 %). Mobile access: public speed-test statistics of LTE (medians
 * of 40 to 60 ms). Wi-Fi: what the radio adds is small and bursty when idle, and grows to tens of
 * milliseconds under contention. Each {@link Preset#reason()} says what its numbers stand for. The
 * time of a client for gathering and processing is 20 to 200 ms in all of them.
 */
public final class Presets {

    /** What people have who say nothing about their network. */
    public static final String DEFAULT_NAME = "home";

    /**
     * Round trips of pairs of PlanetLab hosts: p10/50/90/95/99 = 32/135/291/325/413 ms. Hosts of
     * universities all over the world.
     */
    public static final Delay PLANETLAB_PAIR_RTTS = LinkSpec.parse(
                    "delay distribution quantiles 10:32ms,50:135ms,90:291ms,95:325ms,99:413ms")
            .delay();

    /**
     * Round trips of pairs of home devices (the Seattle set): p10/50/90/99 = 40/210/520/1020 ms.
     */
    public static final Delay SEATTLE_PAIR_RTTS = LinkSpec.parse(
                    "delay distribution quantiles 10:40ms,50:210ms,90:520ms,99:1020ms")
            .delay();

    private static final long SETUP_MIN_NANOS = 20 * Units.MILLI_NANOS;
    private static final long SETUP_MAX_NANOS = 200 * Units.MILLI_NANOS;
    private static final long DEFAULT_BASE = -1;

    private static final List<Preset> ALL = List.of(
            preset(
                    "home",
                    "delay 20ms 4ms distribution gamma",
                    "delay 20ms 4ms distribution gamma",
                    "loss 0.5% burst 3",
                    30 * Units.MILLI_NANOS,
                    NatBehavior.PORT_RESTRICTED,
                    false,
                    "a mixed household; the default"),
            preset(
                    "fibre",
                    "delay 6ms 1ms distribution gamma rate 100mbit",
                    "delay 6ms 1ms distribution gamma rate 300mbit",
                    "delay 200us 100us distribution gamma loss 0.05%",
                    DEFAULT_BASE,
                    NatBehavior.PORT_RESTRICTED,
                    false,
                    "12 ms to a server in the country, hardly any jitter"),
            preset(
                    "cable",
                    "delay 11ms 3ms distribution gamma rate 20mbit",
                    "delay 10ms 2ms distribution gamma rate 200mbit",
                    "delay 1ms 1ms distribution gamma loss 0.2% burst 2",
                    DEFAULT_BASE,
                    NatBehavior.PORT_RESTRICTED,
                    false,
                    "upstream slots are granted on request: jitter on the way up"),
            preset(
                    "dsl",
                    "delay 20ms 3ms distribution gamma rate 5mbit",
                    "delay 18ms 2ms distribution gamma rate 25mbit",
                    "delay 1ms 1ms distribution gamma loss 0.3% burst 2",
                    DEFAULT_BASE,
                    NatBehavior.PORT_RESTRICTED,
                    false,
                    "interleaving against line noise costs a fixed 10 ms or more"),
            preset(
                    "wifi",
                    "delay 14ms 5ms 20% distribution gamma",
                    "delay 13ms 4ms 20% distribution gamma",
                    "delay 2ms 3ms 20% distribution lognormal loss 0.5% burst 3",
                    DEFAULT_BASE,
                    NatBehavior.PORT_RESTRICTED,
                    false,
                    "cable or fibre behind an idle access point: retries make a tail"),
            preset(
                    "wifi-busy",
                    "delay 30ms 25ms 50% distribution lognormal",
                    "delay 25ms 20ms 50% distribution lognormal",
                    "delay 15ms 20ms 50% distribution lognormal loss 3% burst 5",
                    DEFAULT_BASE,
                    NatBehavior.PORT_RESTRICTED,
                    false,
                    "a crowded channel: contention, queues, losses in bursts"),
            preset(
                    "lte",
                    "delay 30ms 10ms 30% distribution gamma rate 10mbit",
                    "delay 20ms 8ms 30% distribution gamma rate 30mbit",
                    "delay 4ms 5ms 30% distribution gamma loss 0.5% burst 4",
                    DEFAULT_BASE,
                    NatBehavior.PORT_RESTRICTED,
                    false,
                    "uplink grants make the way up slower; retransmission on the radio, 8 ms a "
                            + "time"),
            preset(
                    "satellite",
                    "delay 300ms 15ms distribution gamma rate 3mbit",
                    "delay 290ms 10ms distribution gamma rate 25mbit",
                    "delay 5ms 5ms distribution gamma loss 1% burst 5",
                    DEFAULT_BASE,
                    NatBehavior.PORT_RESTRICTED,
                    false,
                    "geostationary: light alone takes 240 to 280 ms one way"),
            preset(
                    "cgn-mobile",
                    "delay 35ms 12ms 30% distribution gamma rate 5mbit",
                    "delay 25ms 10ms 30% distribution gamma rate 20mbit",
                    "delay 5ms 6ms 30% distribution gamma loss 1% burst 5",
                    DEFAULT_BASE,
                    NatBehavior.SYMMETRIC,
                    false,
                    "LTE behind a carrier's NAT with a port for each destination: relays are "
                            + "needed"),
            preset(
                    "office-udp-blocked",
                    "delay 12ms 2ms distribution gamma",
                    "delay 12ms 2ms distribution gamma",
                    "delay 500us 500us distribution gamma loss 0.1%",
                    DEFAULT_BASE,
                    NatBehavior.SYMMETRIC,
                    true,
                    "a firewall that lets out TCP and TLS only: TURN over TCP or nothing"));

    /**
     * A profile with a name of ours.
     *
     * @param reason what its numbers stand for, one line
     */
    public record Preset(Profile profile, String reason) {

        public String name() {
            return profile.name();
        }
    }

    private Presets() {}

    /** All of them, always in the same order. */
    public static List<Preset> all() {
        return ALL;
    }

    public static Optional<Profile> find(String name) {
        return ALL.stream()
                .filter(preset -> preset.name().equals(name))
                .map(Preset::profile)
                .findFirst();
    }

    /** What people have who say nothing about their network. */
    public static Profile home() {
        return find(DEFAULT_NAME).orElseThrow();
    }

    /** Two-way share of a path where none is stated: twice the mean of the link to the server. */
    public static long defaultBaseNanos(LinkSpec toServer) {
        return 2 * toServer.meanDelayNanos();
    }

    /** All presets with all their numbers, for people to read. */
    public static String table() {
        List<String> lines = new ArrayList<>();
        for (Preset preset : all()) {
            Profile profile = preset.profile();
            lines.add(preset.name() + ": " + preset.reason());
            lines.add("  to-server    " + profile.toServer().text());
            lines.add("  from-server  " + profile.fromServer().text());
            lines.add("  to-peers     " + profile.toPeers().text());
            lines.add("  base         " + Units.nanosText(profile.baseNanos()));
            lines.add("  nat          " + natText(profile.nat())
                    + (profile.udpBlocked() ? ", udp blocked" : ""));
            lines.add("  setup        " + Units.nanosText(profile.setupMinNanos()) + " to "
                    + Units.nanosText(profile.setupMaxNanos()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String natText(NatBehavior nat) {
        if (nat.equals(NatBehavior.SYMMETRIC)) {
            return "symmetric";
        }
        return nat.equals(NatBehavior.PORT_RESTRICTED) ? "port-restricted" : nat.toString();
    }

    private static Preset preset(
            String name,
            String toServer,
            String fromServer,
            String toPeers,
            long baseNanos,
            NatBehavior nat,
            boolean udpBlocked,
            String reason) {
        LinkSpec up = LinkSpec.parse(toServer);
        Profile profile = new Profile(
                name,
                up,
                LinkSpec.parse(fromServer),
                LinkSpec.parse(toPeers),
                baseNanos == DEFAULT_BASE ? defaultBaseNanos(up) : baseNanos,
                nat,
                udpBlocked,
                SETUP_MIN_NANOS,
                SETUP_MAX_NANOS);
        return new Preset(profile, reason);
    }
}
