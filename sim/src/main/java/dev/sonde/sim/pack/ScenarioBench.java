package dev.sonde.sim.pack;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.Bench;
import dev.sonde.sim.explore.CapsuleException;
import dev.sonde.sim.explore.Choice;
import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.scenario.ExpectSection;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioEdits;
import dev.sonde.sim.scenario.ScenarioException;
import dev.sonde.sim.scenario.ScenarioReader;
import dev.sonde.sim.scenario.ScenarioWriter;
import dev.sonde.sim.scenario.ScheduleSection;
import dev.sonde.sim.trace.Story;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/** Scenario files of all packs, for those who replay and shrink. */
public final class ScenarioBench implements Bench {

    private static final String LABEL = "the capsule's scenario";

    private final ScenarioReader reader;
    private final Path folder;
    private final Packs packs;
    private final @Nullable String underTest;
    private final Pulse pulse = new Pulse();

    /**
     * @param folder where files that scenarios name are looked for
     * @param packs the protocols that there are
     * @param underTest another lobby than that of the scenarios, null for theirs
     */
    public ScenarioBench(Path folder, Packs packs, @Nullable String underTest) {
        this.reader = packs.reader();
        this.folder = folder;
        this.packs = packs;
        this.underTest = underTest;
    }

    private Scenario scenario(String text) throws CapsuleException {
        try {
            Scenario read = reader.read(text, LABEL, folder);
            return underTest == null ? read : read.withUnderTest(underTest);
        } catch (ScenarioException e) {
            throw new CapsuleException(String.valueOf(e.getMessage()), e);
        }
    }

    private Prepared prepared(String text) throws CapsuleException {
        try {
            return packs.prepared(scenario(text));
        } catch (PackException e) {
            throw new CapsuleException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The scenario as JSON, on one line, with the lobby that is really under test.
     *
     * @throws CapsuleException if it is none
     */
    public String json(String scenario) throws CapsuleException {
        return ScenarioWriter.json(scenario(scenario));
    }

    /**
     * How many entries of people the scenario has.
     *
     * @throws CapsuleException if it is none
     */
    public int people(String scenario) throws CapsuleException {
        return scenario(scenario).people().size();
    }

    /**
     * How many faults the scenario has.
     *
     * @throws CapsuleException if it is none
     */
    public int faults(String scenario) throws CapsuleException {
        return scenario(scenario).faults().size();
    }

    @Override
    public Explored read(String scenario) throws CapsuleException {
        return prepared(scenario).explored(() -> pulse);
    }

    @Override
    public List<String> simpler(String scenario) {
        return ScenarioEdits.simpler(scenario);
    }

    @Override
    public List<String> moved(String scenario, List<Long> instantsNanos) {
        return ScenarioEdits.moved(scenario, instantsNanos);
    }

    @Override
    public String file(String scenario, List<Choice> choices, String claim)
            throws CapsuleException {
        return file(scenario, ScheduleWords.schedule(choices), claim);
    }

    @Override
    public String fileInOrderOfTime(String scenario, String claim) throws CapsuleException {
        return file(scenario, ScheduleSection.OF_TIME, claim);
    }

    /** That a lobby does not fail is no claim that a file could expect to be violated. */
    private String file(String text, ScheduleSection schedule, String claim)
            throws CapsuleException {
        ExpectSection expect = claim.equals(Attempt.Failure.BROKE)
                ? ExpectSection.DEFAULT
                : new ExpectSection(
                        ExpectSection.Verdict.VIOLATED, claim, List.of(), List.of(), List.of());
        return ScenarioWriter.write(scenario(text).withSchedule(schedule).withExpect(expect));
    }

    @Override
    public boolean violates(String file, String claim) {
        try {
            RunResult result = run(file, new RunWish(scenario(file).seed(), false));
            return claim.equals(Attempt.Failure.BROKE)
                    ? result.lobbyFailure() != null
                    : result.claims().stream()
                            .anyMatch(each -> each.name().equals(claim)
                                    && each.verdict() == Verdict.VIOLATED);
        } catch (CapsuleException e) {
            return false;
        }
    }

    /**
     * Runs under a schedule, with everything that is known of a run, and its trace.
     *
     * @throws CapsuleException if the scenario is none, or cannot be run
     */
    public RunResult run(String scenario, long seed, Schedule schedule) throws CapsuleException {
        return run(scenario, new RunWish(seed, true, schedule, false, null));
    }

    /**
     * Tells a run of a scenario, up to an event and with it.
     *
     * @param mostSteps about how many steps may be told
     * @throws CapsuleException if the scenario is none, or cannot be run
     */
    public Story story(String scenario, RunResult run, long upToEvent, int mostSteps)
            throws CapsuleException {
        return prepared(scenario).story(run, upToEvent, mostSteps);
    }

    /**
     * Draws a run of a scenario, up to the violation of a claim.
     *
     * @throws CapsuleException if the scenario is none, or cannot be run
     */
    public String diagram(String scenario, RunResult run, String claim) throws CapsuleException {
        return prepared(scenario).diagram(run, claim);
    }

    private RunResult run(String scenario, RunWish wish) throws CapsuleException {
        try {
            return prepared(scenario).run(wish, pulse);
        } catch (PackException e) {
            throw new CapsuleException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Where the run is that is going on, null between runs. For watchdogs: other threads than the
     * one that uses this bench may ask.
     */
    public Pulse.@Nullable Beat beat() {
        return pulse.beat();
    }
}
