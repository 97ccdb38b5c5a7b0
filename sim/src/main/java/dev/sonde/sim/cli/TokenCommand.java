package dev.sonde.sim.cli;

import dev.sonde.protocol.SubjectId;
import dev.sonde.server.Tokens;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code sonde token SUBJECT}: a signed token, to try a server with. */
@Command(
        name = "token",
        description = {
            "Print a token that lets somebody into a pool until it expires.",
            "For a study, sign tokens where you know who somebody is: base64url of",
            "{\"sub\":SUBJECT,\"pool\":POOL,\"exp\":SECONDS}, a dot, base64url of the HMAC-SHA256",
            "of that text, both without padding."
        },
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  openssl rand -hex 32 > secret",
            "  sonde token ann --secret-file secret --pool default --for 3600"
        })
final class TokenCommand implements Callable<Integer> {

    private final Main main;

    @Parameters(paramLabel = "SUBJECT", description = "Who it is for: 1 to 64 of 0-9 A-Z a-z . _ -")
    private String subject = "";

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            required = true,
            description = "The secret that the server has too.")
    private @Nullable Path secretFile;

    @Option(
            names = "--pool",
            paramLabel = "POOL",
            defaultValue = "default",
            description = "The waiting pool. Without it: default.")
    private String pool = "default";

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "How long it is good. Without it: 3600.")
    private long seconds;

    TokenCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException {
        if (!SubjectId.isValid(subject) || !SubjectId.isValid(pool)) {
            throw new InputException("a subject and a pool are 1 to 64 of 0-9 A-Z a-z . _ -");
        }
        if (seconds < 1 || secretFile == null) {
            throw new InputException("--for must be at least 1 second");
        }
        try {
            byte[] secret = Files.readString(secretFile).strip().getBytes(StandardCharsets.UTF_8);
            long expires = System.currentTimeMillis() / 1000 + seconds;
            String token = new Tokens(secret).issue(new SubjectId(subject), pool, expires);
            main.console().out().println(token);
        } catch (IOException e) {
            throw InputException.of(e);
        } catch (IllegalArgumentException e) {
            throw new InputException(secretFile + ": " + e.getMessage(), e);
        }
        return ExitCode.AS_EXPECTED.number();
    }
}
