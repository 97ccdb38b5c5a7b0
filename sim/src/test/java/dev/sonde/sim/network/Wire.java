package dev.sonde.sim.network;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.RunLimits;
import dev.sonde.sim.kernel.SeededChoices;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A signalling plane with one kernel; writes down what each side hears, with its instant. */
final class Wire implements ServerEnd, NetworkListener {

    static final long MS = 1_000_000L;
    static final long SECOND = 1_000 * MS;

    final List<String> log = new ArrayList<>();
    final Kernel kernel;
    final Signalling signalling;

    private Wire(Kernel kernel, long seed, SignallingSettings settings) {
        this.kernel = kernel;
        this.signalling = new Signalling(kernel, new SeededChoices(seed), settings, this, this);
    }

    static Wire faithful(SignallingSettings settings) {
        return new Wire(Kernel.timeFaithful(RunLimits.DEFAULT), 1, settings);
    }

    /** Events in an order, and at instants, that follow from the seed. */
    static Wire of(boolean adversarial, long seed, SignallingSettings settings) {
        return new Wire(
                adversarial
                        ? Kernel.adversarial(RunLimits.DEFAULT, new RandomSchedule(seed), 50 * MS)
                        : Kernel.timeFaithful(RunLimits.DEFAULT),
                seed,
                settings);
    }

    static Profile profile(String toServer, String fromServer) {
        Profile home = Presets.home();
        return new Profile(
                "test",
                LinkSpec.parse(toServer),
                LinkSpec.parse(fromServer),
                LinkSpec.PERFECT,
                0,
                home.nat(),
                false,
                0,
                0);
    }

    /** Opens a connection of a person with 30 ms to the server and 20 ms from it. */
    SignallingConnection open() {
        signalling.addPerson("ann", profile("delay 30ms", "delay 20ms"));
        return signalling.open("ann", client());
    }

    ClientEnd client() {
        return new ClientEnd() {
            @Override
            public void opened() {
                write("client opened");
            }

            @Override
            public void received(Object message) {
                write("client received " + message);
            }

            @Override
            public void closed(CloseCause cause) {
                write("client closed " + cause);
            }
        };
    }

    void at(long millis, Runnable deed) {
        kernel.timer(
                millis * MS,
                new EventHandler() {
                    @Override
                    public void handle(int what, @Nullable Object data) {
                        deed.run();
                    }

                    @Override
                    public String describe(int what, @Nullable Object data) {
                        return "deed of the test";
                    }
                },
                0,
                null);
    }

    /** Runs until nothing is left and gives what was heard. */
    List<String> heard() {
        if (kernel.run() != Kernel.End.QUIET) {
            throw new AssertionError("the run does not end");
        }
        return log;
    }

    @Override
    public void opened(SignallingConnection connection) {
        write("server opened");
    }

    @Override
    public void received(SignallingConnection connection, Object message) {
        write("server received " + message);
    }

    @Override
    public void heard(SignallingConnection connection) {
        write("server heard");
    }

    @Override
    public void closed(SignallingConnection connection, CloseCause cause) {
        write("server closed " + cause);
    }

    @Override
    public void lost(
            SignallingConnection connection, Direction direction, Object message, String rule) {
        write("lost " + message + " by " + rule);
    }

    private void write(String what) {
        log.add(kernel.nowNanos() / MS + " " + what);
    }
}
