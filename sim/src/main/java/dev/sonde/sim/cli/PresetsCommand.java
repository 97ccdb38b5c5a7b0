package dev.sonde.sim.cli;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/** {@code sonde presets}. */
@Command(
        name = "presets",
        description =
                "List the network profiles that a scenario can use by name, with their numbers.",
        footer = {"", "In a scenario:", "  people: [{id: ann, profile: fibre, joins: 0s}]"})
final class PresetsCommand implements Callable<Integer> {

    private final Main main;

    PresetsCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        main.console().out().println(main.workbench().presets().stripTrailing());
        return ExitCode.AS_EXPECTED.number();
    }
}
