package dev.sonde.sim.testing;

import dev.sonde.sim.LobbyProvider;
import dev.sonde.sim.scenario.Scenario;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** Where the classes are that a user put under test. */
final class UsersClasses {

    private UsersClasses() {}

    /** The folders and jars that a command line has to add for this scenario. */
    static List<Path> of(Scenario scenario) {
        Set<Path> places = new LinkedHashSet<>();
        for (LobbyProvider provider : ServiceLoader.load(LobbyProvider.class)) {
            if (provider.name().equals(scenario.lobby().underTest())) {
                add(provider.getClass(), places);
            }
        }
        String matchmaker = scenario.lobby().matchmaker().type();
        if (matchmaker.indexOf('.') >= 0) {
            try {
                add(Class.forName(matchmaker), places);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("the run had it", e);
            }
        }
        return List.copyOf(places);
    }

    private static void add(Class<?> type, Set<Path> places) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return;
        }
        try {
            places.add(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Not in the file system, so no command line can name it.
        }
    }
}
