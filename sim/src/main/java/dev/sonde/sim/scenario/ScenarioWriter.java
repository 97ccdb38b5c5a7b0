package dev.sonde.sim.scenario;

import java.util.ArrayList;
import java.util.List;

/** Writes a scenario as YAML that reads back equal. What has its default is left out. */
public final class ScenarioWriter {

    private ScenarioWriter() {}

    /** The text of a file that stands in the scenario's own folder. */
    public static String write(Scenario scenario) {
        return YamlText.of(tree(scenario));
    }

    /** The same tree as JSON, on one line. */
    public static String json(Scenario scenario) {
        return JsonText.of(tree(scenario));
    }

    /** The tree of a file that says the same. */
    static Node.Mapping tree(Scenario scenario) {
        List<Node.Entry> entries = new ArrayList<>();
        entries.add(new Node.Entry(
                Node.Scalar.quoted("sonde"),
                Node.Scalar.plain(Integer.toString(Scenario.VERSION))));
        Node written = RecordForm.of(Scenario.class).write(scenario);
        if (written instanceof Node.Mapping mapping) {
            entries.addAll(mapping.entries());
        }
        return new Node.Mapping(entries, Node.Position.NOWHERE);
    }
}
