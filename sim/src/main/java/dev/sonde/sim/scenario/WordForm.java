package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One out of a few words.
 *
 * @param words what each word means; of several with one meaning, the first is written
 * @param truths true if the words are truth values, not texts
 */
record WordForm<T>(String title, Map<String, T> words, boolean truths) implements Form<T> {

    static final WordForm<Boolean> TRUTH = of("true or false", "true", true, "false", false, true);
    static final WordForm<Boolean> SWITCH = of("on or off", "on", true, "off", false, false);

    private static WordForm<Boolean> of(
            String title, String yes, boolean first, String no, boolean second, boolean truths) {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put(yes, first);
        words.put(no, second);
        return new WordForm<>(title, words, truths);
    }

    /** The words of an enum: its names in lower case, with hyphens. */
    static <E extends Enum<E>> WordForm<E> of(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            String lower = constant.name().toLowerCase(Locale.ROOT);
            words.put(
                    constant instanceof MessageFault.Said ? lower : lower.replace('_', '-'),
                    constant);
        }
        if (type == MessageFault.Said.class) {
            words.put("probe_signal", type.getEnumConstants()[0]);
        }
        return new WordForm<>("one of " + String.join(", ", words.keySet()), words, false);
    }

    List<String> known() {
        return List.copyOf(words.keySet());
    }

    @Override
    public @Nullable T read(Node node, Reading reading) {
        if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
            reading.problem(node.at(), "", "expected " + title + ", not " + node.what(), "");
            return null;
        }
        T value = truths && !scalar.plain() ? null : words.get(scalar.text());
        if (value == null) {
            reading.problem(
                    scalar.textAt(),
                    scalar.text(),
                    scalar.what() + " is not " + title,
                    NearestWord.help(scalar.text(), words.keySet()));
        }
        return value;
    }

    @Override
    public Node write(T value) {
        for (Map.Entry<String, T> word : words.entrySet()) {
            if (word.getValue().equals(value)) {
                return Node.Scalar.plain(word.getKey());
            }
        }
        throw new IllegalStateException("no word for a value of " + title);
    }
}
