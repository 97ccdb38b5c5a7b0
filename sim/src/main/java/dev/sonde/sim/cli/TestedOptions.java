package dev.sonde.sim.cli;

import dev.sonde.sim.UnderTest;
import dev.sonde.sim.WebRtcPack;
import dev.sonde.sim.child.ChildException;
import dev.sonde.sim.child.ChildLobbies;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.pack.ScenarioBench;
import dev.sonde.sim.scenario.Scenario;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
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
            description = "Folders and jars with lobbies, matchmakers and protocol packs of your"
                    + " own, ':' between them.")
    private String classPath = "";

    @Option(
            names = "--sut",
            paramLabel = "COMMAND",
            description = "Test a coordinator in a process of its own, in any language, which this"
                    + " command starts (docs/wire.md).")
    private @Nullable String command;

    private @Nullable ChildLobbies processes;

    /** Another lobby than the file's, null for the file's own. */
    @Nullable
    String name() {
        return command == null ? name : UnderTest.PROCESS;
    }

    /** True if a process is tested, into which nothing here can look. */
    boolean isProcess() {
        return command != null;
    }

    /**
     * The packs, and where their lobbies and matchmakers are looked for.
     *
     * @throws InputException if one of the places is not there, or the command starts none
     */
    Packs found() throws InputException {
        String line = command;
        if (line != null && name != null) {
            throw new InputException("--under-test and --sut exclude each other; leave out one");
        }
        if (line != null) {
            processes = process(line);
        }
        ClassLoader classes = classes();
        UnderTest ofProbes =
                new UnderTest(classes, processes == null ? List.of() : List.of(processes));
        Packs packs = classes == TestedOptions.class.getClassLoader()
                ? Packs.ON_CLASS_PATH
                : Packs.in(classes);
        return packs.with(new WebRtcPack(ofProbes));
    }

    /** How quickly the processes answered, or nothing if none is tested. */
    String pace() {
        return processes == null ? "" : processes.pace();
    }

    /**
     * Sees that a process of its own is not given scenarios whose words it does not speak.
     *
     * @throws InputException if it is
     */
    static void check(Path file, @Nullable String name, String protocol) throws InputException {
        if (UnderTest.PROCESS.equals(name) && !protocol.equals(Scenario.WEBRTC_PROBE)) {
            throw new InputException(file + ": --sut speaks the wire of the WebRTC probe, and this"
                    + " scenario's protocol is " + protocol + "; take a coordinator of that"
                    + " protocol, with --under-test");
        }
    }

    private static ChildLobbies process(String line) throws InputException {
        try {
            return new ChildLobbies(
                    CommandWords.split(line), Version.number(), ChildLobbies.PATIENCE_MILLIS);
        } catch (ChildException e) {
            throw new InputException("--sut " + line + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }

    private ClassLoader classes() throws InputException {
        ClassLoader ours = TestedOptions.class.getClassLoader();
        List<Path> places = InputFiles.classPath(classPath);
        if (places.isEmpty()) {
            return ours;
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
        return new URLClassLoader(urls.toArray(URL[]::new), ours);
    }

    /**
     * What can be done with the scenario in a capsule's file.
     *
     * @throws InputException if one of the places is not there
     */
    ScenarioBench bench(Path capsule) throws InputException {
        Path parent = capsule.getParent();
        return new ScenarioBench(parent == null ? Path.of("") : parent, found(), name());
    }
}
