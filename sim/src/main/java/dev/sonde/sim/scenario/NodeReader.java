package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Text to tree. Works on the stream of events, so that nothing is built from a document that is too
 * deep, too large or made of aliases: cost is bounded by the size of the text.
 */
final class NodeReader {

    static final int MAX_DEPTH = 32;
    static final int MAX_NODES = 200_000;

    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private final Reading reading;
    private final Iterator<Event> events;
    private int nodes;

    private NodeReader(String text, Reading reading) {
        this.reading = reading;
        this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    /** The one document of a text; null, with a problem noted, if there is no such tree. */
    static @Nullable Node read(String text, Reading reading) {
        Node.Position start = new Node.Position(1, 1);
        try {
            return new NodeReader(text, reading).document(start);
        } catch (MarkedYamlEngineException e) {
            Node.Position at = e.getProblemMark().map(NodeReader::position).orElse(start);
            String problem = e.getProblem() == null ? "not understood" : e.getProblem();
            reading.problem(at, "", "not valid YAML: " + Problem.shown(problem), "");
        } catch (YamlEngineException e) {
            reading.problem(start, "", "not valid YAML: " + e.getMessage(), "");
        } catch (Refused e) {
            reading.problem(e.at, e.text, e.message, e.help);
        }
        return null;
    }

    private @Nullable Node document(Node.Position start) {
        Node root = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && root != null) {
                throw new Refused(
                        at(event), "---", "a second document begins", "put one scenario in a file");
            }
            if (event instanceof NodeEvent node) {
                root = node(node, 0);
            }
        }
        if (root == null) {
            reading.problem(start, "", "the file is empty", "`sonde new FILE` writes one to start from");
        }
        return root;
    }

    private Node node(Event event, int depth) {
        if (++nodes > MAX_NODES) {
            throw new Refused(at(event), "", "more than " + MAX_NODES + " values in one file",
                    "let a crowd stand for many people");
        }
        if (depth > MAX_DEPTH) {
            throw new Refused(at(event), "", "nested deeper than " + MAX_DEPTH + " levels",
                    "no key of a scenario is that deep");
        }
        if (event instanceof AliasEvent alias) {
            throw new Refused(at(event), "*" + alias.getAlias(),
                    "aliases are not part of the format", "write the value again");
        }
        refuseTag(event);
        if (event instanceof ScalarEvent scalar) {
            return new Node.Scalar(scalar.getValue(), scalar.isPlain(), at(event));
        }
        return event instanceof MappingStartEvent ? mapping(event, depth) : sequence(event, depth);
    }

    private Node.Sequence sequence(Event start, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next();
                !(event instanceof SequenceEndEvent);
                event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Node.Sequence(items, at(start));
    }

    private Node.Mapping mapping(Event start, int depth) {
        Map<String, Node.Position> seen = new LinkedHashMap<>();
        List<Node.Entry> entries = new ArrayList<>();
        for (Event event = events.next();
                !(event instanceof MappingEndEvent);
                event = events.next()) {
            Node key = node(event, depth + 1);
            Node value = node(events.next(), depth + 1);
            if (!(key instanceof Node.Scalar name)) {
                reading.problem(key.at(), "", "a key must be a word, not " + key.what(), "");
                continue;
            }
            Node.Position first = seen.putIfAbsent(name.text(), name.at());
            if (first != null) {
                reading.problem(name.at(), name.text(),
                        "the key '" + Problem.shown(name.text()) + "' comes twice",
                        "it is at line " + first.line() + " already: keep one of the two");
                continue;
            }
            entries.add(new Node.Entry(name, value));
        }
        return new Node.Mapping(entries, at(start));
    }

    private static void refuseTag(Event event) {
        Optional<String> tag = Optional.empty();
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag();
        } else if (event instanceof CollectionStartEvent collection) {
            tag = collection.getTag();
        }
        if (tag.isPresent()) {
            throw new Refused(at(event), tag.get(), "tags such as '" + Problem.shown(tag.get())
                    + "' are not part of the format", "write the plain value");
        }
    }

    private static Node.Position at(Event event) {
        return event.getStartMark().map(NodeReader::position).orElse(Node.Position.NOWHERE);
    }

    private static Node.Position position(Mark mark) {
        return new Node.Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** The document as a whole is of no use. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Node.Position at;
        private final String text;
        private final String message;
        private final String help;

        Refused(Node.Position at, String text, String message, String help) {
            super(message, null, false, false);
            this.at = at;
            this.text = text;
            this.message = message;
            this.help = help;
        }
    }
}
