package dev.sonde.sim.scenario;

import dev.sonde.sim.network.Delay;
import dev.sonde.sim.network.LinkSpec;
import dev.sonde.sim.network.ice.IceProfile;

import java.nio.file.Path;
import java.util.List;

/** What lies between people and the server, and between people. */
public record NetworkSection(
        @Key(
                value = "detail",
                unset = "flow",
                doc = "How closely the media plane is simulated.",
                example = "flow")
        Detail detail,

        @Key(
                value = "wire",
                unset = "reference",
                doc = "Whether messages cross as they are, or as bytes through the codec.",
                example = "encoded")
        Wire wire,

        @Key(
                value = "heartbeat",
                unset = "{}",
                doc = "How a connection that died silently is found out.")
        HeartbeatSection heartbeat,

        @Key(
                value = "turn",
                unset = "off",
                doc = "The TURN server: `off`, `on`, or its settings.",
                example = "{rtt: 30ms, credentials: 120s}")
        TurnSection turn,

        @Key(
                value = "ice",
                unset = "chrome",
                doc = "Whose timers and habits everybody's ICE has, at packet detail: `chrome`, "
                        + "`rfc`, `pion`, or a file of such numbers below the scenario's folder.",
                example = "rfc")
        IceProfile ice,

        @Key(
                value = "rtt-matrix",
                unset = Key.NONE,
                doc = "A CSV file of round-trip times between regions, below the scenario's "
                        + "folder.",
                example = "regions.csv")
        RttMatrix rttMatrix,

        @Key(
                value = "pair-rtts",
                as = As.LINK,
                unset = Key.NONE,
                doc = "How round-trip times spread over pairs of people: drawn once for each pair "
                        + "of which neither `paths` nor the matrix says anything.",
                example = "\"delay distribution quantiles 10:32ms,50:135ms,90:291ms,99:413ms\"")
        String pairRtts,

        @Key(
                value = "profiles",
                unset = Key.NONE,
                doc = "Networks at people's places, by name.",
                example = "{home: {to-server: \"delay 20ms 4ms\"}}")
        List<ProfileEntry> profiles,

        @Key(
                value = "paths",
                unset = Key.NONE,
                doc = "How far certain people are apart, instead of the sum of their bases.",
                example = "[{between: [ann, bob], rtt: 80ms}]")
        List<PathEntry> paths) {

    /** What a scenario without {@code network} has. */
    public static final NetworkSection DEFAULT = Defaults.of(NetworkSection.class);

    /** How closely the media plane is simulated. */
    public enum Detail {
        /** Time and outcome of a connection are drawn from its path. */
        FLOW,
        /** Every datagram goes through links and NATs. */
        PACKET
    }

    /** How messages cross. */
    public enum Wire {
        REFERENCE,
        ENCODED
    }

    /** How a connection that died silently is found out. */
    public record HeartbeatSection(
            @Key(
                    value = "ping",
                    unset = "8s",
                    min = "1ms",
                    max = "1h",
                    doc = "The time from one ping of the server to the next.",
                    example = "8s")
            long pingNanos,

            @Key(
                    value = "timeout",
                    unset = "20s",
                    min = "1ms",
                    max = "1h",
                    doc = "How long a connection may be silent before it is closed.",
                    example = "20s")
            long timeoutNanos) {}

    /** Copies its lists. */
    public NetworkSection {
        profiles = List.copyOf(profiles);
        paths = List.copyOf(paths);
    }

    /** The same network with other profiles. */
    public NetworkSection withProfiles(List<ProfileEntry> others) {
        return new NetworkSection(
                detail, wire, heartbeat, turn, ice, rttMatrix, pairRtts, others, paths);
    }

    /** The same network with other paths. */
    public NetworkSection withPaths(List<PathEntry> others) {
        return new NetworkSection(
                detail, wire, heartbeat, turn, ice, rttMatrix, pairRtts, profiles, others);
    }

    /**
     * The distribution of round-trip times over pairs; asked only where `pair-rtts` is set.
     *
     * @param folder where a series that it names is looked for
     */
    public Delay pairDelay(Path folder) {
        return LinkSpec.parse(pairRtts, series -> DataFiles.series(folder, series))
                .delay();
    }
}
