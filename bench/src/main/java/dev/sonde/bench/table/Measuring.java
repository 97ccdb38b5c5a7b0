package dev.sonde.bench.table;

import dev.sonde.bench.table.Study.Effort;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Has the arms of a study take turns: A B A B, and in each turn one round. */
final class Measuring {

    private final Consumer<String> log;

    Measuring(Consumer<String> log) {
        this.log = log;
    }

    /** Starts all arms, warms each up, and takes rounds by turns. */
    Measured measure(Study study) {
        log.accept(study.id());
        Measured measured = new Measured(study);
        Map<Arm, Running> running = new LinkedHashMap<>();
        try {
            for (Arm arm : study.arms()) {
                start(arm, study.effortOf(arm), running, measured);
            }
            for (int round = 0; round < study.rounds(); round++) {
                for (Arm arm : study.arms()) {
                    if (round < study.effortOf(arm).rounds()) {
                        round(arm, study.effortOf(arm), running, measured);
                    }
                }
            }
        } finally {
            running.values().forEach(Running::close);
        }
        measured.missing().forEach((arm, why) -> log.accept("  " + arm + " is missing: " + why));
        return measured;
    }

    private static void start(
            Arm arm, Effort effort, Map<Arm, Running> running, Measured measured) {
        try {
            Running started = new Running(arm.command());
            running.put(arm, started);
            measured.version(arm, started.version());
            if (effort.warmUpMillis() > 0) {
                started.round(effort.warmUpMillis() / 2);
                started.round(effort.warmUpMillis() / 2);
            }
        } catch (MissingException e) {
            drop(arm, e, running, measured);
        }
    }

    private static void round(
            Arm arm, Effort effort, Map<Arm, Running> running, Measured measured) {
        Running working = running.get(arm);
        if (working == null) {
            return;
        }
        try {
            measured.add(arm, working.round(effort.roundMillis()));
        } catch (MissingException e) {
            drop(arm, e, running, measured);
        }
    }

    private static void drop(
            Arm arm, MissingException why, Map<Arm, Running> running, Measured measured) {
        Running broken = running.remove(arm);
        if (broken != null) {
            broken.close();
        }
        measured.miss(arm, String.valueOf(why.getMessage()));
    }
}
