package dev.sonde.sim.network;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.RunLimits;
import dev.sonde.sim.kernel.SeededChoices;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Two browsers on one media plane, with a signalling line of a fixed delay between them. */
final class FlowPair implements EventHandler {

    static final long MILLI = 1_000_000;
    static final long SETUP = 50 * MILLI;
    static final long LINE = 10 * MILLI;

    final Kernel kernel = Kernel.timeFaithful(RunLimits.DEFAULT);
    final FlowMediaPlane plane;
    final End ann;
    final End bob;
    Predicate<Object> keeps = what -> true;

    /** @param oneWayNanos between the two, each way */
    FlowPair(long seed, long oneWayNanos, Host annsHost, Host bobsHost, boolean turn) {
        Paths paths = new Paths() {
            @Override
            public long oneWayNanos(String from, String to) {
                return oneWayNanos;
            }

            @Override
            public long toTurnNanos(String person) {
                return 15 * MILLI;
            }
        };
        plane = new FlowMediaPlane(
                kernel,
                new SeededChoices(seed),
                paths,
                name -> name.equals("ann") ? annsHost : bobsHost);
        ann = new End("ann", turn);
        bob = new End("bob", turn);
        ann.far = bob;
        bob.far = ann;
    }

    static FlowPair near(NatBehavior nat) {
        return new FlowPair(1, 20 * MILLI, host("ann", "", nat), host("bob", "", nat), false);
    }

    static Host host(String person, String link, NatBehavior nat) {
        LinkSpec server = LinkSpec.PERFECT;
        LinkSpec peers = LinkSpec.parse(link);
        return new Host(
                person, new Profile("p", server, server, peers, 0, nat, false, SETUP, SETUP), "");
    }

    FlowPair run() {
        ann.connection.createOffer();
        kernel.run();
        return this;
    }

    void at(long nanos, Runnable step) {
        kernel.timer(nanos, this, 0, step);
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        if (data instanceof Runnable step) {
            step.run();
        }
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return "a step of the test";
    }

    /** One browser: keeps what it hears, and passes it on. */
    final class End implements PeerConnection.Listener {

        final PeerConnection connection;
        final List<String> log = new ArrayList<>();
        final List<IceCandidate> early = new ArrayList<>();
        final List<Measurement.Ping> pings = new ArrayList<>();

        @Nullable
        End far;

        boolean described;
        long openNanos = -1;
        long measuredNanos = -1;

        End(String name, boolean turn) {
            connection = plane.open(name, turn, this);
        }

        @Override
        public void onLocalDescription(SessionDescription description) {
            log.add(description.offer() ? "offer" : "answer");
            pass(description);
        }

        @Override
        public void onLocalCandidate(@Nullable IceCandidate candidate) {
            log.add(candidate == null ? "end" : candidate.type());
            if (candidate != null) {
                pass(candidate);
            }
        }

        private void pass(Object what) {
            End to = far;
            if (keeps.test(what) && to != null) {
                at(kernel.nowNanos() + LINE, () -> to.take(what));
            }
        }

        private void take(Object what) {
            if (what instanceof SessionDescription description) {
                connection.setRemoteDescription(description);
                described = true;
                early.forEach(connection::addRemoteCandidate);
            } else if (described) {
                connection.addRemoteCandidate((IceCandidate) what);
            } else {
                early.add((IceCandidate) what);
            }
        }

        @Override
        public void onOpen() {
            openNanos = kernel.nowNanos();
            connection.measure(5, 2_000 * MILLI, 100 * MILLI);
        }

        @Override
        public void onMeasured(Measurement measurement) {
            pings.addAll(measurement.pings());
            measuredNanos = kernel.nowNanos();
        }

        /** True round-trip times of its pings, -1 for each one lost. */
        List<Long> rtts() {
            return pings.stream().map(Measurement.Ping::trueRttNanos).toList();
        }
    }
}
