package dev.sonde.sim.cli;

import dev.sonde.server.Guard;
import dev.sonde.server.ServerConfig;
import dev.sonde.server.ServerSettings;
import dev.sonde.server.SondeServer;
import dev.sonde.server.load.Attack;
import dev.sonde.server.load.Delays;
import dev.sonde.server.load.LoadRun;
import dev.sonde.server.load.Plan;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code sonde load}: how the server bears many people, and attackers beside them. */
@Command(
        name = "load",
        description = {
            "Start a server in this process and load it over the loopback interface.",
            "Prints delays of relayed messages, losses, and what the server took."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  sonde load --clients 2000 --probes 1000 --for 60",
            "  sonde load --clients 200 --probes 100 --for 20 --attack digits --attackers 1",
            "  sonde load --clients 200 --probes 100 --for 20 --attack digits --guards-off"
        })
final class LoadCommand implements Callable<Integer> {

    private static final int WARM_UP_SECONDS = 5;

    private final Main main;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "200",
            description = "People, each with a connection. Without it: 200.")
    private int clients;

    @Option(
            names = "--probes",
            paramLabel = "N",
            defaultValue = "100",
            description = "Probes alive at a time. Without it: 100.")
    private int probes;

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long it is measured. Without it: 20.")
    private int seconds;

    @Option(
            names = "--probe-ms",
            paramLabel = "MS",
            defaultValue = "2000",
            description = "How long each probe takes. Without it: 2000.")
    private int probeMillis;

    @Option(
            names = "--attack",
            paramLabel = "NAME",
            description = "In the second half: flood, digits, malformed or storm.")
    private @Nullable String attack;

    @Option(
            names = "--attackers",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many attack. Without it: 1.")
    private int attackers;

    @Option(names = "--guards-off", description = "Take the server's guards off, to see why.")
    private boolean guardsOff;

    LoadCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException {
        ServerConfig config = ServerSettings.read(Map.of(
                "port", "0", "max-p2p-rtt-ms", "100", "hold-ms", "1", "max-connections", "100000"));
        EnumSet<Guard> guards =
                guardsOff ? EnumSet.noneOf(Guard.class) : EnumSet.allOf(Guard.class);
        try (SondeServer server =
                SondeServer.start(config.with(guards, config.limits()), line -> {})) {
            Plan plan = new Plan(
                    clients,
                    Math.min(clients, 2 * probes),
                    WARM_UP_SECONDS,
                    seconds,
                    probeMillis,
                    attack(),
                    attackers);
            print(LoadRun.against(server, plan));
        } catch (IOException e) {
            throw InputException.of(e);
        } catch (IllegalArgumentException e) {
            throw new InputException("sonde load: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.number();
        }
        return ExitCode.AS_EXPECTED.number();
    }

    private @Nullable Attack attack() throws InputException {
        if (attack == null) {
            return null;
        }
        for (Attack known : Attack.values()) {
            if (known.wireName().equals(attack)) {
                return known;
            }
        }
        throw new InputException("--attack is flood, digits, malformed or storm, not " + attack);
    }

    private void print(LoadRun.Result result) {
        PrintStream out = main.console().out();
        out.println("relay delay      messages    p50 ms    p99 ms    max ms");
        out.println(row(attack == null ? "first half" : "calm", result.calm()));
        out.println(row(attack == null ? "second half" : "attacked", result.attacked()));
        double relayed = result.calm().count() + (double) result.attacked().count();
        out.println(String.format(
                Locale.ROOT,
                "matches %d (%.0f/s), connections lost %d, failures %s",
                result.matches(),
                result.matches() / result.wallSeconds(),
                result.connectionsLost(),
                result.failures()));
        out.println(String.format(
                Locale.ROOT,
                "server CPU %.1f s of %.1f s, %.1f us for each relayed message with all else;"
                        + " heap %d MiB with the clients'",
                result.serverCpuSeconds(),
                result.wallSeconds(),
                1e6 * result.serverCpuSeconds() / Math.max(1, relayed),
                result.heapBytes() >> 20));
    }

    private static String row(String name, Delays delays) {
        return String.format(
                Locale.ROOT,
                "%-14s %10d %9.2f %9.2f %9.2f",
                name,
                delays.count(),
                delays.quantileMillis(0.5),
                delays.quantileMillis(0.99),
                delays.quantileMillis(1));
    }
}
