package dev.sonde.sim.lab;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.RunLimits;
import dev.sonde.sim.kernel.SeededChoices;
import dev.sonde.sim.network.FlowMediaPlane;
import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.IceCandidate;
import dev.sonde.sim.network.Measurement;
import dev.sonde.sim.network.MediaPlane;
import dev.sonde.sim.network.PathTable;
import dev.sonde.sim.network.PeerConnection;
import dev.sonde.sim.network.SessionDescription;
import dev.sonde.sim.network.packet.PacketListener;
import dev.sonde.sim.network.packet.PacketMediaPlane;
import dev.sonde.sim.network.packet.PacketSettings;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * One connection between two browsers, ann who offers and bob who answers, told to start by a
 * server that passes on what they signal. Runs until both have measured, or a limit.
 */
public final class Duet implements EventHandler {

    /**
     * Everything that two people's connection depends on.
     *
     * @param pathRttNanos between the two; -1 for the sum of their bases
     * @param staysOpen false if both close when both have measured
     */
    public record Setting(
            Host ann,
            Host bob,
            boolean annTurn,
            boolean bobTurn,
            long pathRttNanos,
            long turnRttNanos,
            long annServerRttNanos,
            long bobServerRttNanos,
            long limitNanos,
            boolean staysOpen) {}

    /** What became of one side. */
    public static final class Side implements PeerConnection.Listener {

        private final Duet duet;
        private final String name;
        private final long toServerNanos;
        private final List<IceCandidate> early = new ArrayList<>();
        private final List<Measurement.Ping> pings = new ArrayList<>();
        private @Nullable PeerConnection connection;
        private @Nullable Side far;
        private boolean described;
        private boolean measured;
        private long openNanos = -1;
        private long trueRttNanos = -1;
        private String type = "";

        Side(Duet duet, String name, long serverRttNanos) {
            this.duet = duet;
            this.name = name;
            this.toServerNanos = serverRttNanos / 2;
        }

        /** When its channel was open, from the start; -1 if never. */
        public long openNanos() {
            return openNanos;
        }

        /** Type of its local candidate; empty if its channel never opened. */
        public String type() {
            return type;
        }

        public long trueRttNanos() {
            return trueRttNanos;
        }

        /** Its pings, as far as it came. */
        public List<Measurement.Ping> pings() {
            return List.copyOf(pings);
        }

        public PeerConnection connection() {
            PeerConnection made = connection;
            if (made == null) {
                throw new IllegalStateException(name + " has no connection yet");
            }
            return made;
        }

        private void pass(Object what) {
            Side to = far;
            if (to != null && duet.line.passes(name, what)) {
                long at = duet.kernel.nowNanos() + toServerNanos + to.toServerNanos;
                duet.kernel.timer(at, duet, 0, (Runnable) () -> to.take(what));
            }
        }

        private void take(Object what) {
            if (connection().isClosed()) {
                return;
            }
            if (what instanceof SessionDescription description) {
                connection().setRemoteDescription(description);
                described = true;
                early.forEach(connection()::addRemoteCandidate);
            } else if (what instanceof IceCandidate candidate) {
                if (described) {
                    connection().addRemoteCandidate(candidate);
                } else {
                    early.add(candidate);
                }
            }
        }

        @Override
        public void onLocalDescription(SessionDescription description) {
            pass(description);
        }

        @Override
        public void onLocalCandidate(@Nullable IceCandidate candidate) {
            if (candidate != null) {
                pass(candidate);
            }
        }

        @Override
        public void onOpen() {
            openNanos = duet.kernel.nowNanos();
            type = connection().selectedCandidateType();
            trueRttNanos = connection().trueRttNanos();
            connection().measure(PINGS, PING_TIMEOUT_NANOS, PING_GAP_NANOS);
        }

        @Override
        public void onMeasured(Measurement measurement) {
            pings.addAll(measurement.pings());
            measured = true;
            duet.oneIsDone();
        }
    }

    /** What the server does with what they signal. */
    public interface Line {

        /** True if a description or candidate of this person is passed on. */
        boolean passes(String from, Object what);
    }

    private static final int PINGS = 5;
    private static final long PING_TIMEOUT_NANOS = 2_000_000_000L;
    private static final long PING_GAP_NANOS = 100_000_000L;

    private final Kernel kernel;
    private final Line line;
    private final boolean staysOpen;
    private final MediaPlane plane;
    private final Side ann;
    private final Side bob;

    private Duet(Setting setting, long seed, Line line, PlaneMaker maker) {
        this.line = line;
        this.staysOpen = setting.staysOpen;
        kernel = Kernel.timeFaithful(new RunLimits(10_000_000, setting.limitNanos));
        PathTable paths = new PathTable()
                .withTurnRtt(setting.turnRttNanos)
                .addPerson("ann", setting.ann.profile().baseNanos())
                .addPerson("bob", setting.bob.profile().baseNanos());
        if (setting.pathRttNanos >= 0) {
            paths.between("ann", "bob", setting.pathRttNanos);
        }
        plane = maker.make(kernel, new SeededChoices(seed), paths, setting);
        ann = new Side(this, "ann", setting.annServerRttNanos);
        bob = new Side(this, "bob", setting.bobServerRttNanos);
        ann.far = bob;
        bob.far = ann;
        ann.connection = plane.open("ann", setting.annTurn, ann);
        bob.connection = plane.open("bob", setting.bobTurn, bob);
        kernel.timer(
                ann.toServerNanos, this, 0, (Runnable) () -> ann.connection().createOffer());
    }

    private interface PlaneMaker {

        MediaPlane make(Kernel kernel, Choices choices, PathTable paths, Setting setting);
    }

    /** At flow detail. */
    public static Duet flow(Setting setting, long seed) {
        return new Duet(
                setting,
                seed,
                (from, what) -> true,
                (kernel, choices, paths, its) ->
                        new FlowMediaPlane(kernel, choices, paths, person -> host(its, person)));
    }

    /** At packet detail. */
    public static Duet packets(Setting setting, long seed, PacketSettings settings) {
        return packets(setting, seed, settings, (from, what) -> true, PacketListener.NOBODY);
    }

    /** At packet detail, watched, and with a server that may lose what they signal. */
    public static Duet packets(
            Setting setting,
            long seed,
            PacketSettings settings,
            Line line,
            PacketListener listener) {
        return new Duet(
                setting,
                seed,
                line,
                (kernel, choices, paths, its) -> new PacketMediaPlane(
                        kernel, choices, paths, person -> host(its, person), settings, listener));
    }

    private static Host host(Setting setting, String person) {
        return person.equals("ann") ? setting.ann : setting.bob;
    }

    /** Runs until nothing is left to do, or the limit is reached. */
    public Duet run() {
        kernel.run();
        return this;
    }

    private void oneIsDone() {
        if (!staysOpen && ann.measured && bob.measured) {
            ann.connection().close();
            bob.connection().close();
        }
    }

    /** True if the channel opened on both sides. */
    public boolean isOpen() {
        return ann.openNanos >= 0 && bob.openNanos >= 0;
    }

    public Side ann() {
        return ann;
    }

    public Side bob() {
        return bob;
    }

    public MediaPlane plane() {
        return plane;
    }

    public Kernel kernel() {
        return kernel;
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        if (data instanceof Runnable step) {
            step.run();
        }
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return "something signalled arrives";
    }
}
