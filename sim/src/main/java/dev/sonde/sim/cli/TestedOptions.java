package dev.sonde.sim.cli;

import dev.sonde.sim.ScenarioBench;
import dev.sonde.sim.UnderTest;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is tested: the options that all verbs have that run scenarios. */
final class TestedOptions {

    @Option(
            names = "--under-test",
            paramLabel = "NAME",
            description = "Test this lobby, not the file's: sonde, a broken one, or one of your"
                    + " own, by name.")
    private @Nullable String name;

    @Option(
            names = "--cp",
            paramLabel = "PATH",
            description = "Folders and jars with lobbies and matchmakers of your own, ':' between"
                    + " them.")
    private String classPath = "";

    /** Another lobby than the file's, null for the file's own. */
    @Nullable
    String name() {
        return name;
    }

    /**
     * Where lobbies and matchmakers are looked for.
     *
     * @throws InputException if one of the places is not there
     */
    UnderTest found() throws InputException {
        List<Path> places = InputFiles.classPath(classPath);
        if (places.isEmpty()) {
            return UnderTest.ON_CLASS_PATH;
        }
        List<URL> urls = new ArrayList<>();
        for (Path place : places) {
            if (!Files.exists(place)) {
                throw new InputException("--cp: there is no folder and no jar " + place);
            }
            try {
                urls.add(place.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new InputException("--cp: " + place + " cannot be read", e);
            }
        }
        ClassLoader ours = TestedOptions.class.getClassLoader();
        return new UnderTest(new URLClassLoader(urls.toArray(URL[]::new), ours), List.of());
    }

    /**
     * What can be done with the scenario in a capsule's file.
     *
     * @throws InputException if one of the places is not there
     */
    ScenarioBench bench(Path capsule) throws InputException {
        Path parent = capsule.getParent();
        return new ScenarioBench(parent == null ? Path.of("") : parent, found(), name);
    }
}
