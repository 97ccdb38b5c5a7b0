package dev.sonde.sim.peer;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.JsonPayload;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.RunLimits;
import dev.sonde.sim.kernel.SeededChoices;
import dev.sonde.sim.network.FlowMediaPlane;
import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.LinkSpec;
import dev.sonde.sim.network.MediaPlane;
import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.Paths;
import dev.sonde.sim.network.Profile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A server that relays and starts a probe when two distinct members are ready, without any of the
 * real one's care. Each message takes 10 ms; people are 40 ms apart, both ways together.
 */
final class TestWorld implements World, Observer, EventHandler {

    static final long MILLI = 1_000_000;
    static final long LINE = 10 * MILLI;
    static final ProbeId PROBE = ProbeId.ofRandomBits(1, 1);

    final Kernel kernel = Kernel.timeFaithful(RunLimits.DEFAULT);
    final Choices choices;
    final FlowMediaPlane media;
    final Grapevine grapevine = new Grapevine();
    final Map<SubjectId, Line> lines = new LinkedHashMap<>();
    final Map<ProbeId, List<SubjectId>> probes = new LinkedHashMap<>();
    final Map<ProbeId, Set<SubjectId>> ready = new LinkedHashMap<>();
    /** What the server heard: milliseconds, who, what. */
    final List<String> heard = new ArrayList<>();
    /** What people did. */
    final List<String> told = new ArrayList<>();

    boolean encoded;
    int open;
    long worstErrorNanos = Long.MIN_VALUE;

    TestWorld(long seed) {
        choices = new SeededChoices(seed);
        Paths paths = new Paths() {
            @Override
            public long oneWayNanos(String from, String to) {
                return 20 * MILLI;
            }

            @Override
            public long toTurnNanos(String person) {
                return 15 * MILLI;
            }
        };
        media = new FlowMediaPlane(kernel, choices, paths, TestWorld::host);
    }

    static Host host(String person) {
        LinkSpec none = LinkSpec.PERFECT;
        Profile profile = new Profile(
                "p", none, none, none, 0, NatBehavior.PORT_RESTRICTED, false, MILLI, 50 * MILLI);
        return new Host(person, profile, "");
    }

    static SubjectId id(String name) {
        return new SubjectId(name);
    }

    Person add(String name, Behaviour behaviour) {
        return add(PersonSpec.of(id(name), host(name)).behaviour(behaviour).build());
    }

    Person add(PersonSpec spec) {
        Person person = new Person(this, spec);
        person.start();
        return person;
    }

    /** The server creates a probe then. */
    void probeAt(long atNanos, ProbeId probe, String first, String second) {
        at(atNanos, () -> {
            probes.put(probe, List.of(id(first), id(second)));
            ready.put(probe, new LinkedHashSet<>());
            send(id(first), new ServerMessage.Prepare(probe, id(second), null));
            send(id(second), new ServerMessage.Prepare(probe, id(first), null));
        });
    }

    void send(SubjectId to, ServerMessage message) {
        Line line = lines.get(to);
        if (line != null) {
            line.down(message);
        }
    }

    private void receive(SubjectId from, ClientMessage message) {
        if (message instanceof ClientMessage.Signal signal) {
            var payload = encoded
                    ? new JsonPayload(
                            signal.payload().toJson(), signal.payload().sizeBytes())
                    : signal.payload();
            send(
                    signal.target(),
                    new ServerMessage.RelayedSignal(signal.probe(), signal.type(), from, payload));
            return;
        }
        heard.add(kernel.nowNanos() / MILLI + " " + from + " " + words(message));
        Set<SubjectId> members =
                ready.get(message instanceof ClientMessage.Ready said ? said.probe() : PROBE);
        if (message instanceof ClientMessage.Ready said && members != null) {
            List<SubjectId> pair = probes.getOrDefault(said.probe(), List.of());
            if (pair.contains(from) && members.add(from) && members.size() == 2) {
                send(pair.get(1), new ServerMessage.Start(said.probe()));
                send(pair.get(0), new ServerMessage.Start(said.probe()));
            }
        }
    }

    static String words(ClientMessage message) {
        if (message instanceof ClientMessage.Result result) {
            return result.report() instanceof Report.Success success
                    ? "success " + (long) success.rttMillis()
                    : result.report() instanceof Report.Failure ? "failure" : "invalid";
        }
        return message.event();
    }

    List<String> heardFrom(String name) {
        return heard.stream()
                .map(line -> line.split(" ", 3))
                .filter(words -> words[1].equals(name))
                .map(words -> words[2])
                .toList();
    }

    long millisOf(String name, String words) {
        return heard.stream()
                .filter(line -> line.endsWith(" " + name + " " + words))
                .mapToLong(line -> Long.parseLong(line.substring(0, line.indexOf(' '))))
                .findFirst()
                .orElse(-1);
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

    @Override
    public Kernel kernel() {
        return kernel;
    }

    @Override
    public Choices choices() {
        return choices;
    }

    @Override
    public MediaPlane media() {
        return media;
    }

    @Override
    public Uplink connect(SubjectId subject, Instance instance, Uplink.Listener listener) {
        Line line = new Line(subject, listener);
        at(kernel.nowNanos() + 2 * LINE, () -> {
            if (line.up) {
                lines.put(subject, line);
                heard.add(kernel.nowNanos() / MILLI + " " + subject + " connect");
                listener.onOpen();
            }
        });
        return line;
    }

    @Override
    public Observer observer() {
        return this;
    }

    @Override
    public void gone(SubjectId subject) {
        told.add(subject + " is gone for good");
        media.forget(subject.value());
    }

    @Override
    public Grapevine grapevine() {
        return grapevine;
    }

    @Override
    public void person(SubjectId subject, String words) {
        told.add(subject + " " + words);
    }

    @Override
    public void mediaOpened(SubjectId subject, ProbeId probe, long trueRttNanos, String type) {
        open++;
    }

    @Override
    public void mediaClosed(SubjectId subject, ProbeId probe) {
        told.add(subject + " closes");
    }

    @Override
    public void honestResult(
            SubjectId subject, ProbeId probe, long reported, long trueMedian, long allowance) {
        long error = Math.abs(reported * MILLI - trueMedian) - allowance;
        worstErrorNanos = Math.max(worstErrorNanos, error);
    }

    @Override
    public void abandoned(SubjectId subject) {
        told.add(subject + " abandons");
    }

    /** One signalling connection. */
    final class Line implements Uplink {

        private final SubjectId subject;
        private final Listener listener;
        private boolean up = true;

        Line(SubjectId subject, Listener listener) {
            this.subject = subject;
            this.listener = listener;
        }

        private void down(ServerMessage message) {
            at(kernel.nowNanos() + LINE, () -> {
                if (up) {
                    listener.onMessage(message);
                }
            });
        }

        void closeByServer() {
            up = false;
            listener.onClosed(true);
        }

        @Override
        public void send(ClientMessage message) {
            if (up) {
                at(kernel.nowNanos() + LINE, () -> receive(subject, message));
            }
        }

        @Override
        public void close() {
            up = false;
            at(
                    kernel.nowNanos() + LINE,
                    () -> heard.add(kernel.nowNanos() / MILLI + " " + subject + " disconnect"));
        }

        @Override
        public void vanish() {
            up = false;
        }

        @Override
        public void pause(long untilNanos) {
            told.add(subject + " pauses");
        }

        @Override
        public void readSlowly(long delayNanos) {
            told.add(subject + " reads slowly");
        }

        @Override
        public SocketId socket() {
            return new SocketId(1);
        }
    }
}
