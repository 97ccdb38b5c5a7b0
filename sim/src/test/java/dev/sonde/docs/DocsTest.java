package dev.sonde.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sonde.matchmaking.Fifo;
import dev.sonde.sim.RunOptions;
import dev.sonde.sim.Simulation;
import dev.sonde.sim.broken.BrokenLobbies;
import dev.sonde.sim.cli.TheCommand;
import dev.sonde.sim.oracle.Oracle;
import dev.sonde.sim.oracle.OracleSettings;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.testing.ScenarioRun;
import dev.sonde.sim.testing.Scenarios;
import dev.sonde.sim.trace.TraceText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is written is true: links, commands, outputs and tables of README and docs. */
class DocsTest {

    private static final Path SMOKE = Page.ROOT.resolve("scenarios/smoke/two-people.yaml");

    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.])(/home|/root|/work|/tmp|/Users|/usr|[A-Z]:\\\\)[/\\\\]");
    private static final Pattern CITED_FILE = Pattern.compile("(?<![\\w.])([a-z][a-z-]*)\\.md\\b");
    private static final Pattern CITED_PART = Pattern.compile(
            "\\b(protocol)(?: page|\\.md), \"?([A-Z][a-z]*(?: [a-z]+)*)(?=[\"):.;])");

    @Test
    void everyRelativeLinkPointsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        int seen = 0;
        for (Page page : Page.all()) {
            for (String target : page.links()) {
                seen++;
                if (!Files.exists(page.file().resolveSibling(target))) {
                    broken.add(page + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(seen).as("links seen").isGreaterThan(30);
    }

    @Test
    void everyCommandIsUnderstoodAndItsScenariosExist() throws IOException {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (Page page : Page.all()) {
            for (List<String> words : page.commands()) {
                seen++;
                String complaint = TheCommand.complaint(words.toArray(String[]::new));
                if (!complaint.isEmpty()) {
                    wrong.add(page + ": " + words + ": " + complaint);
                }
                words.stream()
                        .filter(word -> word.startsWith("scenarios/") && !word.contains("*"))
                        .filter(word -> !Files.exists(Page.ROOT.resolve(word)))
                        .forEach(word -> wrong.add(page + ": there is no " + word));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).as("commands seen").isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/exploration.md"})
    void theExampleOfAFailureIsTheOneThatExploreKeeps(String page, @TempDir Path folder)
            throws IOException {
        TheCommand.printed(
                "explore",
                Page.ROOT.resolve("scenarios/smoke/neutral-two.yaml").toString(),
                "--under-test",
                "ready-counter",
                "--quiet",
                "--out",
                folder.toString());

        assertThat(Page.read(page).commands().stream()
                        .flatMap(List::stream)
                        .filter(word -> word.startsWith("failures/"))
                        .map(word -> folder.resolve(word.substring("failures/".length()))))
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    @Test
    void noLineNamesAPathOfSomebodysMachine() throws IOException {
        List<String> found = new ArrayList<>();
        for (Page page : Page.all()) {
            page.lines().stream()
                    .filter(line -> MACHINE_PATH.matcher(line).find())
                    .forEach(line -> found.add(page + ": " + line));
        }
        assertThat(found).isEmpty();
        assertThat(MACHINE_PATH.matcher("see /home/me").find()).isTrue();
    }

    @Test
    void outputInTheReadmeIsWhatTheCommandPrints() throws IOException {
        List<String> printed =
                TheCommand.printed("run", SMOKE.toString(), "--quiet").lines().toList();
        Page readme = Page.read("README.md");

        assertThat(readme.blocks("text")).hasSize(1);
        assertFresh(
                readme,
                readme.withBlocks(
                        "text",
                        shown -> withoutWallTime(shown).equals(withoutWallTime(printed))
                                ? shown
                                : printed));
    }

    private static List<String> withoutWallTime(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("[0-9.]+ m?s wall", "… wall"))
                .toList();
    }

    private static void assertFresh(Page page, List<String> fresh) throws IOException {
        if (Boolean.getBoolean("sonde.rewrite")) {
            Files.write(page.file(), fresh);
        }
        assertThat(Files.readAllLines(page.file()))
                .as("%s; -Dsonde.rewrite=true writes it anew", page)
                .isEqualTo(fresh);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/testing-your-coordinator.md"})
    void codeOnThePageIsThatOfTheExamples(String page) throws IOException {
        String examples = "";
        Path folder = Page.ROOT.resolve("sim/src/test/java/dev/sonde/examples");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                examples += squeezed(Files.readAllLines(file));
            }
        }
        List<List<String>> blocks = Page.read(page).blocks("java");
        assertThat(blocks).hasSizeGreaterThan(1);
        for (List<String> block : blocks) {
            assertThat(examples).contains(squeezed(block));
        }
    }

    @Test
    void failureOnThePageIsWhatATestSays() throws IOException {
        Page page = Page.read("docs/testing-your-coordinator.md");
        String example = Files.readString(
                Page.ROOT.resolve("sim/src/test/java/dev/sonde/examples/MyLobbyTest.java"));
        String text = example.replaceAll("(?s).*parse\\(\"\"\"\n(.*?)\"\"\".*", "$1");
        ScenarioRun run = ScenarioRun.of(Scenarios.parse(text.stripIndent()).withSeed(7));

        String said = String.valueOf(
                        assertThrows(AssertionError.class, run::held).getMessage())
                .replaceAll("--cp \\S+", "--cp …")
                .replace(Path.of("").toAbsolutePath().toString(), "…");
        assertThat(page.blocks("text")).hasSize(1);
        assertFresh(page, page.withBlocks("text", shown -> said.lines().toList()));
    }

    @Test
    void versionsOnThePageAreThoseOfTheBuild() {
        String pom = String.join("\n", Page.read("pom.xml").lines());
        List<String> lines =
                Page.read("docs/testing-your-coordinator.md").blocks("xml").get(0);
        List<String> versions = lines.stream()
                .filter(line -> line.contains("<version>"))
                .map(line -> line.replaceAll(".*<version>(.*)</version>.*", "$1"))
                .toList();

        assertThat(versions)
                .containsExactly(
                        pom.replaceAll("(?s).*?<version>(.*?)</version>.*", "$1"),
                        property(pom, "junit.version"),
                        property(pom, "jqwik.version"));
    }

    private static String property(String pom, String name) {
        return pom.replaceAll("(?s).*<" + name + ">(.*?)</" + name + ">.*", "$1");
    }

    /** How lines are broken is no matter of what they say. */
    private static String squeezed(List<String> lines) {
        return String.join("", lines).replaceAll("\\s", "");
    }

    /** The words of a line stand behind its event and its instant. */
    @Test
    void linesOfTheTraceThatIsExplainedAreInTheTrace() throws Exception {
        Scenario scenario = Packs.ON_CLASS_PATH.reader().read(SMOKE);
        RunResult run = new Simulation(scenario).run(new RunOptions(scenario.seed(), true));
        StringBuilder text = new StringBuilder();
        TraceText.write(run.trace(), run.scenario(), run.seed(), text);
        List<String> trace = text.toString().lines().toList();
        Page page = Page.read("docs/reading-a-trace.md");

        assertThat(page.blocks("text")).hasSizeGreaterThan(3);
        assertFresh(
                page,
                page.withBlocks(
                        "text",
                        shown -> shown.stream().map(line -> in(trace, line)).toList()));
    }

    private static String in(List<String> trace, String line) {
        return trace.stream()
                .filter(actual -> words(actual).equals(words(line)))
                .findFirst()
                .orElse("not in the trace: " + line);
    }

    private static String words(String line) {
        return line.startsWith("#") ? line.replaceFirst("[0-9a-f]{16}", "") : line.substring(22);
    }

    @Test
    void pageOfClaimsListsEachWithItsKindAndTheLobbiesThatItCatches() {
        List<ClaimResult> claims =
                new Oracle(OracleSettings.defaults(Fifo.withoutLimit())).results(false);

        List<List<String>> expected = claims.stream()
                .map(claim -> List.of(
                        claim.name(), claim.kind().text(), claim.reads(), caughtBy(claim.name())))
                .toList();
        assertThat(Page.read("docs/claims.md").table("claim"))
                .extracting(row -> List.of(row.get(0), row.get(1), row.get(2), row.get(4)))
                .isEqualTo(expected);
    }

    private static String caughtBy(String claim) {
        String names = BrokenLobbies.all().stream()
                .filter(lobby -> lobby.claims().contains(claim))
                .map(lobby -> "`" + lobby.name() + "`")
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "–" : names;
    }

    @Test
    void pageOfRacesListsEachBrokenLobby() {
        List<List<String>> expected = BrokenLobbies.all().stream()
                .map(lobby -> List.of(
                        lobby.row() == 0 ? "–" : Integer.toString(lobby.row()),
                        "`" + lobby.name() + "`",
                        String.join(", ", lobby.claims())))
                .toList();
        assertThat(Page.read("docs/races.md").table("row"))
                .extracting(row -> List.of(row.get(0), row.get(1), row.get(3)))
                .isEqualTo(expected);
    }

    @Test
    void pagesThatSourcesCiteExist() throws IOException {
        List<String> missing = new ArrayList<>();
        int seen = 0;
        for (String module : List.of("core", "sim", "bench")) {
            try (Stream<Path> files = Files.walk(Page.ROOT.resolve(module + "/src"))) {
                for (Path file :
                        files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    // A citation may be broken over two lines of a comment.
                    String text = Files.readString(file).replaceAll("\\s*\\n\\s*\\*? ?", " ");
                    Matcher page = CITED_FILE.matcher(text);
                    while (page.find()) {
                        seen++;
                        if (!exists(page.group(1))) {
                            missing.add(file.getFileName() + ": " + page.group());
                        }
                    }
                    Matcher part = CITED_PART.matcher(text);
                    while (part.find()) {
                        seen++;
                        Page cited = Page.read("docs/" + part.group(1) + ".md");
                        if (!cited.hasHeading(part.group(2))) {
                            missing.add(file.getFileName() + ": " + part.group());
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(seen).as("citations seen").isGreaterThan(10);
    }

    private static boolean exists(String page) {
        return Files.exists(Page.ROOT.resolve("docs/" + page + ".md"))
                || Files.exists(Page.ROOT.resolve(page + ".md"));
    }
}
