package dev.sonde.sim.cli;

import dev.sonde.sim.lab.DetailTable;
import dev.sonde.sim.lab.NatTable;
import dev.sonde.sim.lab.OpenTimes;
import dev.sonde.sim.network.ice.IceProfile;
import dev.sonde.sim.network.ice.IceProfiles;
import dev.sonde.sim.network.packet.PacketSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** {@code sonde network}: what comes of the network model, as tables. */
@Command(
        name = "network",
        description = "Tables of the network model: who connects, how fast, at which detail.",
        synopsisSubcommandLabel = "TABLE",
        footer = {
            "",
            "Examples:",
            "  sonde network nats --ice rfc",
            "  sonde network times > times.csv",
            "  sonde network details --seeds 200"
        })
final class NetworkCommand {

    private static final String ICE = "ICE stack of both sides: chrome, rfc or pion.";

    private final Main main;

    NetworkCommand(Main main) {
        this.main = main;
    }

    /** {@code sonde network nats}. */
    @Command(
            name = "nats",
            description = {
                "Which NATs let whom connect: a table.",
                "",
                "For each NAT behaviour against each other one, and no NAT: direct, relayed or",
                "none, 8 s after the start; with no TURN server, one for the offerer, for both.",
                "EI, AD, APD: endpoint-independent, address-dependent, address-and-port-dependent;",
                "M is the mapping, F the filtering (RFC 4787)."
            })
    int nats(
            @Option(
                            names = "--ice",
                            paramLabel = "PROFILE",
                            defaultValue = "rfc",
                            description = ICE)
                    String ice)
            throws InputException {
        NatTable table = new NatTable(settings(ice));
        PrintStream out = main.console().out();
        out.println("No TURN server");
        out.println(table.text(NatTable.Turn.NOBODY));
        out.println("TURN server of the offerer");
        out.println(table.text(NatTable.Turn.OFFERER));
        out.println("TURN server of both");
        out.print(table.text(NatTable.Turn.BOTH));
        return ExitCode.AS_EXPECTED.number();
    }

    /** {@code sonde network times}. */
    @Command(
            name = "times",
            description = {
                "How long a connection takes to open, as CSV.",
                "",
                "Median time from probe_start to the open channel, by both round trips to the",
                "server and the one between the two. No loss, no NAT, packet detail."
            })
    int times(
            @Option(
                            names = "--server-rtt",
                            paramLabel = "MS",
                            split = ",",
                            defaultValue = "10,50,100,200",
                            description = "Round trips to the server.")
                    List<Integer> serverRtts,
            @Option(
                            names = "--peer-rtt",
                            paramLabel = "MS",
                            split = ",",
                            defaultValue = "5,20,50,100,200,400",
                            description = "Round trips between the two.")
                    List<Integer> peerRtts,
            @Option(
                            names = "--seeds",
                            paramLabel = "N",
                            defaultValue = "51",
                            description = "Connections for each median.")
                    int seeds,
            @Option(
                            names = "--ice",
                            paramLabel = "PROFILE",
                            defaultValue = "chrome",
                            description = ICE)
                    String ice)
            throws InputException {
        requireSeeds(seeds);
        for (int rtt : serverRtts) {
            requireRtt(rtt);
        }
        for (int rtt : peerRtts) {
            requireRtt(rtt);
        }
        main.console().out().print(new OpenTimes(settings(ice), seeds).csv(serverRtts, peerRtts));
        return ExitCode.AS_EXPECTED.number();
    }

    /** {@code sonde network details}. */
    @Command(
            name = "details",
            description = {
                "Flow detail held against packet detail.",
                "",
                "Over a grid of RTT, loss, NATs and TURN: share that opened within 10 s, time to",
                "open, measured RTT. Exit code 1 if a row is out of bounds; it ends with an",
                "exclamation mark."
            })
    int details(
            @Option(
                            names = "--seeds",
                            paramLabel = "N",
                            defaultValue = "200",
                            description = "Connections for each row and detail.")
                    int seeds)
            throws InputException {
        requireSeeds(seeds);
        DetailTable table = new DetailTable(PacketSettings.DEFAULT, seeds);
        List<DetailTable.Row> rows = new ArrayList<>();
        for (DetailTable.Point point : DetailTable.grid()) {
            rows.add(table.row(point));
        }
        main.console().out().print(DetailTable.text(rows));
        boolean fine = rows.stream().allMatch(DetailTable.Row::isWithinBounds);
        return (fine ? ExitCode.AS_EXPECTED : ExitCode.NOT_AS_EXPECTED).number();
    }

    private static PacketSettings settings(String ice) throws InputException {
        if (!IceProfiles.BUILT_IN.contains(ice)) {
            throw new InputException("there is no ICE profile '" + ice + "'; known are: "
                    + String.join(", ", IceProfiles.BUILT_IN));
        }
        IceProfile profile = IceProfiles.builtIn(ice);
        return PacketSettings.DEFAULT.with(profile);
    }

    private static void requireSeeds(int seeds) throws InputException {
        if (seeds < 1 || seeds > 100_000) {
            throw new InputException("--seeds goes from 1 to 100000, not " + seeds);
        }
    }

    private static void requireRtt(int millis) throws InputException {
        if (millis < 0 || millis > 10_000) {
            throw new InputException("a round trip is from 0 to 10000 ms, not " + millis);
        }
    }
}
