package dev.sonde.sim.scenario;

import java.nio.file.Path;
import java.util.List;

/** Values that keys state in the words of the file format. */
final class Defaults {

    private Defaults() {}

    /** The record of a mapping without keys. */
    static <T> T of(Class<T> type) {
        return read(RecordForm.of(type), "{}");
    }

    /** A value as written in a file. */
    static <T> T read(Form<T> form, String text) {
        Reading reading = new Reading("default", text, Vocabulary.OPEN, Path.of(""));
        Node node = NodeReader.read(text, reading);
        T value = node == null ? null : form.read(node, reading);
        List<Problem> problems = reading.problems();
        if (value == null || !problems.isEmpty()) {
            throw new IllegalStateException("a key states what it does not accept: " + problems);
        }
        return value;
    }
}
