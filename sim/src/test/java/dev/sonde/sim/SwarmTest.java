package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.scenario.FaultEntry;
import dev.sonde.sim.scenario.MachineFault;
import dev.sonde.sim.scenario.NetworkFault;
import dev.sonde.sim.scenario.NetworkSection;
import dev.sonde.sim.scenario.Person;
import dev.sonde.sim.scenario.PersonFault;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioException;
import dev.sonde.sim.scenario.ScenarioWriter;
import dev.sonde.sim.scenario.Storm;
import dev.sonde.sim.scenario.TimedFault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What exploration adds to a scenario. */
final class SwarmTest {

    private static final int SEEDS = 600;

    private final Scenario plain =
            Scenes.read(Scenes.PAIR + Scenes.LIMIT + "explore: {faults: 4}\n");
    private final Swarm swarm = swarm(plain);

    private static Swarm swarm(Scenario scenario) {
        try {
            return new Blueprint(scenario, UnderTest.ON_CLASS_PATH).swarm();
        } catch (UnderTestException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatASeedAddsIsAFileThatReadsBackAsTheSameScenario() throws ScenarioException {
        for (long seed = 1; seed <= SEEDS; seed += 20) {
            Scenario added = swarm.added(seed);
            Scenario read = Packs.ON_CLASS_PATH
                    .reader()
                    .read(ScenarioWriter.write(added), "added.yaml", Path.of("nowhere"));

            assertThat(ScenarioWriter.write(read)).isEqualTo(ScenarioWriter.write(added));
            assertThat(read.faults()).isEqualTo(added.faults());
            assertThat(read.people()).isEqualTo(added.people());
            assertThat(swarm(plain).added(seed)).isEqualTo(added);
        }
    }

    @ParameterizedTest
    @EnumSource(NetworkSection.Detail.class)
    void everyKindOfFaultThatTheDetailKnowsComesAndNoneComesAlways(NetworkSection.Detail detail) {
        boolean packets = detail == NetworkSection.Detail.PACKET;
        Swarm its = packets
                ? swarm(Scenes.read(Scenes.PAIR
                        + Scenes.LIMIT.replace("network: {", "network: {detail: packet, ")
                        + "explore: {faults: 4}\n"))
                : swarm;
        TreeMap<String, Integer> seen = new TreeMap<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Set<String> kinds = new TreeSet<>();
            its.added(seed).faults().forEach(fault -> kinds.add(FaultWords.kind(fault)));
            assertThat(kinds).hasSizeLessThanOrEqualTo(4);
            kinds.forEach(kind -> seen.merge(kind, 1, Integer::sum));
        }
        for (Storm.Kind kind : Storm.Kind.values()) {
            String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(seen.containsKey(word)).isEqualTo(packets || !kind.needsPackets());
        }
        assertThat(seen.values()).allMatch(times -> times < SEEDS / 4);
    }

    @Test
    void theStormIsOverWhenTheCalmBeginsAndAtMostOneIsDeadForEver() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            int dead = 0;
            for (FaultEntry fault : swarm.added(seed).faults()) {
                dead += fault instanceof MachineFault.Die ? 1 : 0;
                if (fault instanceof TimedFault timed) {
                    assertThat(timed.atNanos() + lasting(timed))
                            .as("seed %d: %s", seed, fault)
                            .isLessThanOrEqualTo(plain.untilNanos() + 1_000_000);
                }
            }
            assertThat(dead).isLessThanOrEqualTo(1);
        }
    }

    private static long lasting(TimedFault fault) {
        if (fault instanceof PersonFault.Disconnect disconnect) {
            return disconnect.backAfterNanos().orElse(0);
        }
        if (fault instanceof PersonFault.Leave leave) {
            return leave.backAfterNanos().orElse(0);
        }
        if (fault instanceof PersonFault.Freeze freeze) {
            return freeze.forNanos();
        }
        if (fault instanceof NetworkFault.Stall stall) {
            return stall.forNanos();
        }
        return fault instanceof NetworkFault.Partition partition ? partition.forNanos() : 0;
    }

    @Test
    void pagesAndIdsAreOtherOnesInSomeRunsOnly() {
        Set<String> behaviours = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            swarm.added(seed).people().forEach(entry -> {
                if (entry instanceof Person person) {
                    behaviours.add(person.behaviour());
                    ids.add(person.id());
                }
            });
        }
        assertThat(behaviours).contains("honest", "double-ready", "hidden-tab", "modern");
        assertThat(behaviours).doesNotContain("spammer");
        assertThat(ids).contains("ann", "bob", "7", "07", "0x10");
    }

    @Test
    void onceItIsCalmNothingHappensToMessages() {
        String early = Scenes.PAIR.replace("until: 30s", "until: 301ms") + Scenes.LIMIT;
        assertThat(Scenes.run(early + "faults: [{drop: join, from: bob}]\n").faultsWithoutEffect())
                .containsExactly("drop join from bob, number 1");
    }
}
