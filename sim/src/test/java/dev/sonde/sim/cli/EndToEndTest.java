package dev.sonde.sim.cli;

import static dev.sonde.sim.cli.RealSession.sonde;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.sonde.sim.ProbeMetrics;
import dev.sonde.sim.Scenes;
import dev.sonde.sim.oracle.Oracle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command on real files, from arguments to exit code. */
final class EndToEndTest {

    private static final Path TWO_PEOPLE = Path.of(System.getProperty("sonde.root", ".."))
            .resolve("scenarios/smoke/two-people.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path file(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }

    @Test
    void exitCodesSayWhatCameOut() throws IOException {
        String pair = Scenes.PAIR + Scenes.LIMIT;
        String broken = Scenes.pairUnderTest("start-before-peer");
        Path held = file("held.yaml", pair);
        Path missed = file("missed.yaml", pair + "expect: {unmatched: [ann]}\n");
        Path cut = file("cut.yaml", pair + "limits: {events: 5}\n");
        Path throwing = file("throwing.yaml", Scenes.pairUnderTest("throwing"));
        Path nobody = file("nobody.yaml", Scenes.pairUnderTest("throwin"));

        assertThat(sonde("run", held).code()).isZero();
        assertThat(sonde("run", missed).code()).isEqualTo(1);
        assertThat(sonde("run", cut).code()).isEqualTo(3);
        assertThat(sonde("run", nobody).code()).isEqualTo(2);
        assertThat(sonde("run", held, cut).code()).isEqualTo(3);
        assertThat(sonde("run", held, cut, missed).code()).isEqualTo(1);
        assertThat(sonde("run", held, cut, missed, nobody).code()).isEqualTo(2);
        String fifo = "expect: {verdict: violated, claim: Fifo}\n";
        String secrets = "expect: {verdict: violated, claim: Secrets}\n";
        assertThat(sonde("run", file("caught.yaml", broken + fifo)).code()).isZero();
        assertThat(sonde("run", file("other.yaml", broken + secrets)).code()).isEqualTo(1);
        assertThat(sonde("run", file("quiet.yaml", pair + fifo)).code()).isEqualTo(1);
        assertThat(sonde("run", throwing).code()).isEqualTo(1);
    }

    @Test
    void aLobbyThatThrowsIsNamedAndIsNoInternalError() throws IOException {
        RealSession run = sonde("run", file("t.yaml", Scenes.pairUnderTest("throwing")));

        assertThat(run.out())
                .contains("VIOLATED, NOT as expected")
                .contains("the lobby under test failed, which ended the run")
                .contains("java.lang.IllegalStateException: no such probe [31m")
                .doesNotContain("\u001b");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void anUnknownLobbyIsWrongInputWithTheNearestName() throws IOException {
        RealSession run = sonde("run", file("t.yaml", Scenes.pairUnderTest("throwin")));

        assertThat(run.err())
                .isEqualTo(folder.resolve("t.yaml")
                        + ": no coordinator is called 'throwin'; did you mean 'throwing'?\n");
    }

    @Test
    void jsonHasEveryFieldOfTheContractWithItsType() throws IOException {
        RealSession run = sonde("run", TWO_PEOPLE, "--json");
        JsonNode json = JSON.readTree(run.out());

        assertThat(run.out()).endsWith("}\n").hasLineCount(1);
        assertThat(names(json))
                .containsExactly(
                        "scenario",
                        "seed",
                        "verdict",
                        "asExpected",
                        "limitHit",
                        "claims",
                        "expectations",
                        "digest",
                        "events",
                        "simulatedMillis",
                        "wallMillis",
                        "matches",
                        "probes",
                        "metrics");
        assertThat(json.get("scenario").textValue()).isEqualTo("two-people");
        assertThat(json.get("seed").isIntegralNumber()).isTrue();
        assertThat(json.get("verdict").textValue()).isEqualTo("HELD");
        assertThat(json.get("asExpected").booleanValue()).isTrue();
        assertThat(json.get("limitHit").isNull()).isTrue();
        assertThat(json.get("digest").textValue()).matches("[0-9a-f]{16}");
        assertThat(json.get("events").isIntegralNumber()).isTrue();
        assertThat(json.get("simulatedMillis").isNumber()).isTrue();
        assertThat(json.get("wallMillis").isNumber()).isTrue();
    }

    @Test
    void rowsOfTheJsonAreAsTheContractSays() throws IOException {
        JsonNode json = JSON.readTree(sonde("run", TWO_PEOPLE, "--json").out());

        List<String> claims = new ArrayList<>();
        for (JsonNode claim : json.get("claims")) {
            assertThat(names(claim))
                    .containsExactly("name", "kind", "verdict", "event", "atMillis", "why");
            assertThat(claim.get("kind").textValue()).isIn("invariant", "end", "promise");
            claims.add(claim.get("name").textValue());
        }
        assertThat(claims).isEqualTo(Oracle.claimNames());
        for (JsonNode expectation : json.get("expectations")) {
            assertThat(names(expectation)).containsExactly("what", "expected", "actual", "met");
            assertThat(expectation.get("met").booleanValue()).isTrue();
        }
        JsonNode match = json.get("matches").get(0);
        assertThat(names(match)).containsExactly("members", "rttMillis", "atMillis");
        assertThat(match.get("members").toString()).isEqualTo("[\"ann\",\"bob\"]");
        JsonNode probe = json.get("probes").get(0);
        assertThat(names(probe))
                .containsExactly(
                        "members",
                        "outcome",
                        "phase",
                        "rttMillis",
                        "trueRttMillis",
                        "candidateType",
                        "openMillis",
                        "endMillis");
        assertThat(probe.get("outcome").textValue()).isEqualTo("complete");
        assertThat(probe.get("trueRttMillis").doubleValue()).isBetween(75.0, 85.0);
        assertThat(names(json.get("metrics")))
                .containsAll(
                        ProbeMetrics.ALL.stream().map(metric -> metric.name()).toList());
        json.get("metrics")
                .forEach(metric ->
                        assertThat(metric.isNumber() || metric.isNull()).isTrue());
    }

    @Test
    void onlyWallMillisDiffersBetweenTwoRuns() {
        String pattern = "\"wallMillis\":[0-9.]+";
        String one = sonde("run", TWO_PEOPLE, "--json").out();
        String other = sonde("run", TWO_PEOPLE, "--json").out();

        assertThat(one).containsPattern(pattern);
        assertThat(one.replaceAll(pattern, "")).isEqualTo(other.replaceAll(pattern, ""));
    }

    @Test
    void seedsGiveOneObjectEachInOrder() throws IOException {
        List<String> lines = sonde("run", TWO_PEOPLE, "--seeds", "3..6", "--json")
                .out()
                .lines()
                .toList();

        List<Long> seeds = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        for (String line : lines) {
            seeds.add(JSON.readTree(line).get("seed").longValue());
            digests.add(JSON.readTree(line).get("digest").textValue());
        }
        assertThat(seeds).containsExactly(3L, 4L, 5L, 6L);
        assertThat(digests).doesNotHaveDuplicates();
        assertThat(JSON.readTree(sonde("run", TWO_PEOPLE, "--seed", "5", "--json")
                                .out())
                        .get("digest")
                        .textValue())
                .isEqualTo(digests.get(2));
    }

    @Test
    void tracesOfEqualRunsAreTheSameAndOfOtherSeedsAreNot() throws IOException {
        Path one = folder.resolve("one.trace");
        Path same = folder.resolve("same.trace");
        Path other = folder.resolve("other.trace");
        sonde("run", TWO_PEOPLE, "--trace", one);
        sonde("run", TWO_PEOPLE, "--trace", same);
        sonde("run", TWO_PEOPLE, "--seed", "8", "--trace", other);

        assertThat(Files.readString(one)).isEqualTo(Files.readString(same));
        assertThat(Files.readString(one)).contains("probe#1 created: bob, ann", "match#1 formed");
        assertThat(sonde("diff", one, same).code()).isZero();
        RealSession differs = sonde("diff", one, other);
        assertThat(differs.code()).isEqualTo(1);
        assertThat(differs.out()).startsWith("different from step ");
    }

    @Test
    void rowsHaveOneLineForEachPersonMatchAndProbe() throws IOException {
        Path rows = folder.resolve("rows.csv");
        assertThat(sonde("run", TWO_PEOPLE, "--rows", rows).code()).isZero();

        assertThat(Files.readAllLines(rows).stream()
                        .map(row -> String.join(",", List.of(row.split(",", 5)).subList(0, 4))))
                .containsExactlyInAnyOrder(
                        "scenario,seed,kind,members",
                        "two-people,7,person,ann",
                        "two-people,7,person,bob",
                        "two-people,7,match,ann+bob",
                        "two-people,7,probe,ann+bob");
    }

    @Test
    void outputsThatCannotBeWrittenAreWrongInputAndLeaveNothing() throws IOException {
        Path nowhere = folder.resolve("no/such/out");
        RealSession trace = sonde("run", TWO_PEOPLE, "--trace", nowhere);
        RealSession rows = sonde("run", TWO_PEOPLE, "--rows", folder);

        assertThat(trace.code()).isEqualTo(2);
        assertThat(trace.err()).contains("there is no folder").doesNotContain("\tat ");
        assertThat(rows.code()).isEqualTo(2);
        assertThat(rows.err()).contains("it is a folder");
        assertThat(trace.out() + rows.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatNewWritesIsValidRunsAndHolds() throws IOException {
        Path mine = folder.resolve("mine.yaml");

        assertThat(sonde("new", mine).code()).isZero();
        assertThat(sonde("validate", mine).out()).isEqualTo(mine + ": ok\n");
        RealSession run = sonde("run", mine);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("HELD, as expected");
    }

    @Test
    void theTemplateNamesOnlyVerbsThatThereAre() throws IOException {
        Path mine = folder.resolve("mine.yaml");
        sonde("new", mine);
        Matcher verbs = Pattern.compile("sonde ([a-z]+)").matcher(Files.readString(mine));
        List<String> named = new ArrayList<>();
        while (verbs.find()) {
            named.add(verbs.group(1));
        }

        assertThat(named).contains("run");
        for (String verb : named) {
            assertThat(sonde(verb, "--help").code()).as(verb).isZero();
        }
    }

    @Test
    void schemaAndPresetsAreThoseOfTheProject() throws IOException {
        assertThat(JSON.readTree(sonde("schema").out()).get("title").textValue())
                .isEqualTo("Sonde scenario");
        assertThat(sonde("schema", "--metrics").out())
                .contains(ProbeMetrics.ALL.stream().map(metric -> metric.name()).toList());
        assertThat(sonde("presets").out()).contains("fibre", "cgn-mobile", "office-udp-blocked");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
