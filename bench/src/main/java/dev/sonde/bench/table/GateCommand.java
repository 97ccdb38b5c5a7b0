package dev.sonde.bench.table;

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

    @Option(names = "--write", description = "Write the baseline instead.")
    private boolean writes;

    @Override
    public Integer call() throws IOException, MissingException {
        Gate gate = new Gate(System.out::println);
        int java = Runtime.version().feature();
        if (writes) {
            new Baseline(java, gate.measure(Check.all())).write(file);
            return 0;
        }
        Baseline baseline = Baseline.read(file);
        if (baseline.java() != java) {
            System.out.println("bytes are compared on JDK " + baseline.java() + " only");
        }
        List<String> losses = gate.judge(Check.all(), baseline.entries(), baseline.java() == java);
        losses.forEach(System.err::println);
        return losses.isEmpty() ? 0 : 1;
    }
}
