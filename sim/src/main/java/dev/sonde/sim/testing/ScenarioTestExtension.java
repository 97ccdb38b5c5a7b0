package dev.sonde.sim.testing;

import dev.sonde.sim.scenario.Scenario;

import org.jspecify.annotations.Nullable;
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
        List<Schedules> explored = schedules(test, context, chosen, benches);
        Stream<TestTemplateInvocationContext> runs = benches.stream()
                .flatMap(bench -> seeds(chosen, bench)
                        .mapToObj(seed -> new ScenarioInvocation(bench, seed, patience)));
        return Stream.concat(
                runs, explored.stream().map(each -> new SchedulesInvocation(each, patience)));
    }

    private static LongStream seeds(@Nullable SeedSet chosen, Bench bench) {
        return chosen == null ? LongStream.of(bench.scenario().seed()) : chosen.stream();
    }

    /** Who asks for none gets none, whatever the setting. */
    private static List<Schedules> schedules(
            ScenarioTest test,
            ExtensionContext context,
            @Nullable SeedSet chosen,
            List<Bench> benches) {
        if (test.schedules() == 0) {
            return List.of();
        }
        String most = setting(context, "sonde.schedules", Integer.toString(test.schedules()));
        if (!most.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("schedules are 1 to 999999999, not '" + most + "'");
        }
        return benches.stream()
                .map(bench -> new Schedules(
                        bench,
                        test.strategy(),
                        Integer.parseInt(most),
                        seeds(chosen, bench).findFirst().orElseThrow()))
                .toList();
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
