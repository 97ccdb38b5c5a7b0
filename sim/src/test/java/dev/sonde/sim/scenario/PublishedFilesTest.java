package dev.sonde.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.sonde.sim.WebRtcPack;
import dev.sonde.sim.pack.Packs;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is published about the format is generated, and fresh. With {@code -Dsonde.rewrite=true} it
 * is written instead of compared.
 */
final class PublishedFilesTest {

    private static final Path ROOT = Path.of(System.getProperty("sonde.root", ".."));
    private static final String SCHEMA = "scenarios/scenario.schema.json";
    private static final Vocabulary VOCABULARY = new WebRtcPack().vocabulary();

    @Test
    void schemaIsFresh() throws IOException {
        assertFresh(SCHEMA, SchemaPage.of(Packs.ON_CLASS_PATH.vocabulary()));
    }

    @Test
    void referencePageIsFresh() throws IOException {
        assertFresh("docs/scenario-reference.md", ReferencePage.of(VOCABULARY));
    }

    @Test
    void everyWordOfTheBenchHasAMeaning() {
        assertThat(VOCABULARY.behaviours()).hasSizeGreaterThan(10).noneMatch(this::isMute);
        assertThat(VOCABULARY.presets()).hasSizeGreaterThan(5).noneMatch(this::isMute);
        assertThat(VOCABULARY.claims()).hasSizeGreaterThan(25).noneMatch(this::isMute);
        assertThat(VOCABULARY.metrics())
                .hasSizeGreaterThan(20)
                .noneMatch(metric -> metric.meaning().isBlank());
    }

    private boolean isMute(Vocabulary.Word word) {
        return word.meaning().isBlank();
    }

    @Test
    void theJarCarriesThePublishedSchema() throws IOException {
        try (InputStream in = ScenarioReader.class.getResourceAsStream("scenario.schema.json")) {
            assertThat(in).isNotNull();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(ROOT.resolve(SCHEMA)));
        }
    }

    @Test
    void everyScenarioFileIsReadAndFitsTheSchema() throws IOException, ScenarioException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(ROOT.resolve("scenarios"))) {
            files = all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        Schema schema = schema(Packs.ON_CLASS_PATH.vocabulary());
        ScenarioReader reader = Packs.ON_CLASS_PATH.reader();
        for (Path file : files) {
            reader.read(file);
            assertThat(schema.validate(TestTrees.json(Files.readString(file)), InputFormat.JSON))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void templateIsReadAndFitsTheSchema() throws IOException, ScenarioException {
        String template = ScenarioTemplate.text();

        Scenario read = Packs.ON_CLASS_PATH.reader().read(template, "template.yaml", Path.of(""));

        assertThat(read.people()).isNotEmpty();
        assertThat(schema(VOCABULARY).validate(TestTrees.json(template), InputFormat.JSON))
                .isEmpty();
    }

    static Schema schema(Vocabulary vocabulary) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaPage.of(vocabulary), InputFormat.JSON);
    }

    private static void assertFresh(String name, String text) throws IOException {
        Path file = ROOT.resolve(name);
        if (Boolean.getBoolean("sonde.rewrite")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).as("write it with -Dsonde.rewrite=true").hasContent(text);
    }
}
