package dev.sonde.sim.population;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.network.PathTable;
import dev.sonde.sim.network.Paths;
import dev.sonde.sim.network.RttMatrix;
import dev.sonde.sim.scenario.NetworkSection;
import dev.sonde.sim.scenario.PathEntry;
import dev.sonde.sim.scenario.Scenario;

import java.util.List;

/** How far the people of a scenario are apart. */
final class Places {

    private Places() {}

    static Paths of(Scenario scenario, List<Participant> population, Choices choices) {
        NetworkSection network = scenario.network();
        PathTable table = new PathTable().withTurnRtt(network.turn().rttNanos());
        boolean hasMatrix = !network.rttMatrix().regions().isEmpty();
        if (hasMatrix) {
            table.withMatrix(matrix(network.rttMatrix()));
        }
        if (!network.pairRtts().isEmpty()) {
            table.withPairRtts(network.pairDelay(scenario.folder()), choices);
        }
        for (Participant participant : population) {
            String person = participant.spec().subject().value();
            table.addPerson(person, participant.spec().host().profile().baseNanos());
            if (hasMatrix && !participant.region().isEmpty()) {
                table.inRegion(person, network.rttMatrix().rowOf(participant.region()));
            }
        }
        for (PathEntry path : network.paths()) {
            if (path instanceof PathEntry.Between between) {
                table.between(between.people().get(0), between.people().get(1), between.rttNanos());
            } else if (path instanceof PathEntry.OneWay oneWay) {
                table.oneWay(oneWay.from(), oneWay.to(), oneWay.delayNanos());
            }
        }
        return table;
    }

    private static RttMatrix matrix(dev.sonde.sim.scenario.RttMatrix stated) {
        int size = stated.regions().size();
        long[][] rttNanos = new long[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                rttNanos[from][to] = stated.rttNanos(from, to);
            }
        }
        return RttMatrix.of(rttNanos);
    }
}
