package dev.sonde.bench.table;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Compares with the baseline, or writes it anew. */
@Command(
        name = "gate",
        description = {
            "Fails with 1 where a ratio is 1.5 times as bad as in the baseline,",
            "or an operation allocates 5 % more."
        },
        mixinStandardHelpOptions = true)
final class GateCommand implements Callable<Integer> {

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            defaultValue = "bench/baseline.json",
            description = "Without it: bench/baseline.json.")
    private Path file = Path.of("");

    @Option(
            names = "--short",
            description = {
                "All bytes, but only the ratios that also stand on a busy machine:",
                "for each change."
            })
    private boolean isShort;

    @Option(names = "--write", description = "Write the baseline instead.")
    private boolean writes;

    @Option(
            names = "--plant",
            paramLabel = "LOSS",
            description = {
                "Plant a loss into the coordinator, and look at that alone:",
                "${COMPLETION-CANDIDATES}. The gate must fail."
            })
    private @Nullable Plant plant;

    @Override
    public Integer call() throws IOException, MissingException {
        Gate gate = new Gate(System.out::println);
        if (writes) {
            gate.measure(Check.all()).write(file);
            return 0;
        }
        Baseline baseline = Baseline.read(file);
        if (!baseline.isOfThisMachine()) {
            System.out.println("the baseline is of JDK " + baseline.java() + " on "
                    + baseline.processor() + ", this is JDK " + Baseline.javaHere() + " on "
                    + Machine.processorHere() + ": whole runs may take "
                    + Figures.short3(Gate.MOST_LOSS_ELSEWHERE) + " times as long"
                    + (baseline.isOfThisJava() ? "" : ", and bytes are not compared"));
        }
        List<Check> checks =
                plant != null ? List.of(plant.check()) : isShort ? Check.brief() : Check.all();
        List<String> losses = gate.judge(checks, baseline);
        losses.forEach(System.err::println);
        return losses.isEmpty() ? 0 : 1;
    }
}
