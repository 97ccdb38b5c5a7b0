package dev.sonde.sim.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a value at the path of a key: names of keys with dots between them. An item of a list goes
 * by its id, by its name, or by its number from 1. What is not there is put there; whether there is
 * such a key, reading tells.
 */
final class KeyPath {

    private static final String CROWD = "crowd";
    private static final List<String> NAMES = List.of("id", "name");

    private KeyPath() {}

    /**
     * The same tree with another value.
     *
     * @throws WordException if the path leads into a list that has no such item
     */
    static Node with(Node tree, String path, Node value) {
        if (path.isEmpty()) {
            return value;
        }
        if (tree instanceof Node.Sequence list) {
            return withItem(list, path, value);
        }
        // A short form gives way to the long one, in which the key has its place.
        Node.Mapping mapping = tree instanceof Node.Mapping given
                ? given
                : new Node.Mapping(List.of(), Node.Position.NOWHERE);
        return withEntry(mapping, path, value);
    }

    private static Node withEntry(Node.Mapping mapping, String path, Node value) {
        List<Node.Entry> entries = new ArrayList<>(mapping.entries());
        int longest = -1;
        for (int i = 0; i < entries.size(); i++) {
            String key = entries.get(i).key().text();
            boolean longer = longest < 0
                    || key.length() > entries.get(longest).key().text().length();
            if (begins(path, key) && longer) {
                longest = i;
            }
        }
        if (longest >= 0) {
            Node.Entry entry = entries.get(longest);
            String rest = rest(path, entry.key().text());
            entries.set(longest, new Node.Entry(entry.key(), with(entry.value(), rest, value)));
        } else {
            int dot = path.indexOf('.');
            String key = dot < 0 ? path : path.substring(0, dot);
            Node empty = new Node.Mapping(List.of(), Node.Position.NOWHERE);
            entries.add(
                    new Node.Entry(Node.Scalar.quoted(key), with(empty, rest(path, key), value)));
        }
        return new Node.Mapping(entries, mapping.at());
    }

    private static Node withItem(Node.Sequence list, String path, Node value) {
        List<Node> items = new ArrayList<>(list.items());
        List<String> known = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            Node inner = inner(item);
            String name = name(inner);
            String number = Integer.toString(i + 1);
            known.add(name.isEmpty() ? number : name);
            String matched = !name.isEmpty() && begins(path, name)
                    ? name
                    : begins(path, number) ? number : "";
            if (!matched.isEmpty()) {
                Node changed = with(inner, rest(path, matched), value);
                items.set(i, inner.equals(item) ? changed : crowd(changed));
                return new Node.Sequence(items, list.at());
            }
        }
        int dot = path.indexOf('.');
        String word = dot < 0 ? path : path.substring(0, dot);
        throw new WordException(
                "this list has no item '" + Problem.shown(word) + "'",
                NearestWord.help(word, known));
    }

    /** The keys of a crowd stand one level deeper than those of a person. */
    private static Node inner(Node item) {
        Node crowd = item instanceof Node.Mapping mapping ? mapping.get(CROWD) : null;
        return crowd == null ? item : crowd;
    }

    private static Node crowd(Node keys) {
        return new Node.Mapping(
                List.of(new Node.Entry(Node.Scalar.quoted(CROWD), keys)), Node.Position.NOWHERE);
    }

    private static String name(Node item) {
        for (String key : NAMES) {
            Node name = item instanceof Node.Mapping mapping ? mapping.get(key) : null;
            if (name instanceof Node.Scalar scalar) {
                return scalar.text();
            }
        }
        return "";
    }

    private static boolean begins(String path, String word) {
        return path.equals(word) || path.startsWith(word + '.');
    }

    private static String rest(String path, String word) {
        return path.length() == word.length() ? "" : path.substring(word.length() + 1);
    }
}
