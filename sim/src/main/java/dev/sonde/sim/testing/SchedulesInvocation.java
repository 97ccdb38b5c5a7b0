package dev.sonde.sim.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

import java.lang.reflect.Method;

/**
 * One scenario under many schedules. The method of the test, which is about one run, is left out.
 */
final class SchedulesInvocation extends OneTest {

    private final Schedules schedules;

    SchedulesInvocation(Schedules schedules, Patience patience) {
        super(patience);
        this.schedules = schedules;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return schedules.toString();
    }

    /** There is no one run, and nobody to give it to. */
    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return null;
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context) {
        invocation.skip();
        try {
            schedules.asExpected();
        } catch (ScenarioFailure e) {
            patience.failed();
            throw e;
        }
    }
}
