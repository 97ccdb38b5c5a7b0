package dev.sonde.sim;

import dev.sonde.lobby.EffectSink;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbySnapshot;
import dev.sonde.lobby.LobbyUnderTest;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A lobby whose exceptions come out as {@link LobbyFailure}, so that they are told apart from those
 * of the bench. Running out of memory is not contained: nothing after it can be trusted.
 */
final class Contained implements LobbyUnderTest {

    private static final int LONGEST_MESSAGE = 200;

    private final @Nullable LobbyUnderTest lobby;
    private final @Nullable LobbyFailure stillborn;

    /** @param maker of the lobby; what it throws comes out of the first call */
    Contained(Supplier<LobbyUnderTest> maker) {
        LobbyUnderTest made = null;
        LobbyFailure failure = null;
        try {
            made = Objects.requireNonNull(maker.get(), "no lobby was made");
        } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
            failure = failure("when it was made", e);
        }
        lobby = made;
        stillborn = failure;
    }

    private LobbyUnderTest lobby() {
        if (lobby == null) {
            throw stillborn == null ? new LobbyFailure("no lobby was made") : stillborn;
        }
        return lobby;
    }

    @Override
    public void accept(long nowNanos, Input input, EffectSink effects) {
        LobbyUnderTest living = lobby();
        try {
            living.accept(nowNanos, input, effects);
        } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
            throw failure("on " + words(input), e);
        }
    }

    @Override
    public long nextDeadlineNanos() {
        LobbyUnderTest living = lobby();
        try {
            return living.nextDeadlineNanos();
        } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
            throw failure("when asked for its deadline", e);
        }
    }

    @Override
    public Optional<LobbySnapshot> snapshot() {
        LobbyUnderTest living = lobby();
        try {
            return Objects.requireNonNull(living.snapshot(), "the snapshot is null");
        } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
            throw failure("when asked for its snapshot", e);
        }
    }

    private static String words(Input input) {
        return input instanceof Input.Receive receive
                ? receive.message().event()
                : input.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static LobbyFailure failure(String when, Throwable problem) {
        if (problem instanceof LobbyFailure said) {
            return new LobbyFailure(said.getMessage() + ", " + when, said);
        }
        return new LobbyFailure(
                problem.getClass().getName() + message(problem) + place(problem) + ", " + when,
                problem);
    }

    private static String message(Throwable problem) {
        String message = problem.getMessage();
        if (message == null) {
            return "";
        }
        String line = message.replaceAll("\\p{Cntrl}+", " ");
        return ": " + (line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) : line);
    }

    /** The innermost place outside the JDK, whose own line numbers differ between versions. */
    private static String place(Throwable problem) {
        for (StackTraceElement frame : problem.getStackTrace()) {
            if (!frame.getClassName().startsWith("java.")
                    && !frame.getClassName().startsWith("jdk.")) {
                return ", at " + frame.getClassName() + '.' + frame.getMethodName() + " line "
                        + frame.getLineNumber();
            }
        }
        return "";
    }
}
