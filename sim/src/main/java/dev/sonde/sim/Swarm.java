package dev.sonde.sim;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.SeededChoices;
import dev.sonde.sim.scenario.FaultEntry;
import dev.sonde.sim.scenario.PersonEntry;
import dev.sonde.sim.scenario.PersonFault;
import dev.sonde.sim.scenario.PersonFault.Notice;
import dev.sonde.sim.scenario.PersonFault.ReturnPage;
import dev.sonde.sim.scenario.PersonFault.ReturnSocket;
import dev.sonde.sim.scenario.Scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Draws what exploration adds to a scenario: a few faults, other ones for each seed. */
final class Swarm {

    private Swarm() {}

    /** The scenario with the faults of this seed written out. */
    static Scenario added(Scenario scenario, long seed) {
        Choices choices = new SeededChoices(seed);
        Draws draws = choices.draws("swarm", "fault", "");
        List<FaultEntry> faults = new ArrayList<>(scenario.faults());
        List<String> ids = new ArrayList<>();
        for (PersonEntry entry : scenario.people()) {
            if (entry instanceof dev.sonde.sim.scenario.Person person) {
                ids.add(person.id());
            }
        }
        long count = draws.below(scenario.explore().faults() + 1L);
        for (int i = 0; i < count && !ids.isEmpty(); i++) {
            faults.add(new PersonFault.Disconnect(
                    draws.below(Math.min(scenario.untilNanos(), 5_000_000_000L)),
                    ids.get((int) draws.below(ids.size())),
                    OptionalLong.of(draws.between(50_000_000L, 10_000_000_000L)),
                    draws.chance(0.3) ? ReturnSocket.OVERLAPPING : ReturnSocket.NEW,
                    draws.chance(0.2) ? ReturnPage.NEW : ReturnPage.SAME,
                    draws.chance(0.3) ? Notice.SILENT : Notice.TOLD));
        }
        return scenario.withFaults(faults);
    }
}
