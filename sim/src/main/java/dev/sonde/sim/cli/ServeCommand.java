package dev.sonde.sim.cli;

import dev.sonde.server.ServerConfig;
import dev.sonde.server.ServerSettings;
import dev.sonde.server.Setting;
import dev.sonde.server.SondeServer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code sonde serve}: the coordinator on real sockets, until the process is told to stop. */
@Command(
        name = "serve",
        description = "Serve real browsers with the very coordinator that is simulated.",
        sortOptions = false,
        footer = {
            "",
            "Every option is also a line of the file (max-connections = 100) and a variable of the",
            "environment (SONDE_MAX_CONNECTIONS=100); of several the option counts, then the",
            "variable, then the file.",
            "",
            "Examples:",
            "  sonde serve                               # development mode, on this machine only",
            "  sonde serve --config server.properties --max-p2p-rtt-ms 100"
        })
final class ServeCommand implements Callable<Integer> {

    private static final String CONFIG = "--config";
    private static final int STOP_SECONDS = 10;

    private final Main main;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ServeCommand(Main main) {
        this.main = main;
    }

    /** The verb with one option for each setting. */
    static CommandSpec spec(Main main) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new ServeCommand(main));
        spec.addOption(OptionSpec.builder(CONFIG)
                .paramLabel("FILE")
                .type(Path.class)
                .description("File with settings, one key = value a line.")
                .build());
        for (Setting setting : Setting.values()) {
            String unless = setting.byDefault().isEmpty()
                    ? ""
                    : " Without it: " + setting.byDefault() + ".";
            spec.addOption(OptionSpec.builder("--" + setting.key())
                    .paramLabel("VALUE")
                    .type(String.class)
                    .description(setting.says().replace("`", "").replace("%", "%%") + "." + unless)
                    .build());
        }
        return spec;
    }

    @Override
    public Integer call() throws InputException {
        ServerConfig config;
        try {
            config = ServerSettings.read(given());
        } catch (IllegalArgumentException e) {
            throw new InputException("sonde serve: " + e.getMessage(), e);
        }
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        main.interruption().onInterrupt(() -> stopAndWait(stop, stopped));
        PrintStream err = main.console().err();
        try (SondeServer server = SondeServer.start(config, line -> log(err, line))) {
            announce(config, server.port());
            stop.await();
        } catch (IOException e) {
            throw new InputException("sonde serve: " + InputException.of(e).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
        return ExitCode.INTERRUPTED.number();
    }

    /** The process ends when this returns, so it waits for the goodbyes. */
    private void stopAndWait(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            boolean inTime = stopped.await(STOP_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                main.console().err().println("sonde: the server did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void log(PrintStream err, String line) {
        err.println(line);
        err.flush();
    }

    private Map<String, String> given() throws InputException {
        ParseResult parsed = spec.commandLine().getParseResult();
        Path file = parsed.matchedOptionValue(CONFIG, Path.of(""));
        Map<String, String> given = new LinkedHashMap<>(SettingsFile.read(file));
        for (Setting setting : Setting.values()) {
            String variable = System.getenv(setting.variable());
            if (variable != null) {
                given.put(setting.key(), variable);
            }
            String option = parsed.matchedOptionValue("--" + setting.key(), null);
            if (option != null) {
                given.put(setting.key(), option);
            }
        }
        return given;
    }

    private void announce(ServerConfig config, int port) {
        PrintStream err = main.console().err();
        String scheme = config.keyStore() == null ? "http" : "https";
        String address = scheme + "://" + config.host() + ":" + port;
        if (config.isDevelopment()) {
            err.println("sonde: DEVELOPMENT MODE: everybody is who they say they are.");
            err.println("sonde: It listens on this machine only. To serve other machines, make a"
                    + " secret");
            err.println("sonde: (openssl rand -hex 32 > secret), start with --secret-file secret"
                    + " --host 0.0.0.0");
            err.println("sonde: behind a proxy with TLS, and give each person a token"
                    + " (sonde token).");
        }
        err.println("sonde: page " + address + "/  operator " + address + "/operator");
        err.println("sonde: stop with Ctrl-C");
        err.flush();
    }
}
