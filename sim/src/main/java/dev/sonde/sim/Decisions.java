package dev.sonde.sim;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.network.Packet;
import dev.sonde.sim.scenario.ExploreSection;
import dev.sonde.sim.scenario.FaultEntry;
import dev.sonde.sim.scenario.FixedDraw;
import dev.sonde.sim.scenario.MessageFault;
import dev.sonde.sim.scenario.PersonFault;
import dev.sonde.sim.scenario.Scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What one run's schedule decides beside the order of events, as parts of a scenario: strikes as
 * faults, and draws that do not come from the seed. With them written out, any schedule with the
 * same order and instants is the same run.
 */
final class Decisions {

    /** Strikes on messages are faults, so nothing else has to be said of their draws. */
    private static final String STRIKE = "strike";

    private record Heard(String kind, String type, String from) {}

    private final List<FaultEntry> faults = new ArrayList<>();
    private final List<FixedDraw> draws = new ArrayList<>();
    private final Map<Heard, Integer> heard = new LinkedHashMap<>();

    /** The choices of a schedule, of which those are written down that the seed makes otherwise. */
    Choices noting(Choices decided, Choices ofTheSeed) {
        return (of, ordinal, bound) -> {
            long value = decided.choose(of, ordinal, bound);
            if (!of.kind().equals(STRIKE) && value != ofTheSeed.choose(of, ordinal, bound)) {
                draws.add(new FixedDraw(of.toString(), ordinal + 1, value));
            }
            return value;
        };
    }

    /** A message is judged, by whatever rule. */
    void heard(Packet packet) {
        heard.merge(key(packet), 1, Integer::sum);
    }

    private static Heard key(Packet packet) {
        return new Heard(packet.kind(), packet.type(), packet.from());
    }

    /** A message that was just heard is lost. */
    void drops(Packet packet, MessageFault.Said said) {
        faults.add(new MessageFault.Drop(said, type(packet), packet.from(), "", nth(packet)));
    }

    /** A message that was just heard comes again at once. */
    void repeats(Packet packet, MessageFault.Said said) {
        faults.add(
                new MessageFault.Repeat(said, 1, 0, type(packet), packet.from(), "", nth(packet)));
    }

    private int nth(Packet packet) {
        return heard.getOrDefault(key(packet), 0);
    }

    private static MessageFault.SignalKind type(Packet packet) {
        return packet.type().isEmpty()
                ? MessageFault.SignalKind.ANY
                : MessageFault.SignalKind.valueOf(Strikes.constant(packet.type()));
    }

    /** @param atNanos from the start of the run */
    void disconnects(long atNanos, String person, long backAfterNanos) {
        faults.add(new PersonFault.Disconnect(
                atNanos,
                person,
                OptionalLong.of(backAfterNanos),
                PersonFault.ReturnSocket.NEW,
                PersonFault.ReturnPage.SAME,
                PersonFault.Notice.TOLD));
    }

    /** The scenario of the run with all of this in it, so that nothing strikes any more. */
    Scenario in(Scenario scenario) {
        List<FaultEntry> allFaults = new ArrayList<>(scenario.faults());
        allFaults.addAll(faults);
        List<FixedDraw> allDraws = new ArrayList<>(scenario.draws());
        allDraws.addAll(draws);
        ExploreSection explore = scenario.explore();
        return scenario.withFaults(allFaults)
                .withDraws(allDraws)
                .withExplore(explore.withStrikes(ExploreSection.DEFAULT.strikes()));
    }
}
