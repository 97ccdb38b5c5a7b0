package dev.sonde.sim.child;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.sonde.sim.LobbyFailure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process that answers each line with one line. Whatever else it does (hang, die, flood, write
 * nonsense, speak unasked) ends it, and is told as a {@link LobbyFailure}.
 */
final class Child {

    /** The version of the lines that is spoken here. */
    static final int WIRE = 1;

    /** Longest answer, in bytes. */
    private static final int MOST_BYTES = 1 << 20;

    /** So many answers tell how quick it is, once what runs often is compiled on both sides. */
    static final int LATELY = 10_000;

    private static final int LONGEST_QUOTE = 120;
    private static final long LAST_WORDS_MILLIS = 500;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final OutputStream to;
    private final ByteArrayOutputStream question = new ByteArrayOutputStream(1 << 12);
    private final InputStream from;
    private final LastWords lastWords;
    private final Patience patience;
    private byte[] bytes = new byte[8192];
    private int filled;
    private volatile long questions;
    private final AtomicLong askingNanos = new AtomicLong();
    private long askingNanosBefore;
    private volatile long latelyNanos;
    private boolean showsSnapshots;

    /** When the question was put that waits for its answer; 0 while none does. */
    private volatile long askedAtNanos;

    private volatile boolean wasSilent;

    private Child(Process process, Patience patience) {
        this.process = process;
        this.patience = patience;
        to = process.getOutputStream();
        from = process.getInputStream();
        lastWords = LastWords.of(process);
    }

    /** @throws LobbyFailure if it cannot be started, or does not greet as it should */
    static Child start(List<String> command, String version, Patience patience) {
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new LobbyFailure("cannot be started: " + e.getMessage(), e);
        }
        Child child = new Child(process, patience);
        patience.watch(child);
        child.greet(version);
        return child;
    }

    private void greet(String version) {
        JsonNode hello = ask(line -> {
                    line.writeObjectFieldStart("hello");
                    line.writeNumberField("wire", WIRE);
                    line.writeStringField("sonde", version);
                    line.writeEndObject();
                })
                .path("hello");
        // A name, so that a program that merely echoes is not taken for a coordinator.
        if (hello.path("wire").asInt() != WIRE || !hello.path("name").isTextual()) {
            throw failed("it greeted with " + quote(hello.toString()) + "; {\"wire\": " + WIRE
                    + ", \"name\": ...} was expected as its \"hello\"");
        }
        showsSnapshots = hello.path("snapshots").asBoolean();
    }

    /** True if it can be asked for what is inside it. */
    boolean showsSnapshots() {
        return showsSnapshots;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long waitsForMillis(long nowNanos) {
        long asked = askedAtNanos;
        return asked == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(nowNanos - asked);
    }

    void endForSilence() {
        wasSilent = true;
        end();
    }

    /** With what it started itself, since that may hold the pipe open. */
    void end() {
        kill();
        process.destroyForcibly();
    }

    /** Leaves its streams open, which {@link Process#destroyForcibly} closes. */
    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
    }

    /** The fields of a question. */
    interface Question {

        void write(JsonGenerator line) throws IOException;
    }

    /** How many questions were answered. */
    long questions() {
        return questions;
    }

    /** How long the answers took, from the question's first byte to the answer's last. */
    long askingNanos() {
        return askingNanos.get();
    }

    /** How long {@link #LATELY} answers took, not long ago; 0 if there were fewer. */
    long latelyNanos() {
        return latelyNanos;
    }

    /**
     * Puts a question and waits for its answer. On the thread of the run: no other would be
     * quicker.
     *
     * @throws LobbyFailure if there is no answer, or another than to this question
     */
    JsonNode ask(Question fields) {
        long number = questions + 1;
        long asked = System.nanoTime();
        askedAtNanos = asked | 1;
        int end;
        try {
            put(number, fields);
            end = endOfLine();
        } catch (IOException e) {
            throw gone();
        } finally {
            askedAtNanos = 0;
        }
        JsonNode answer = read(end);
        if (answer.path("n").asLong() != number) {
            throw failed("it answered out of turn: to question " + number + " came "
                    + quote(text(0, end)));
        }
        questions = number;
        long asking = askingNanos.addAndGet(System.nanoTime() - asked);
        if (number % LATELY == 0) {
            latelyNanos = asking - askingNanosBefore;
            askingNanosBefore = asking;
        }
        return answer;
    }

    /** A line goes out in one write. */
    private void put(long number, Question fields) throws IOException {
        question.reset();
        try (JsonGenerator line = JSON.createGenerator(question)) {
            line.writeStartObject();
            line.writeNumberField("n", number);
            fields.write(line);
            line.writeEndObject();
        }
        question.write('\n');
        question.writeTo(to);
        to.flush();
    }

    private JsonNode read(int end) {
        try {
            JsonNode answer = JSON.readTree(bytes, 0, end);
            if (answer.isObject()) {
                return answer;
            }
        } catch (JsonProcessingException e) {
            // Said below, with what it wrote instead.
        } catch (IOException e) {
            throw new UncheckedIOException("an array of bytes cannot be read", e);
        }
        throw failed("it wrote " + quote(text(0, end)) + "; one JSON object a line was expected");
    }

    private String text(int from, int end) {
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** Reads one line, and returns its length. */
    private int endOfLine() throws IOException {
        int looked = 0;
        while (true) {
            for (int i = looked; i < filled; i++) {
                if (bytes[i] == '\n') {
                    requireSilenceAfter(i + 1);
                    return i;
                }
            }
            looked = filled;
            if (filled >= MOST_BYTES) {
                throw failed("it floods: an answer has at most " + MOST_BYTES + " bytes, and "
                        + filled + " came without an end of line");
            }
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            int more = from.read(bytes, filled, bytes.length - filled);
            if (more < 0) {
                throw gone();
            }
            filled += more;
        }
    }

    private void requireSilenceAfter(int end) {
        if (filled > end) {
            throw failed("it speaks unasked: after its answer came " + quote(text(end, filled)));
        }
        filled = 0;
    }

    private LobbyFailure gone() {
        if (wasSilent) {
            return failed("it hangs: no answer within " + patience.millis() + " ms");
        }
        String how;
        try {
            how = process.waitFor(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)
                    ? "it ended with code " + process.exitValue()
                    : "it closed its output";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            how = "it was not waited for";
        }
        return failed(how + " instead of answering");
    }

    /** The process is not to be trusted any more. */
    LobbyFailure failed(String what) {
        kill();
        String said = lastWords.afterMillis(LAST_WORDS_MILLIS);
        end();
        return new LobbyFailure("the process under test failed: " + what
                + (said.isEmpty() ? "" : "; on its standard error: " + quote(said)));
    }

    /** What it wrote, so short that it can be shown. */
    static String quote(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
    }
}
