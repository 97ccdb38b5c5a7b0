package dev.sonde.sim.testing;

import dev.sonde.sim.scenario.Scenario;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Makes one invocation of each scenario and seed that a {@link ScenarioTest} names. */
final class ScenarioTestExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getElement(), ScenarioTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
            ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        ScenarioTest test =
                AnnotationSupport.findAnnotation(method, ScenarioTest.class).orElseThrow();
        try {
            return invocations(test, context);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(
                    "@ScenarioTest of " + method.getName() + ": " + e.getMessage(), e);
        }
    }

    /** Everything is read, and every lobby found, before anything runs. */
    private static Stream<TestTemplateInvocationContext> invocations(
            ScenarioTest test, ExtensionContext context) {
        String seeds = setting(context, "sonde.seeds", test.seeds());
        String underTest = setting(context, "sonde.under-test", test.underTest());
        Path out = Path.of(setting(context, "sonde.out", Bench.OUT.toString()))
                .resolve(folder(context.getRequiredTestMethod()));
        SeedSet chosen = seeds.isEmpty() ? null : SeedSet.parse(seeds);
        Patience patience = new Patience(test.failureThreshold());
        List<Bench> benches = Sources.of(test.value(), context.getRequiredTestClass()).stream()
                .map(source -> bench(source, underTest, out))
                .toList();
        return benches.stream().flatMap(bench -> {
            long own = bench.scenario().seed();
            LongStream of = chosen == null ? LongStream.of(own) : chosen.stream();
            return of.mapToObj(seed -> new ScenarioInvocation(bench, seed, patience));
        });
    }

    private static Bench bench(Sources.Source source, String underTest, Path out) {
        Scenario scenario = source.scenario();
        return Bench.of(
                underTest.isEmpty() ? scenario : scenario.withUnderTest(underTest),
                source.file(),
                out);
    }

    private static String setting(ExtensionContext context, String name, String otherwise) {
        return context.getConfigurationParameter(name).orElse(otherwise);
    }

    private static Path folder(Method method) {
        String name = method.getDeclaringClass().getName() + "." + method.getName();
        return Path.of(name.replace('$', '.'));
    }
}
