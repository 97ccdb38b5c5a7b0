package dev.sonde.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Who offers, against what JavaScript says. The data files were written by {@code initiative.mjs},
 * which lies beside them, on Node 20 with full ICU.
 */
final class InitiativeTest {

    @Test
    void numbersAreReadAsJavaScriptReadsThem() {
        List<String> lines = lines("numbers.txt");
        List<String> ours = new ArrayList<>();
        for (String line : lines) {
            String text = line.substring(0, line.indexOf(' '));
            ours.add(text + " " + Long.toHexString(Double.doubleToLongBits(JsNumber.parse(text))));
        }
        assertThat(lines).hasSizeGreaterThan(50);
        assertThat(ours).isEqualTo(lines);
    }

    @Test
    void theSameMemberOffersAsInJavaScript() {
        List<String> lines = lines("offers.txt");
        List<String> ours = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            SubjectId a = new SubjectId(words[0]);
            SubjectId b = new SubjectId(words[1]);
            assertThat(Initiative.compare(b, a)).isEqualTo(-Initiative.compare(a, b));
            assertThat(Initiative.isDecided(a, b)).isEqualTo(Initiative.compare(a, b) != 0);
            ours.add(a + " " + b + " " + Initiative.compare(a, b));
        }
        assertThat(lines).hasSizeGreaterThan(1000);
        assertThat(ours).isEqualTo(lines);
    }

    private static List<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        InitiativeTest.class.getResourceAsStream("/javascript/" + file)),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
