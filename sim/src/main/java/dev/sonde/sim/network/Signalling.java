package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The plane between people and the server: opens connections, numbers them, and does to one
 * person's way to the server what faults ask for.
 */
public final class Signalling {

    private final Kernel kernel;
    private final Choices choices;
    private final SignallingSettings settings;
    private final ServerEnd server;
    private final NetworkListener listener;
    private final Map<String, Known> people = new LinkedHashMap<>();
    private long connections;

    public Signalling(
            Kernel kernel,
            Choices choices,
            SignallingSettings settings,
            ServerEnd server,
            NetworkListener listener) {
        this.kernel = kernel;
        this.choices = choices;
        this.settings = settings;
        this.server = server;
        this.listener = listener;
    }

    /**
     * Makes a person known; draws on these links are the person's own.
     *
     * @throws IllegalArgumentException if the person is known already
     */
    public void addPerson(String person, Profile profile) {
        if (people.putIfAbsent(person, new Known(profile)) != null) {
            throw new IllegalArgumentException("'" + person + "' is known already");
        }
    }

    /** Lets go of a person, whom nobody will speak of any more. */
    public void removePerson(String person) {
        people.remove(person);
    }

    /**
     * Lets go of what is kept for a person who will open no connection any more. What is on its way
     * still arrives.
     */
    public void forget(String person) {
        Known known = people.get(person);
        if (known != null) {
            known.access = null;
        }
    }

    /**
     * A client opens a connection. A person may have several at a time.
     *
     * @throws IllegalArgumentException if nobody of that name was added
     */
    public SignallingConnection open(String person, ClientEnd client) {
        Access access = access(person);
        SignallingConnection connection =
                new SignallingConnection(access, ++connections, client, server);
        access.use(connection);
        connection.open();
        return connection;
    }

    /**
     * Holds everything in one direction, also of connections opened meanwhile, until an instant or
     * {@link #release}. Two stalls at a time end with the later one.
     *
     * @param untilNanos {@code Long.MAX_VALUE} if only a call ends it
     */
    public Proof stall(String person, Direction direction, long untilNanos, String rule) {
        return access(person).stall(direction, untilNanos, rule);
    }

    /** Lets one direction go on; what was held arrives now at the earliest, in order. */
    public void release(String person, Direction direction) {
        access(person).release(direction);
    }

    /** Holds everything in both directions, as {@link #stall} does. */
    public void partition(String person, long untilNanos, String rule) {
        stall(person, Direction.TO_SERVER, untilNanos, rule);
        stall(person, Direction.FROM_SERVER, untilNanos, rule);
    }

    /** What is sent before an instant in this direction takes so much longer. */
    public Proof delaySpike(String person, Direction direction, long extraNanos, long untilNanos) {
        return access(person).route(direction).spike(extraNanos, untilNanos);
    }

    private Access access(String person) {
        Known known = people.get(person);
        if (known == null) {
            throw new IllegalArgumentException(
                    "nobody is called '" + person + "'; add the person before");
        }
        Access access = known.access;
        if (access == null) {
            access = new Access(kernel, choices, person, known.profile, settings, listener);
            known.access = access;
        }
        return access;
    }

    /** Somebody, with a way to the server from its first use on: most of a crowd is not here. */
    private static final class Known {

        private final Profile profile;
        private @Nullable Access access;

        Known(Profile profile) {
            this.profile = profile;
        }
    }
}
