package dev.sonde.sim.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

import java.util.List;

/** One of the tests that a {@link ScenarioTest} comes to. */
abstract class OneTest
        implements TestTemplateInvocationContext,
                ExecutionCondition,
                ParameterResolver,
                InvocationInterceptor {

    final Patience patience;

    OneTest(Patience patience) {
        this.patience = patience;
    }

    @Override
    public final List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public final ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return patience.condition();
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ScenarioRun.class;
    }
}
