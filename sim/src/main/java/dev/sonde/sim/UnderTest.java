package dev.sonde.sim;

import dev.sonde.lobby.Lobby;
import dev.sonde.lobby.LobbyConfig;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.sim.broken.BrokenLobbies;
import dev.sonde.sim.scenario.NearestWord;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Finds what a scenario puts under test, by name. */
public final class UnderTest {

    /** The real coordinator. */
    public static final String REAL = "sonde";

    /**
     * A coordinator in a process of its own. Files name no command, so that running somebody's
     * scenario never starts somebody's program.
     */
    public static final String PROCESS = "sut";

    /** What is on the class path. */
    public static final UnderTest ON_CLASS_PATH =
            new UnderTest(UnderTest.class.getClassLoader(), List.of());

    private final ClassLoader classes;
    private final List<LobbyProvider> further;

    /**
     * @param classes where coordinators and matchmakers of users are looked for
     * @param further coordinators that no class path holds
     */
    public UnderTest(ClassLoader classes, List<LobbyProvider> further) {
        this.classes = classes;
        this.further = List.copyOf(further);
    }

    /** Every coordinator that can be named: the real one, the broken ones, those of users. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(REAL);
        names.addAll(BrokenLobbies.names());
        ofUsers().forEach(own -> names.add(own.name()));
        return names;
    }

    private List<LobbyProvider> ofUsers() {
        List<LobbyProvider> found = new ArrayList<>(further);
        ServiceLoader.load(LobbyProvider.class, classes).forEach(found::add);
        return found;
    }

    LobbyProvider lobby(String name) throws UnderTestException {
        if (name.equals(REAL)) {
            return new Real();
        }
        if (BrokenLobbies.names().contains(name)) {
            return new Broken(name);
        }
        for (LobbyProvider provider : ofUsers()) {
            if (provider.name().equals(name)) {
                return provider;
            }
        }
        if (name.equals(PROCESS)) {
            throw new UnderTestException("the coordinator is a process of its own; say with --sut"
                    + " which command starts it");
        }
        throw new UnderTestException("no coordinator is called '" + name + "'; "
                + NearestWord.helpOr(
                        name,
                        names(),
                        "the real one is " + REAL
                                + ", and docs/race-corpus.md names the broken ones"));
    }

    /**
     * A matchmaker of a user, by its class, which needs a public constructor without parameters.
     */
    Matchmaker matchmaker(String className) throws UnderTestException {
        try {
            Object made = classes.loadClass(className).getConstructor().newInstance();
            if (made instanceof Matchmaker matchmaker) {
                return matchmaker;
            }
            throw new UnderTestException(className + " is no dev.sonde.matchmaking.Matchmaker");
        } catch (ReflectiveOperationException e) {
            throw new UnderTestException("no matchmaker '" + className + "' can be made: "
                    + e.getClass().getSimpleName()
                    + "; it must be on the class path (--cp), with a public constructor "
                    + "without parameters");
        }
    }

    private record Real() implements LobbyProvider {

        @Override
        public String name() {
            return REAL;
        }

        @Override
        public LobbyUnderTest create(
                LobbyConfig config, Matchmaker matchmaker, Ids ids, TurnCredentialSource turn) {
            return new Lobby(config, matchmaker, ids, turn);
        }
    }

    /** One of the bench's positive controls, around the real one. */
    private record Broken(String name) implements LobbyProvider {

        @Override
        public LobbyUnderTest create(
                LobbyConfig config, Matchmaker matchmaker, Ids ids, TurnCredentialSource turn) {
            return BrokenLobbies.create(
                    name, change -> new Lobby(config, change.apply(matchmaker), ids, turn));
        }
    }
}
