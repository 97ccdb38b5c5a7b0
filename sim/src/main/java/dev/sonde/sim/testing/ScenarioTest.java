package dev.sonde.sim.testing;

import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs scenarios, each with each seed, as one test each.
 *
 * <p>Every run is held against what its scenario expects before the method is called; a scenario
 * that says nothing expects that all claims hold. So a method without a body is a whole test. A
 * method that wants to say more takes a {@link ScenarioRun}.
 *
 * <p>A failure names the seed, the claim and the event, and the command that shows the run again;
 * scenario and trace are written below {@code target/sonde}. Four settings, as system properties or
 * in {@code junit-platform.properties}: {@code sonde.seeds} runs other seeds than {@link #seeds},
 * {@code sonde.schedules} more or less schedules than {@link #schedules} where there are some,
 * {@code sonde.under-test} tests another lobby than {@link #underTest}, and {@code sonde.out} names
 * another folder to write to.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(ScenarioTestExtension.class)
public @interface ScenarioTest {

    /**
     * Scenarios: a file, a folder (every scenario in it and below, sorted), or, with a line break
     * in it, the text of a scenario. Files and folders are looked for in the working directory,
     * then on the class path.
     */
    String[] value();

    /**
     * With which seeds each scenario is run: {@code 7}, {@code 1..100}, or several of these with
     * commas between. Empty for the scenario's own.
     */
    String seeds() default "";

    /**
     * Under how many schedules each scenario is explored, besides: other orders of events, with
     * faults added, as {@code sonde explore} does. That is one test more for each scenario, for
     * which the method is not called; its first violation fails it, and is kept as a capsule. None
     * without it.
     */
    int schedules() default 0;

    /** How these schedules are chosen: a strategy by its name, as {@code sonde explore} has it. */
    String strategy() default "random";

    /** The lobby to test, by name. Empty for the scenario's own. */
    String underTest() default "";

    /**
     * After how many failures the seeds that are left are skipped, at least 1: one failing seed is
     * usually enough to work with.
     */
    int failureThreshold() default 1;
}
