package dev.sonde.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whole conversations with a lobby, each compared with what is written in {@code conversations}.
 * With {@code -Dsonde.rewrite=true} the effects are written anew; read the difference before you
 * keep it.
 */
final class ConversationsTest {

    @TestFactory
    Stream<DynamicNode> everyConversationGoesAsWritten() {
        List<Path> files = ConversationFile.all();
        assertThat(files).hasSizeGreaterThan(5);
        return files.stream().map(ConversationsTest::ofFile);
    }

    private static DynamicNode ofFile(Path file) {
        List<ConversationFile.Section> sections = ConversationFile.read(file);
        if (Boolean.getBoolean("sonde.rewrite")) {
            ConversationFile.write(
                    file,
                    sections.stream()
                            .map(section -> new ConversationFile.Section(
                                    section.claim(),
                                    Conversation.replay(section.text(), lobby -> {})))
                            .toList());
        }
        Stream<DynamicTest> tests = ConversationFile.read(file).stream()
                .map(section -> dynamicTest(
                        section.claim(),
                        () -> assertThat(Conversation.replay(section.text(), lobby -> {}))
                                .isEqualTo(section.text())));
        return DynamicContainer.dynamicContainer(String.valueOf(file.getFileName()), tests);
    }
}
