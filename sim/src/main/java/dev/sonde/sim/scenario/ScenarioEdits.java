package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Steps from a scenario to simpler ones, for those who look for the smallest that still fails. They
 * work on the tree of the file and know nothing of its keys but a few: so every new key can be left
 * out, and every number rounded, from the day on which there is one.
 *
 * <p>A result may be no scenario, for example when the last person is gone: reading it tells.
 */
public final class ScenarioEdits {

    /** What a scenario is called, what it tests and its chance are not what makes it large. */
    private static final Set<String> KEPT = new LinkedHashSet<>(
            List.of("sonde", "name", "seed", "under-test", "id", "type", "schedule"));

    private static final long[] GRIDS = {
        60_000_000_000L, 10_000_000_000L, 1_000_000_000L, 100_000_000L, 10_000_000L, 1_000_000L
    };
    private static final Set<String> INSTANTS =
            new LinkedHashSet<>(List.of("at", "joins", "leaves"));
    private static final List<String> NAMES =
            List.of("ann", "bob", "cat", "dan", "eve", "fay", "gus", "hal");
    private static final int SMALL_LIST = 4;

    private final Node.Mapping root;
    private final Set<String> texts = new LinkedHashSet<>();

    private ScenarioEdits(Node.Mapping root) {
        this.root = root;
    }

    /**
     * The texts, as JSON, of all scenarios that are one step simpler: with a part of a list, one of
     * its items, or a key left out, or with a rounder number. What leaves out most comes first.
     */
    public static List<String> simpler(String text) {
        Reading silent = new Reading("", text, Vocabulary.OPEN, Path.of(""));
        if (!(NodeReader.read(text, silent) instanceof Node.Mapping root)) {
            return List.of();
        }
        ScenarioEdits edits = new ScenarioEdits(root);
        edits.leaveOut(root, List.of());
        edits.round(root, List.of());
        edits.rename();
        return List.copyOf(edits.texts);
    }

    /**
     * The texts, as JSON, of all scenarios in which one fault, arrival or departure has another
     * instant.
     */
    public static List<String> moved(String text, List<Long> instantsNanos) {
        Reading silent = new Reading("", text, Vocabulary.OPEN, Path.of(""));
        if (!(NodeReader.read(text, silent) instanceof Node.Mapping root)) {
            return List.of();
        }
        ScenarioEdits edits = new ScenarioEdits(root);
        edits.move(root, List.of(), instantsNanos);
        return List.copyOf(edits.texts);
    }

