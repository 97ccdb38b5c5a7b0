package dev.sonde.sim.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code sonde validate FILE…}. */
@Command(
        name = "validate",
        description = "Read scenario files and say what is wrong with them, without running them.",
        footer = {
            "",
            "Example:",
            "  sonde validate scenarios/smoke/*.yaml",
            "",
            "Exit codes: 0 all are right; 2 at least one is not."
        })
final class ValidateCommand implements Callable<Integer> {

    private final Main main;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files, YAML or JSON.")
    private List<Path> files = List.of();

    ValidateCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        ExitCode code = ExitCode.AS_EXPECTED;
        for (Path file : files) {
            try {
                main.workbench().load(file, null);
                main.console().out().println(file + ": ok");
            } catch (InputException | RuntimeException e) {
                code = code.or(main.failure(e));
            }
        }
        return code.number();
    }
}
