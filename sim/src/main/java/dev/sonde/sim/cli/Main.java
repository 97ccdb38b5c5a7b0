package dev.sonde.sim.cli;

import dev.sonde.sim.report.Style;
import dev.sonde.sim.scenario.NearestWord;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The {@code sonde} command. */
@Command(
        name = "sonde",
        description = "A simulation and test bench for probe protocols.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        sortOptions = false,
        usageHelpAutoWidth = false,
        footer = {
            "",
            "Examples:",
            "  sonde new mine.yaml",
            "  sonde run mine.yaml",
            "  sonde run scenarios/smoke/*.yaml --json",
            "  sonde run mine.yaml --seeds 1..1000",
            "  sonde explore mine.yaml --budget 60s",
            "",
            "Exit codes: 0 as expected; 1 a claim is violated or an expectation missed;",
            "2 the input is wrong; 3 inconclusive; 4 stale; 70 an error in sonde;",
            "130 interrupted."
        })
public final class Main {

    private final Console console;
    private final Workbench workbench;
    private final Interruption interruption;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description =
                    "No colours, also on a terminal. NO_COLOR in the environment does the same.")
    private boolean colourForbidden;

    Main(Console console, Workbench workbench, Interruption interruption) {
        this.console = console;
        this.workbench = workbench;
        this.interruption = interruption;
    }

    public static void main(String[] args) {
        Console console = Console.ofProcess();
        Interruption interruption = Interruption.ofProcess();
        int code = run(args, console, new ProjectWorkbench(), interruption);
        interruption.workIsOver();
        System.exit(code);
    }

    /** All of the command but the end of the process. */
    static int run(String[] args, Console console, Workbench workbench, Interruption interruption) {
        Main main = new Main(console, workbench, interruption);
        boolean onlyRuns = args.length > 0 && args[0].equals("run");
        CommandLine line = onlyRuns ? main.runCommandLine() : main.commandLine();
        line.setExpandAtFiles(false);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(Help.defaultColorScheme(
                console.style(false).colour() ? Help.Ansi.ON : Help.Ansi.OFF));
        line.setParameterExceptionHandler((problem, given) -> wrongUsage(problem, console.err()));
        line.setExecutionExceptionHandler(
                (problem, command, parsed) -> main.failure(problem).number());
        try {
            return main.flushed(line.execute(args));
        } catch (Error e) { // out of memory, a class that does not load: still no violated claim
            return main.failure(e).number();
        }
    }

    /** The most frequent verb alone: whoever names it does not wait for the others. */
    private CommandLine runCommandLine() {
        CommandLine line = new CommandLine(this);
        line.addSubcommand(new RunCommand(this));
        return line;
    }

    /** The verbs and their options; nothing is set about how they are performed. */
    CommandLine commandLine() {
        CommandLine line = runCommandLine();
        line.addSubcommand(new ExploreCommand(this));
        line.addSubcommand(new GateCommand(this));
        line.addSubcommand(new ReplayCommand(this));
        line.addSubcommand(new ShrinkCommand(this));
        line.addSubcommand(new WhyCommand(this));
        line.addSubcommand(new CorpusCommand(this));
        line.addSubcommand(new SweepCommand(this));
        line.addSubcommand(new CompareCommand(this));
        line.addSubcommand(new MergeCommand(this));
        line.addSubcommand(new NewCommand(this));
        line.addSubcommand(new ValidateCommand(this));
        line.addSubcommand(new SchemaCommand(this));
        line.addSubcommand(new PresetsCommand(this));
        line.addSubcommand(new NetworkCommand(this));
        line.addSubcommand(new DiffCommand(this));
        line.addSubcommand(ServeCommand.spec(this));
        line.addSubcommand(new TokenCommand(this));
        line.addSubcommand(new LoadCommand(this));
        return line;
    }

    private static int wrongUsage(ParameterException problem, PrintStream err) {
        CommandLine command = problem.getCommandLine();
        err.println("sonde: " + words(problem, command));
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.WRONG_INPUT.number();
    }

    private static String words(ParameterException problem, CommandLine command) {
        if (!(problem instanceof UnmatchedArgumentException unmatched)) {
            if (command.getParent() == null && problem.getArgSpec() == null) {
                return "no verb is given; "
                        + NearestWord.help("", command.getSubcommands().keySet());
            }
            return String.valueOf(problem.getMessage());
        }
        String word = unmatched.getUnmatched().get(0);
        if (unmatched.isUnknownOption()) {
            int value = word.indexOf('=');
            String option = value < 0 ? word : word.substring(0, value);
            return "there is no option " + option + "; "
                    + NearestWord.help(
                            option, command.getCommandSpec().optionsMap().keySet());
        }
        if (!command.getSubcommands().isEmpty()) {
            return "there is no verb '" + word + "'; "
                    + NearestWord.help(word, command.getSubcommands().keySet());
        }
        return "'" + word + "' is one argument too many";
    }

    /** Says what went wrong, in one line; a stack trace is for those who ask for it. */
    ExitCode failure(Throwable problem) {
        if (problem instanceof InputException) {
            console.err().println(problem.getMessage());
            return ExitCode.WRONG_INPUT;
        }
        if (problem instanceof HangException) {
            console.err().println(problem.getMessage());
            return ExitCode.NOT_AS_EXPECTED;
        }
        console.err()
                .println("sonde: internal error: " + oneLine(problem)
                        + "; please report it with this command and `sonde --version`"
                        + " (SONDE_DEBUG=1 shows where it happened)");
        if (console.debug()) {
            problem.printStackTrace(console.err());
        }
        return ExitCode.INTERNAL_ERROR;
    }

    private static String oneLine(Throwable problem) {
        return problem.toString().replace('\r', ' ').replace('\n', ' ');
    }

    /** Results that did not arrive are worth an error of their own. */
    private int flushed(int code) {
        boolean lost = console.out().checkError();
        if (lost) {
            console.err()
                    .println("sonde: standard output could not be written; results are missing");
        }
        console.err().flush();
        return lost && code != ExitCode.INTERNAL_ERROR.number()
                ? ExitCode.WRONG_INPUT.number()
                : code;
    }

    Console console() {
        return console;
    }

    Workbench workbench() {
        return workbench;
    }

    Interruption interruption() {
        return interruption;
    }

    boolean colourForbidden() {
        return colourForbidden;
    }

    /** How reports may look. */
    Style style() {
        return console.style(colourForbidden);
    }

    /** Prints a result. */
    void print(List<String> lines) {
        for (String line : lines) {
            console.out().print(line + '\n');
        }
        console.out().flush();
    }
}
