package dev.sonde.sim.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

import java.lang.reflect.Method;
import java.util.List;

/**
 * One scenario under many schedules. The method of the test, which is about one run, is left out.
 */
final class SchedulesInvocation
        implements TestTemplateInvocationContext,
                ExecutionCondition,
                ParameterResolver,
                InvocationInterceptor {

    private final Schedules schedules;
    private final Patience patience;

    SchedulesInvocation(Schedules schedules, Patience patience) {
        this.schedules = schedules;
        this.patience = patience;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return schedules.toString();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return patience.condition();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ScenarioRun.class;
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
