package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.outcome.ProbeRow;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.trace.Story;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class StoryTellerTest {

    private static final int ENOUGH = 10_000;

    private static RunResult run(String yaml) throws Exception {
        var scenario = Packs.ON_CLASS_PATH.reader().read(yaml, "story", Path.of(""));
        return new Simulation(scenario).run(new RunOptions(1, true));
    }

    private static List<String> words(Story story) {
        List<String> words = new ArrayList<>();
        for (Story.Step step : story.steps()) {
            String to = step.to() == Story.NONE ? "" : " > " + story.lanes().get(step.to());
            words.add(
                    step.kind() + " " + story.lanes().get(step.from()) + to + ": " + step.words());
        }
        return words;
    }

    /** A pair is probed and matched: the whole run, then the probe, with what both went through. */
    @Test
    void pairIsToldFromArrivalToMatch() throws Exception {
        RunResult run = run(Scenes.PAIR + Scenes.LIMIT);
        Story story = StoryTeller.of(run, ENOUGH);

        assertThat(story.lanes()).containsExactly("server", "ann", "bob");
        assertThat(story.chapters()).hasSize(2);
        assertThat(story.chapters().get(0))
                .isEqualTo(new Story.Chapter("The whole run", List.of()));
        assertThat(story.chapters().get(1).title()).startsWith("Probe 1: ann + bob, complete");
        assertThat(story.chapters().get(1).members()).containsExactly(1, 2);
        assertThat(story.note()).isEmpty();
        assertThat(words(story))
                .contains(
                        "PERSON ann: joins",
                        "MESSAGE ann > server: socket#1 probe_ready probe#1",
                        "DECISION server: probe#1 created: bob, ann",
                        "CANDIDATE server > bob: probe_signal probe#1"
                                + " ice-candidate host 1 from ann")
                .noneMatch(line -> line.startsWith("FAULT"));
        assertThat(story.spans())
                .extracting(Story.Span::stage)
                .contains(Story.Stage.WAITING, Story.Stage.PROBE, Story.Stage.CONNECTED);
    }

    @Test
    void deliveriesKnowWhenTheyWereSent() throws Exception {
        Story story = StoryTeller.of(run(Scenes.PAIR + Scenes.LIMIT), ENOUGH);

        assertThat(story.steps())
                .filteredOn(step -> step.from() == Story.SERVER && step.to() > 0)
                .isNotEmpty()
                .allMatch(step -> step.sentNanos() < step.atNanos());
    }

    @Test
    void lostMessageIsAFaultAndNoDelivery() throws Exception {
        Story story = StoryTeller.of(
                run(Scenes.PAIR + Scenes.LIMIT
                        + "faults: [{drop: signal, type: answer, from: bob, nth: 1}]\n"),
                ENOUGH);

        assertThat(words(story))
                .anyMatch(line -> line.startsWith("FAULT") && line.contains("answer"))
                .noneMatch(line -> line.contains("> ann: probe_signal probe#1 answer"));
    }

    @Test
    void violationIsToldWhereItHappens() throws Exception {
        RunResult run = run(Scenes.pairUnderTest("start-before-peer"));
        long event = run.claims().stream()
                .filter(claim -> claim.event() > 0)
                .mapToLong(claim -> claim.event())
                .min()
                .orElseThrow();

        Story whole = StoryTeller.of(run, ENOUGH);
        Story cut = StoryTeller.upTo(event, run, ENOUGH);

        assertThat(words(whole)).anyMatch(line -> line.contains(" is violated: "));
        assertThat(cut.steps()).allMatch(step -> step.event() <= event);
        assertThat(words(cut)).anyMatch(line -> line.contains(" is violated: "));
        assertThat(cut.steps().size()).isLessThan(whole.steps().size());
    }

    @Test
    void crowdIsToldByProbesOfEachOutcome() throws Exception {
        RunResult run = run("""
                sonde: 1
                name: many
                until: 60s
                lobby: {matchmaker: {type: fifo, max-p2p-rtt: 100ms}}
                people:
                  - crowd: {name: c, count: 60, ids: "p{n}", arrivals: poisson 2/s}
                faults: [{drop: signal, type: answer, from: p1, nth: 1}]
                """);
        int mostSteps = 300;

        Story story = StoryTeller.of(run, mostSteps);

        assertThat(story.note()).startsWith("Of " + run.probes().size() + " probes ");
        assertThat(story.chapters()).hasSizeBetween(2, run.probes().size() - 1);
        assertThat(story.steps().size()).isLessThan(mostSteps + 20);
        assertThat(run.probes().stream().map(ProbeRow::outcome).distinct())
                .allMatch(outcome -> story.chapters().stream()
                        .anyMatch(chapter -> chapter.title().contains(outcome)));
    }
}
