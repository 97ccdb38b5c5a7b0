package dev.sonde.bench.rounds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * What a process that measures does with its input and output: it says {@code ready VERSION} or
 * {@code missing WHY}, then answers each {@code round MILLIS} with a {@link Sample}, until its
 * input ends. A round that fails is answered with {@code missing WHY}, and is the last.
 */
public final class Rounds {

    public static final String READY = "ready";
    public static final String MISSING = "missing";
    public static final String ROUND = "round";

    /** Rounds as short as that are those of arms that run once. */
    public static final long ONCE_MILLIS = 1;

    private Rounds() {}

    /** What is measured. */
    public interface Round {

        /**
         * Measures for about so long, and at least once.
         *
         * @throws Exception if it cannot be measured; the message says why
         */
        Sample take(long millis) throws Exception;
    }

    /** Says that it is ready, and measures until nobody wants more. */
    public static void answer(String version, Round round) throws IOException {
        BufferedReader input =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println((READY + " " + version).strip());
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            long millis = Long.parseLong(line.substring(ROUND.length()).strip());
            try {
                System.out.println(round.take(millis).toLine());
            } catch (Exception e) {
                missing(String.valueOf(e.getMessage()));
                return;
            }
        }
    }

    /** Says that what is to be measured is not here. */
    public static void missing(String why) {
        System.out.println(MISSING + " " + why.replace('\n', ' '));
    }
}
