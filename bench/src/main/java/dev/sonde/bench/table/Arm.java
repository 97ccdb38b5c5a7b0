package dev.sonde.bench.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is measured, beside others of its study.
 *
 * @param name for people; unique within the study
 * @param command of the process that measures it
 * @param x where it stands on the axis of a plot; 0 if there is none
 */
record Arm(String name, List<String> command, double x) {

    Arm {
        command = List.copyOf(command);
    }

    /** One of the benchmarks, by its name below {@code dev.sonde.bench}. */
    static Arm benchmark(String name, String benchmark, String... params) {
        return benchmark(name, List.of(), "dev.sonde.bench." + benchmark, params);
    }

    /** One of the benchmarks, by its full name, in a JVM with these options. */
    static Arm benchmark(String name, List<String> options, String benchmark, String... params) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djmh.ignoreLock=true");
        command.add("-Xms1g");
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Worker.class.getName());
        command.add(benchmark);
        command.addAll(List.of(params));
        return new Arm(name, command, 0);
    }

    /** A program that speaks as {@link Running} says. */
    static Arm program(String name, String... command) {
        return new Arm(name, List.of(command), 0);
    }

    Arm at(double where) {
        return new Arm(name, command, where);
    }

    /** The same in a JVM with one more option. */
    Arm with(String option) {
        List<String> more = new ArrayList<>(command);
        more.add(1, option);
        return new Arm(name, more, x);
    }
}
