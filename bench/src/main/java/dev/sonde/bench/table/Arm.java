package dev.sonde.bench.table;

import dev.sonde.bench.table.Study.Effort;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is measured, beside others of its study.
 *
 * @param name for people; unique within the study
 * @param command of the process that measures it
 * @param x where it stands on the axis of a plot; 0 if there is none
 * @param own how long it takes; null for as long as its study says
 */
record Arm(
        String name,
        List<String> command,
        double x,
        @Nullable Effort own) {

    private static final String BENCHMARKS = "dev.sonde.bench.";

    /** What the {@code sonde} launcher asks of C2 for anything but a server. */
    static final List<String> LAUNCHED =
            List.of("-XX:FreqInlineSize=100", "-XX:InlineSmallCode=500");

    Arm {
        command = List.copyOf(command);
    }

    /** One of the benchmarks, by its name below {@code dev.sonde.bench}. */
    static Arm benchmark(String name, String benchmark, String... params) {
        return benchmark(name, List.of("-Xms1g"), BENCHMARKS + benchmark, params);
    }

    /** One of the benchmarks, by its full name, in a JVM with these options. */
    static Arm benchmark(String name, List<String> options, String benchmark, String... params) {
        List<String> all = new ArrayList<>(List.of("-Djmh.ignoreLock=true"));
        all.addAll(options);
        List<String> arguments = new ArrayList<>(List.of(benchmark));
        arguments.addAll(List.of(params));
        return java(name, all, Worker.class, arguments);
    }

    /** A class that measures, in a JVM with these options. */
    static Arm java(String name, List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        return new Arm(name, command, 0, null);
    }

    /** A program that speaks as {@link dev.sonde.bench.rounds.Rounds} says. */
    static Arm program(String name, String... command) {
        return new Arm(name, List.of(command), 0, null);
    }

    Arm at(double where) {
        return new Arm(name, command, where, own);
    }

    /** The same with one more option of the JVM. */
    Arm with(String option) {
        List<String> more = new ArrayList<>(command);
        more.add(1, option);
        return new Arm(name, more, x, own);
    }

    /** The same, compiled as the launcher has runs compiled. */
    Arm asLaunched() {
        Arm launched = this;
        for (String option : LAUNCHED) {
            launched = launched.with(option);
        }
        return launched;
    }

    Arm taking(Effort effort) {
        return new Arm(name, command, x, effort);
    }

    Arm shorter() {
        return own == null ? this : taking(own.shorter());
    }
}
