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

    private UnderTest() {}

    /** Every coordinator that can be named: the real one, the broken ones, those of users. */
    public static List<String> names() {
        return names(UnderTest.class.getClassLoader());
    }

    private static List<String> names(ClassLoader classes) {
        List<String> names = new ArrayList<>();
        names.add(REAL);
        names.addAll(BrokenLobbies.names());
        ServiceLoader.load(LobbyProvider.class, classes).forEach(own -> names.add(own.name()));
        return names;
    }

    /** @param classes where those of users are looked for */
    static LobbyProvider lobby(String name, ClassLoader classes) throws UnderTestException {
        if (name.equals(REAL)) {
            return new Real();
        }
        if (BrokenLobbies.names().contains(name)) {
            return new Broken(name);
        }
        for (LobbyProvider provider : ServiceLoader.load(LobbyProvider.class, classes)) {
            if (provider.name().equals(name)) {
                return provider;
            }
        }
        throw new UnderTestException("no coordinator is called '" + name + "'" + "; "
                + NearestWord.help(name, names(classes)));
    }

    /**
     * A matchmaker of a user, by its class, which needs a public constructor without parameters.
     */
    static Matchmaker matchmaker(String className, ClassLoader classes) throws UnderTestException {
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
