package dev.sonde.sim;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.FlowMediaPlane;
import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.LossRule;
import dev.sonde.sim.network.MediaPlane;
import dev.sonde.sim.network.Paths;
import dev.sonde.sim.network.packet.PacketListener;
import dev.sonde.sim.network.packet.PacketMediaPlane;
import dev.sonde.sim.network.packet.PacketSettings;
import dev.sonde.sim.scenario.NetworkSection;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.TurnSection;
import dev.sonde.sim.trace.TraceEntry;

import java.util.function.Function;

/** The media plane of a run, at the detail that its scenario asks for. */
final class MediaPlanes {

    private MediaPlanes() {}

    static MediaPlane of(
            Scenario scenario,
            Kernel kernel,
            Choices choices,
            Paths paths,
            Function<String, Host> hosts,
            Chronicle chronicle) {
        if (scenario.network().detail() == NetworkSection.Detail.FLOW) {
            return new FlowMediaPlane(kernel, choices, paths, hosts);
        }
        return new PacketMediaPlane(
                kernel,
                choices,
                paths,
                hosts,
                settings(scenario.network()),
                new Written(chronicle));
    }

    /** What happens on the media plane, in the trace. */
    private record Written(Chronicle chronicle) implements PacketListener {

        @Override
        public void milestone(String person, long connection, Object what) {
            chronicle.add(TraceEntry.Kind.MEDIA, person, Chronicle.NOBODY, what);
        }

        @Override
        public void lost(String person, LossRule rule) {
            chronicle.add(TraceEntry.Kind.FAULT, Chronicle.FAULT, person, rule.name());
        }
    }

    private static PacketSettings settings(NetworkSection network) {
        PacketSettings usual = PacketSettings.DEFAULT.with(network.ice());
        TurnSection turn = network.turn();
        boolean tls = turn.transport() == TurnSection.Transport.TLS;
        return turn.on()
                ? new PacketSettings(
                        usual.ice(), usual.timers(), turn.credentialsNanos(), tls ? 2 : 1)
                : usual;
    }
}
