package dev.sonde.sim.cli;

import dev.sonde.sim.explore.Capsule;
import dev.sonde.sim.explore.CapsuleException;
import dev.sonde.sim.explore.CapsuleJson;
import dev.sonde.sim.report.OutputFile;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Capsules in files. */
final class CapsuleFiles {

    private static final long MOST_BYTES = 16 << 20;
    private static final String SUFFIX = ".json";

    private CapsuleFiles() {}

    /** @throws InputException if the file cannot be read, or is no capsule */
    static Capsule read(Path file) throws InputException {
        InputFiles.check(file);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new InputException(file + ": is larger than 16 MiB, so no capsule");
            }
            return CapsuleJson.read(Files.readString(file));
        } catch (CapsuleException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        } catch (CharacterCodingException e) {
            throw new InputException(file + ": this is no UTF-8 text, so no capsule", e);
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }

    /** @throws InputException if the file cannot be written */
    static void write(Path file, Capsule capsule) throws InputException {
        write(file, CapsuleJson.write(capsule, "./sonde replay " + file));
    }

    /**
     * Writes a file, and makes the folder that it is in.
     *
     * @throws InputException if the file cannot be written
     */
    static void write(Path file, String text) throws InputException {
        Path folder = file.getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw InputException.of(e);
        }
        try (OutputFile out = OutputFile.replacing(file)) {
            out.writer().write(text);
            out.commit();
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }

    /** The file's name without the end that all capsules have. */
    static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** The number of this sonde. */
    static String version() throws InputException {
        try {
            return Version.number();
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }
}
