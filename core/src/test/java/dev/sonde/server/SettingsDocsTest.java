package dev.sonde.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Keeps the one table of settings as the code is; {@code -Dsonde.rewrite=true} writes it. */
class SettingsDocsTest {

    private static final String START = "<!-- settings: written by SettingsDocsTest -->\n";
    private static final String END = "<!-- end of settings -->\n";

    private static Path page() {
        return Path.of(System.getProperty("sonde.root", "..")).resolve("docs/operating.md");
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| setting | by default | |\n|---|---|---|\n");
        for (Setting setting : Setting.values()) {
            String byDefault = setting.byDefault().isEmpty() ? "" : "`" + setting.byDefault() + "`";
            table.append("| `").append(setting.key()).append("` | ");
            table.append(byDefault).append(" | ").append(setting.says()).append(" |\n");
        }
        return table.toString();
    }

    @Test
    void theTableShowsTheSettingsAsTheyAre() throws IOException {
        String text = Files.readString(page());
        int start = text.indexOf(START) + START.length();
        int end = text.indexOf(END);
        String expected = text.substring(0, start) + table() + text.substring(end);
        if (Boolean.getBoolean("sonde.rewrite")) {
            Files.writeString(page(), expected);
        }

        assertThat(page())
                .as("docs/operating.md; write it with -Dsonde.rewrite=true")
                .hasContent(expected);
    }

    @Test
    void wrongValuesAreNamed() {
        assertThatThrownBy(() -> ServerSettings.read(Map.of("port", "x")))
                .hasMessage("port is 'x', but should be a number from 0 to 65535");
        assertThatThrownBy(() -> ServerSettings.read(Map.of("matchmaker", "best")))
                .hasMessageStartingWith("matchmaker is 'best', but should be fifo, ");
        assertThatThrownBy(() -> ServerSettings.read(Map.of("colour", "red")))
                .hasMessage("there is no setting called colour");
        assertThatThrownBy(() -> ServerSettings.read(Map.of("turn-secret-file", "nowhere")))
                .hasMessage("turn-secret-file: nowhere cannot be read");
    }

    @Test
    void shortSecretIsNamedByItsFile(@TempDir Path folder) throws IOException {
        String file = Files.writeString(folder.resolve("s"), "short\n").toString();

        assertThatThrownBy(() -> ServerSettings.read(Map.of("secret-file", file)))
                .hasMessage("secret-file: " + file + ": the secret has 5 bytes, but needs at least"
                        + " 16; make one with `openssl rand -hex 32`");
    }

    @Test
    void secretsHaveNoText() {
        assertThat(Secret.of("hush").toString()).isEqualTo("Secret[hidden]");
    }
}
