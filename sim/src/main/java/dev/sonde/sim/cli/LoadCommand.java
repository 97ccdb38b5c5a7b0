package dev.sonde.sim.cli;

import dev.sonde.server.Guard;
import dev.sonde.server.load.Attack;
import dev.sonde.server.load.LoadResult;
import dev.sonde.server.load.LoadRun;
import dev.sonde.server.load.Plan;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            "Attacks: guess, spoof, forge, replay, flood, slow, digits, malformed, storm.",
            "There is time without them and with them, by turns.",
            "",
            "Examples:",
            "  sonde load --clients 2000 --probes 1000 --for 60s",
            "  sonde load --for 20s --attack digits --guards both"
        })
final class LoadCommand implements Callable<Integer> {

    private static final int WARM_UP_MILLIS = 5_000;

    /** Whether the server has its guards; both: once with and once without. */
    enum Guards {
        on,
        off,
        both
    }

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
            paramLabel = "TIME",
            defaultValue = "20s",
            description = "How long it is measured, without pauses: 30s, 10m. Without it: 20s.")
    private String time = "";

    @Option(
            names = "--probe-ms",
            paramLabel = "MS",
            defaultValue = "2000",
            description = "How long each probe takes. Without it: 2000.")
    private int probeMillis;

    @Option(names = "--attack", paramLabel = "NAME", description = "What attackers do; see below.")
    private @Nullable String attack;

    @Option(
            names = "--attackers",
            paramLabel = "N",
            description = "How many attack at a time. Without it: as many as the attack takes.")
    private @Nullable Integer attackers;

    @Option(
            names = "--guards",
            paramLabel = "WHICH",
            defaultValue = "on",
            description = "on, off or both: the server's guards, to see what they are for."
                    + " Without it: on.")
    private Guards guards = Guards.on;

    LoadCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException {
        Attack known = attack();
        LoadPrinter printer = new LoadPrinter(main.console().out(), known != null);
        try {
            long millis = Counts.nanos("--for", time) / 1_000_000;
            for (boolean isGuarded : passes()) {
                Plan plan = new Plan(
                        clients,
                        Math.min(clients, 2 * probes),
                        WARM_UP_MILLIS,
                        millis,
                        probeMillis,
                        known,
                        attackers != null ? attackers : known == null ? 0 : known.attackers(),
                        isGuarded ? EnumSet.allOf(Guard.class) : EnumSet.noneOf(Guard.class));
                LoadResult result = LoadRun.of(plan);
                printer.print(isGuarded, result);
            }
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

    private List<Boolean> passes() {
        return switch (guards) {
            case on -> List.of(true);
            case off -> List.of(false);
            case both -> List.of(true, false);
        };
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
        String all =
                Stream.of(Attack.values()).map(Attack::wireName).collect(Collectors.joining(", "));
        throw new InputException("--attack is one of " + all + ", not " + attack);
    }
}
