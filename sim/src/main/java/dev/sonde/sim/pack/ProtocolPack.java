package dev.sonde.sim.pack;

import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.Vocabulary;

import java.util.List;

/**
 * One probe protocol, as the bench meets it: its coordinator, its clients, its claims and its words
 * are behind this. Found by {@link java.util.ServiceLoader}, so it has a public constructor without
 * parameters. Several threads may use it.
 */
public interface ProtocolPack {

    /** What scenarios call it: {@code protocol: relay-ping}. */
    String name();

    /** What it measures and how, in a sentence. */
    String meaning();

    /** The words that its scenarios may use: behaviours, presets, claims, metrics. */
    Vocabulary vocabulary();

    /** What is measured of its runs, in the order in which it is printed. */
    List<Metric> metrics();

    /**
     * Makes a scenario ready to be run. Runs nothing.
     *
     * @throws PackException if the scenario asks for what this protocol does not have
     */
    Prepared prepared(Scenario scenario) throws PackException;
}
