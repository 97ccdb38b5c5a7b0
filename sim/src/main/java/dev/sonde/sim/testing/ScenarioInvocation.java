package dev.sonde.sim.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;

import java.lang.reflect.Method;

/** One scenario with one seed: the run, its judgement, and then the method of the test. */
final class ScenarioInvocation extends OneTest {

    private final Bench bench;
    private final long seed;
    private @Nullable ScenarioRun run;

    ScenarioInvocation(Bench bench, long seed, Patience patience) {
        super(patience);
        this.bench = bench;
        this.seed = seed;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return bench.scenario().name() + ", seed " + seed;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return run();
    }

    private ScenarioRun run() {
        ScenarioRun known = run;
        if (known == null) {
            known = bench.run(seed);
            run = known;
        }
        return known;
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        try {
            run().asExpected();
            invocation.proceed();
        } catch (ScenarioFailure e) {
            patience.failed();
            throw e;
        } catch (AssertionError e) {
            patience.failed();
            throw withEvidence(e);
        }
    }

    /** What the test says of a run is worth little without the run. */
    private AssertionError withEvidence(AssertionError e) {
        String message = bench.scenario().name() + " with seed " + seed + ": " + e.getMessage()
                + run().evidence();
        AssertionError all = e instanceof AssertionFailedError compared
                ? new AssertionFailedError(
                        message, compared.getExpected(), compared.getActual(), compared)
                : new AssertionError(message, e);
        all.setStackTrace(e.getStackTrace());
        return all;
    }
}
