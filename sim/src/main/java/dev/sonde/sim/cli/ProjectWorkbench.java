package dev.sonde.sim.cli;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/** The workbench of this project: scenario files, the simulation, the presets. */
final class ProjectWorkbench implements Workbench {

    @Override
    public Experiment load(Path file, @Nullable String underTest) throws InputException {
        InputFiles.check(file);
        throw new InputException(file + ": cannot be read yet");
    }

    @Override
    public String schema() {
        return "{}";
    }

    @Override
    public List<String[]> presets() {
        return List.<String[]>of(new String[] {"name"});
    }
}
