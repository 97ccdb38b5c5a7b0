package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads scenario files. Immutable; whatever a file holds, reading it ends in a {@link Scenario} or
 * in a {@link ScenarioException} with everything that is wrong with it.
 */
public final class ScenarioReader {

    private static final String VERSION_KEY = "sonde";
    private static final String PROTOCOL_KEY = "protocol";
    private static final String UNTIL_KEY = "until";
    private static final String SUFFIX = "\\.(ya?ml|json)$";

    /** The seeds are varied in their own way; the version says how to read the rest. */
    private static final Set<String> FIXED = new LinkedHashSet<>(List.of(VERSION_KEY, "seed"));

    private final Map<String, Vocabulary> vocabularies;

    /** @param vocabularies the words that files may use, by the protocol that they name */
    public ScenarioReader(Map<String, Vocabulary> vocabularies) {
        this.vocabularies = vocabularies;
    }

    /**
     * Reads a YAML or JSON file of at most 1 MiB.
     *
     * @throws ScenarioException if it is not a scenario
     */
    public Scenario read(Path file) throws ScenarioException {
        Path parent = file.getParent();
        return read(
                GuardedFiles.scenario(file),
                file.toString(),
                parent == null ? Path.of("") : parent,
                nameOf(file));
    }

    /**
     * Reads the text of a scenario.
     *
     * @param label what stands for the file's name in problems
     * @param folder where files that the text names are looked for
     * @throws ScenarioException if it is not a scenario
     */
    public Scenario read(String text, String label, Path folder) throws ScenarioException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > GuardedFiles.MAX_SCENARIO_BYTES) {
            throw new ScenarioException(
                    List.of(new Problem(label, 0, 0, "", "", "is larger than 1 MiB", "")));
        }
        return read(GuardedFiles.decode(bytes, label), label, folder, nameOf(Path.of(label)));
    }

    /**
     * The same scenario with other values of some keys.
     *
     * @param changes texts as a file would have them, by the paths of their keys, for example
     *     {@code 80ms} by {@code lobby.matchmaker.max-p2p-rtt}; an item of a list goes by its id,
     *     name or number: {@code people.us.arrivals}
     * @throws ScenarioException if there is no such key, or it cannot have that value
     */
    public Scenario with(Scenario scenario, Map<String, String> changes) throws ScenarioException {
        Node tree = ScenarioWriter.tree(scenario);
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, String> change : changes.entrySet()) {
            String label = change.getKey() + "=" + change.getValue();
            words.add(label);
            Reading reading =
                    new Reading(label, change.getValue(), Vocabulary.OPEN, scenario.folder());
            if (FIXED.contains(change.getKey())) {
                reading.problem(Node.Position.NOWHERE, "", "this key cannot be varied", "");
            }
            Node value = NodeReader.read(change.getValue(), reading);
            if (value != null) {
                try {
                    tree = KeyPath.with(tree, change.getKey(), value);
                } catch (WordException e) {
                    reading.problem(Node.Position.NOWHERE, "", e.problem(), e.help());
                }
            }
            failIfWrong(reading, label);
        }
        String label = String.join(", ", words);
        Reading reading = new Reading(label, "", Vocabulary.OPEN, scenario.folder());
        Scenario changed = scenario(tree, scenario.name(), reading);
        failIfWrong(reading, label);
        if (changed == null) {
            throw new IllegalStateException("not understood, and no problem: " + label);
        }
        return changed;
    }

    /** Places in a text that nobody has written are left out. */
    private static void failIfWrong(Reading reading, String label) throws ScenarioException {
        List<Problem> problems = reading.problems();
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems.stream()
                    .map(found -> new Problem(
                            label, 0, 0, found.text(), "", found.message(), found.help()))
                    .toList());
        }
    }

    private Scenario read(String text, String label, Path folder, String name)
            throws ScenarioException {
        Reading reading = new Reading(label, text, Vocabulary.OPEN, folder);
        Node root = NodeReader.read(text, reading);
        Scenario scenario = root == null ? null : scenario(root, name, reading);
        List<Problem> problems = reading.problems();
        if (scenario == null || !problems.isEmpty()) {
            throw new ScenarioException(problems);
        }
        return scenario;
    }

    private @Nullable Scenario scenario(Node root, String name, Reading reading) {
        if (!(root instanceof Node.Mapping mapping)) {
            reading.problem(
                    root.at(),
                    "",
                    "a scenario is a mapping, not " + root.what(),
                    "`sonde new FILE` writes one to start from");
            return null;
        }
        if (!isKnownVersion(mapping, reading)) {
            return null;
        }
        reading.wordsAre(vocabularies.keySet(), vocabulary(mapping));
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("folder", reading.folder());
        List<Node.Entry> entries = mapping.entries().stream()
                .filter(entry -> !entry.key().text().equals(VERSION_KEY))
                .toList();
        Node.Mapping rest = new Node.Mapping(entries, mapping.at());
        Scenario scenario = RecordForm.of(Scenario.class).read(rest, reading, given);
        reading.names().check(reading);
        checkUntil(rest, reading);
        if (scenario != null && scenario.network().detail() == NetworkSection.Detail.FLOW) {
            reading.detailIsFlow();
        }
        return scenario == null || !scenario.name().isEmpty() ? scenario : scenario.withName(name);
    }

    /** The words of the protocol that the file names; any words if nobody knows it. */
    private Vocabulary vocabulary(Node.Mapping mapping) {
        Node named = mapping.get(PROTOCOL_KEY);
        String protocol =
                named instanceof Node.Scalar scalar ? scalar.text() : Scenario.WEBRTC_PROBE;
        return vocabularies.getOrDefault(protocol, Vocabulary.OPEN);
    }

    private static boolean isKnownVersion(Node.Mapping mapping, Reading reading) {
        Node version = mapping.get(VERSION_KEY);
        if (version == null) {
            reading.problem(
                    mapping.at(),
                    "",
                    "the key '" + VERSION_KEY + "' is missing",
                    "begin with sonde: " + Scenario.VERSION);
            return true;
        }
        boolean known = version instanceof Node.Scalar scalar
                && scalar.plain()
                && scalar.text().equals(Integer.toString(Scenario.VERSION));
        if (!known) {
            reading.problem(
                    version.at(),
                    version.what(),
                    version.what() + " is not a version of the format that is known here",
                    "write sonde: " + Scenario.VERSION);
        }
        return known;
    }

    /** Other times are held against until even where the rest of the file is not understood. */
    private static void checkUntil(Node.Mapping mapping, Reading reading) {
        for (KeySlot slot : RecordForm.of(Scenario.class).keys()) {
            if (slot.name().equals(UNTIL_KEY)) {
                Node node = mapping.get(UNTIL_KEY);
                Reading silent = new Reading("", "", Vocabulary.OPEN, reading.folder());
                Object until = node == null ? slot.unset() : slot.read(mapping, silent);
                if (until instanceof Long nanos) {
                    reading.untilIs(nanos);
                }
            }
        }
    }

    private static String nameOf(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString().replaceFirst(SUFFIX, "");
        return name.isBlank() ? "scenario" : name;
    }
}
