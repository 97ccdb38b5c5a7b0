package dev.sonde.sim.child;

import dev.sonde.lobby.LobbyConfig;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.sim.LobbyFailure;
import dev.sonde.sim.LobbyProvider;
import dev.sonde.sim.UnderTest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lobbies in processes that one command starts. Each thread keeps one process and resets it for
 * each run; one that failed is ended, and the next run starts another.
 */
public final class ChildLobbies implements LobbyProvider {

    /** An answer that takes longer than this will not come. */
    public static final long PATIENCE_MILLIS = 5_000;

    private final List<String> command;
    private final String version;
    private final Patience patience;
    private final Map<Thread, Child> ofThreads = new ConcurrentHashMap<>();
    private final Collection<Child> all = new ConcurrentLinkedQueue<>();

    /**
     * Starts the command once, to see that it is a coordinator.
     *
     * @param command the program and its arguments
     * @param version of this sonde, which the process is told
     * @param patienceMillis an answer that takes longer will not come
     * @throws ChildException if it cannot be started, or does not greet
     */
    public ChildLobbies(List<String> command, String version, long patienceMillis)
            throws ChildException {
        this.command = List.copyOf(command);
        this.version = version;
        this.patience = new Patience(patienceMillis);
        try {
            ofThreads.put(Thread.currentThread(), start());
        } catch (LobbyFailure e) {
            throw new ChildException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String name() {
        return UnderTest.PROCESS;
    }

    /** Its ids are its own, so that it needs to ask for nothing. */
    @Override
    public LobbyUnderTest create(
            LobbyConfig config, Matchmaker matchmaker, Ids ids, TurnCredentialSource turn) {
        Child child = ofThreads.get(Thread.currentThread());
        if (child == null || !child.isAlive()) {
            endThoseOfEndedThreads();
            child = start();
            ofThreads.put(Thread.currentThread(), child);
        }
        return ChildLobby.reset(child, config, matchmaker, turn);
    }

    /** How many lines all processes answered until now. */
    public long questions() {
        return all.stream().mapToLong(Child::questions).sum();
    }

    /** What all processes answered until now, and how quickly each did. */
    public String pace() {
        long questions = questions();
        long nanos = 0;
        long lately = 0;
        long latelyNanos = 0;
        for (Child child : all) {
            nanos += child.askingNanos();
            lately += child.latelyNanos() == 0 ? 0 : Child.LATELY;
            latelyNanos += child.latelyNanos();
        }
        String whole = questions + " lines were answered, " + perSecond(questions, nanos)
                + "/s by each process";
        return lately == 0 ? whole : whole + ", " + perSecond(lately, latelyNanos) + "/s lately";
    }

    private static long perSecond(long questions, long nanos) {
        return nanos == 0 ? 0 : Math.round(questions * 1e9 / nanos);
    }

    private Child start() {
        Child child = Child.start(command, version, patience);
        all.add(child);
        return child;
    }

    private void endThoseOfEndedThreads() {
        ofThreads.forEach((thread, child) -> {
            if (!thread.isAlive()) {
                child.end();
                ofThreads.remove(thread);
            }
        });
    }
}
