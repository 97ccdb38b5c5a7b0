package dev.sonde.sim.population;

import dev.sonde.sim.network.Delay;
import dev.sonde.sim.network.LinkSpec;
import dev.sonde.sim.network.Profile;
import dev.sonde.sim.scenario.DurationRange;
import dev.sonde.sim.scenario.ExploreSection;
import dev.sonde.sim.scenario.NetworkSection;
import dev.sonde.sim.scenario.ProfileEntry;
import dev.sonde.sim.scenario.Scenario;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A scenario whose schedules can be counted. Drawn delays make instants that hardly ever coincide,
 * and each width of a window doubles the schedules with each message; so delays of the file's
 * profiles are their means, and windows that the file does not set have no width. Which events
 * happen in which order at one instant is left to choose, and so is all that the file sets.
 */
public final class Countable {

    /** What is said beside the bounds of a search. */
    public static final String WORDS = ", drawn delays at their means";

    private Countable() {}

    /** The same scenario if it can be counted as it is. */
    public static Scenario of(Scenario scenario) {
        NetworkSection network = scenario.network();
        NetworkSection atMeans = network.withProfiles(network.profiles().stream()
                .map(profile -> atMeans(profile, scenario.folder()))
                .toList());
        Scenario countable = atMeans.equals(network) ? scenario : scenario.withNetwork(atMeans);
        ExploreSection explore = scenario.explore();
        ExploreSection unset = ExploreSection.DEFAULT;
        ExploreSection narrow = new ExploreSection(
                narrow(explore.lateness(), unset.lateness()),
                narrow(explore.slack(), unset.slack()),
                explore.faults(),
                explore.grid(),
                explore.strikes());
        return narrow.equals(explore) ? countable : countable.withExplore(narrow);
    }

    private static DurationRange narrow(DurationRange window, DurationRange unset) {
        return window.equals(unset) ? new DurationRange(0, 0) : window;
    }

    private static ProfileEntry atMeans(ProfileEntry entry, Path folder) {
        Profile profile = entry.profile(folder);
        long setup = (entry.setup().minNanos() + entry.setup().maxNanos()) / 2;
        return new ProfileEntry(
                entry.name(),
                atMean(entry.toServer(), profile.toServer()),
                atMean(entry.fromServer(), profile.fromServer()),
                atMean(entry.toPeers(), profile.toPeers()),
                OptionalLong.of(profile.baseNanos()),
                entry.nat(),
                entry.carrierNat(),
                entry.udp(),
                entry.lan(),
                new DurationRange(setup, setup));
    }

    private static String atMean(String text, LinkSpec link) {
        if (text.isEmpty() || link.delay().deviationNanos() == 0) {
            return text;
        }
        return new LinkSpec(
                        Delay.constant(link.meanDelayNanos()),
                        link.loss(),
                        link.duplicatePpm(),
                        link.reorderPpm(),
                        link.reorderCorrelationPpm(),
                        link.rateBitsPerSecond(),
                        link.ordered())
                .text();
    }
}
