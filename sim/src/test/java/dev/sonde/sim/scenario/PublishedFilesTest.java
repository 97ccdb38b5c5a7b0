package dev.sonde.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

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

    @Test
    void schemaIsFresh() throws IOException {
        assertFresh(SCHEMA, SchemaPage.of(TestWords.VOCABULARY));
    }

    @Test
    void referencePageIsFresh() throws IOException {
        assertFresh("docs/scenario-reference.md", ReferencePage.of(TestWords.VOCABULARY));
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
        Schema schema = schema();
        for (Path file : files) {
            new ScenarioReader(TestWords.VOCABULARY).read(file);
            assertThat(schema.validate(TestTrees.json(Files.readString(file)), InputFormat.JSON))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void templateIsReadAndFitsTheSchema() throws IOException, ScenarioException {
        String template = ScenarioTemplate.text();

        Scenario read = new ScenarioReader(TestWords.VOCABULARY)
                .read(template, "template.yaml", Path.of(""));

        assertThat(read.people()).isNotEmpty();
        assertThat(schema().validate(TestTrees.json(template), InputFormat.JSON))
                .isEmpty();
    }

    static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaPage.of(TestWords.VOCABULARY), InputFormat.JSON);
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