    private void move(Node node, List<Integer> path, List<Long> instantsNanos) {
        if (node instanceof Node.Mapping mapping) {
            for (int i = 0; i < mapping.entries().size(); i++) {
                Node.Entry entry = mapping.entries().get(i);
                if (INSTANTS.contains(entry.key().text())) {
                    for (long instant : instantsNanos) {
                        add(with(
                                root,
                                plus(path, i),
                                0,
                                Node.Scalar.plain(Durations.print(instant))));
                    }
                } else {
                    move(entry.value(), plus(path, i), instantsNanos);
                }
            }
        } else if (node instanceof Node.Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                move(list.items().get(i), plus(path, i), instantsNanos);
            }
        }
    }

    private void leaveOut(Node node, List<Integer> path) {
        if (node instanceof Node.Mapping mapping) {
            for (int i = 0; i < mapping.entries().size(); i++) {
                Node.Entry entry = mapping.entries().get(i);
                if (!KEPT.contains(entry.key().text())) {
                    add(without(root, plus(path, i), 0, 1));
                }
            }
            for (int i = 0; i < mapping.entries().size(); i++) {
                Node.Entry entry = mapping.entries().get(i);
                if (!KEPT.contains(entry.key().text())) {
                    leaveOut(entry.value(), plus(path, i));
                }
            }
        } else if (node instanceof Node.Sequence list) {
            int size = list.items().size();
            for (int length = size / 2; length >= SMALL_LIST; length /= 2) {
                for (int from = 0; from + length <= size; from += length) {
                    add(without(root, plus(path, from), 0, length));
                }
            }
            for (int i = size - 1; i >= 0; i--) {
                Node less = without(root, plus(path, i), 0, 1);
                String gone = name(list.items().get(i));
                add(gone.isEmpty() ? less : withoutMention(less, gone));
            }
            for (int i = 0; i < size; i++) {
                leaveOut(list.items().get(i), plus(path, i));
            }
        }
    }

    private void round(Node node, List<Integer> path) {
        if (node instanceof Node.Mapping mapping) {
            for (int i = 0; i < mapping.entries().size(); i++) {
                if (!KEPT.contains(mapping.entries().get(i).key().text())) {
                    round(mapping.entries().get(i).value(), plus(path, i));
                }
            }
        } else if (node instanceof Node.Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                round(list.items().get(i), plus(path, i));
            }
        } else if (node instanceof Node.Scalar scalar) {
            for (String rounder : rounder(scalar.text())) {
                add(with(root, path, 0, new Node.Scalar(rounder, scalar.plain(), scalar.at())));
            }
        }
    }

    /** Shorter texts for nearly the same number, the shortest ones first. */
    private static Set<String> rounder(String text) {
        Set<String> texts = new LinkedHashSet<>();
        if (text.matches(Durations.PATTERN)) {
            long nanos = Durations.parse(text);
            for (long grid : GRIDS) {
                String rounded = Durations.print((nanos + grid / 2) / grid * grid);
                if (rounded.length() < text.length()) {
                    texts.add(rounded);
                }
            }
        } else if (text.matches("[1-9][0-9]{0,8}")) {
            long number = Long.parseLong(text);
            for (long smaller = 1; smaller < number; smaller = 2 * smaller + 1) {
                texts.add(Long.toString(smaller));
            }
        }
        return texts;
    }

    /** Ids that are odd for no reason. */
    private void rename() {
        if (!(root.get("people") instanceof Node.Sequence people)) {
            return;
        }
        List<String> ids = people.items().stream().map(ScenarioEdits::name).toList();
        for (String id : ids) {
            NAMES.stream()
                    .filter(name -> !NAMES.contains(id) && !ids.contains(name))
                    .findFirst()
                    .ifPresent(name -> add(renamed(root, id, name)));
        }
    }

    private static Node renamed(Node node, String id, String name) {
        if (node instanceof Node.Mapping mapping) {
            List<Node.Entry> entries = mapping.entries().stream()
                    .map(entry -> new Node.Entry(entry.key(), renamed(entry.value(), id, name)))
                    .toList();
            return new Node.Mapping(entries, mapping.at());
        }
        if (node instanceof Node.Sequence list) {
            List<Node> items =
                    list.items().stream().map(item -> renamed(item, id, name)).toList();
            return new Node.Sequence(items, list.at());
        }
        return text(node).equals(id) ? Node.Scalar.quoted(name) : node;
    }

    private void add(Node simpler) {
        texts.add(JsonText.of(simpler));
    }

    private static List<Integer> plus(List<Integer> path, int step) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** Whom the items of other lists may name: a person's id, a crowd's name. */
    private static String name(Node item) {
        Node named = item instanceof Node.Mapping mapping && mapping.get("crowd") != null
                ? mapping.get("crowd")
                : item;
        return named instanceof Node.Mapping mapping
                        && (mapping.get("id") instanceof Node.Scalar
                                || mapping.get("name") instanceof Node.Scalar)
                ? text(mapping.get("id") == null ? mapping.get("name") : mapping.get("id"))
                : "";
    }

    private static String text(@Nullable Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    private static Node without(Node node, List<Integer> path, int depth, int length) {
        int at = path.get(depth);
        boolean here = depth == path.size() - 1;
        if (node instanceof Node.Mapping mapping) {
            List<Node.Entry> entries = new ArrayList<>(mapping.entries());
            if (here) {
                entries.subList(at, at + length).clear();
            } else {
                Node.Entry entry = entries.get(at);
                entries.set(
                        at,
                        new Node.Entry(
                                entry.key(), without(entry.value(), path, depth + 1, length)));
            }
            return new Node.Mapping(entries, mapping.at());
        }
        Node.Sequence list = (Node.Sequence) node;
        List<Node> items = new ArrayList<>(list.items());
        if (here) {
            items.subList(at, at + length).clear();
        } else {
            items.set(at, without(items.get(at), path, depth + 1, length));
        }
        return new Node.Sequence(items, list.at());
    }

    private static Node with(Node node, List<Integer> path, int depth, Node value) {
        if (depth == path.size()) {
            return value;
        }
        int at = path.get(depth);
        if (node instanceof Node.Mapping mapping) {
            List<Node.Entry> entries = new ArrayList<>(mapping.entries());
            Node.Entry entry = entries.get(at);
            entries.set(
                    at, new Node.Entry(entry.key(), with(entry.value(), path, depth + 1, value)));
            return new Node.Mapping(entries, mapping.at());
        }
        Node.Sequence list = (Node.Sequence) node;
        List<Node> items = new ArrayList<>(list.items());
        items.set(at, with(items.get(at), path, depth + 1, value));
        return new Node.Sequence(items, list.at());
    }

    /** Leaves out all items of lists that name somebody who is gone. */
    private static Node withoutMention(Node node, String gone) {
        if (node instanceof Node.Mapping mapping) {
            List<Node.Entry> entries = new ArrayList<>();
            for (Node.Entry entry : mapping.entries()) {
                entries.add(new Node.Entry(entry.key(), withoutMention(entry.value(), gone)));
            }
            return new Node.Mapping(entries, mapping.at());
        }
        if (node instanceof Node.Sequence list) {
            List<Node> items = new ArrayList<>();
            for (Node item : list.items()) {
                if (!mentions(item, gone)) {
                    items.add(withoutMention(item, gone));
                }
            }
            return new Node.Sequence(items, list.at());
        }
        return node;
    }

    private static boolean mentions(Node node, String gone) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.entries().stream().anyMatch(entry -> mentions(entry.value(), gone));
        }
        return node instanceof Node.Sequence list
                ? list.items().stream().anyMatch(item -> mentions(item, gone))
                : text(node).equals(gone);
    }
}
