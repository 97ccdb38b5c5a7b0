package dev.sonde.sim.cli;

import dev.sonde.sim.study.Design;
import dev.sonde.sim.study.Measure;
import dev.sonde.sim.study.Plan;
import dev.sonde.sim.study.Results;
import dev.sonde.sim.study.RowsFile;
import dev.sonde.sim.study.Run;
import dev.sonde.sim.study.Setting;
import dev.sonde.sim.study.TidyReader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a file of rows has already of the study that goes on with it. */
final class Resume {

    private Resume() {}

    static boolean isThere(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException unreadable) { // whoever opens it says so
            return false;
        }
    }

    /**
     * The runs of the file up to the first one that is missing, as runs of this study.
     *
     * @throws InputException if it cannot be read, or is of another study
     */
    static List<Run> kept(Path file, Plan plan, Study.Subject subject) throws InputException {
        if (!isThere(file)) {
            return List.of();
        }
        Results old;
        try {
            if (RowsFile.isBarelyBegun(file, subject.design())) {
                return List.of();
            }
            old = TidyReader.read(file);
        } catch (IOException e) {
            throw InputException.of(e);
        }
        Design design = subject.design();
        List<Measure> seen = old.design().measures();
        boolean isPartOfOneRun = old.count() == 1
                && seen.size() < design.measures().size()
                && seen.equals(design.measures().subList(0, seen.size()));
        if (isPartOfOneRun) {
            return List.of();
        }
        List<Run> kept = new ArrayList<>();
        for (Run run : old.all()) {
            if (kept.size() >= plan.count() || run.number() != plan.number(kept.size())) {
                break;
            }
            Setting setting = old.design().settings().get(run.setting());
            int place = plan.setting(run.number());
            boolean same = old.design().keys().equals(design.keys())
                    && old.design().measures().equals(design.measures())
                    && setting.equals(design.settings().get(place))
                    && run.seed() == plan.seed(run.number());
            if (!same) {
                throw new InputException(file + ": run " + run.number()
                        + " is of another study than this one; name another file");
            }
            if (!old.design().version().equals(design.version())) {
                throw new InputException(file + ": its rows are of version "
                        + old.design().version() + ", this is " + design.version()
                        + "; only one version's rows go together");
            }
            kept.add(run.at(place));
        }
        return kept;
    }
}
