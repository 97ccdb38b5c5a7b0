package dev.sonde.sim.pack;

import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.scenario.NearestWord;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioReader;
import dev.sonde.sim.scenario.Vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;

/** The protocol packs that there are, by their names. Does not change. */
public final class Packs {

    /** What is on the class path. */
    public static final Packs ON_CLASS_PATH = in(Packs.class.getClassLoader());

    private final Map<String, ProtocolPack> packs;

    private Packs(Map<String, ProtocolPack> packs) {
        this.packs = packs;
    }

    /**
     * Looks for packs.
     *
     * @throws java.util.ServiceConfigurationError if one of them cannot be made
     */
    public static Packs in(ClassLoader classes) {
        Map<String, ProtocolPack> found = new LinkedHashMap<>();
        // Of two with one name, the first on the class path counts, as for classes.
        ServiceLoader.load(ProtocolPack.class, classes)
                .forEach(pack -> found.putIfAbsent(pack.name(), pack));
        return new Packs(found);
    }

    /** The same, with this one instead of the one of its name. */
    public Packs with(ProtocolPack pack) {
        Map<String, ProtocolPack> others = new LinkedHashMap<>(packs);
        others.put(pack.name(), pack);
        return new Packs(others);
    }

    /** Their names, in the order in which they were found. */
    public List<String> names() {
        return List.copyOf(packs.keySet());
    }

    /**
     * The pack of this name.
     *
     * @throws PackException if there is none
     */
    public ProtocolPack named(String name) throws PackException {
        ProtocolPack pack = packs.get(name);
        if (pack == null) {
            throw new PackException(
                    "no protocol is called '" + name + "'; " + NearestWord.withAll(name, names()));
        }
        return pack;
    }

    /** Reads scenarios of all of them, each with the words of its own. */
    public ScenarioReader reader() {
        Map<String, Vocabulary> words = new LinkedHashMap<>();
        packs.forEach((name, pack) -> words.put(name, pack.vocabulary()));
        return new ScenarioReader(words);
    }

    /**
     * Makes a scenario ready to be run, by the pack that it names.
     *
     * @throws PackException if there is no such pack, or it cannot run the scenario
     */
    public Prepared prepared(Scenario scenario) throws PackException {
        return named(scenario.protocol()).prepared(scenario);
    }

    /** Every metric of every pack, each once. */
    public List<Metric> metrics() {
        Map<String, Metric> all = new LinkedHashMap<>();
        packs.values()
                .forEach(pack ->
                        pack.metrics().forEach(metric -> all.putIfAbsent(metric.name(), metric)));
        return List.copyOf(all.values());
    }

    /** All words of all packs, for what describes the format as a whole. */
    public Vocabulary vocabulary() {
        return new Vocabulary(
                words(Vocabulary::behaviours, Vocabulary.Word::name),
                words(Vocabulary::presets, Vocabulary.Word::name),
                words(Vocabulary::claims, Vocabulary.Word::name),
                words(Vocabulary::metrics, Vocabulary.Metric::name));
    }

    /** Of two words of one name, the first pack's. */
    private <T> List<T> words(Function<Vocabulary, List<T>> of, Function<T, String> name) {
        Map<String, T> words = new LinkedHashMap<>();
        packs.values()
                .forEach(pack -> of.apply(pack.vocabulary())
                        .forEach(word -> words.putIfAbsent(name.apply(word), word)));
        return List.copyOf(words.values());
    }
}
