package dev.sonde.sim.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What became of tests that were run inside a test. */
final class Launched implements TestExecutionListener {

    /** A test, or a container that did not succeed. */
    record Entry(String name, String end, String message, Throwable cause) {

        String line() {
            return name + ": " + end;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    private Launched() {}

    /** Runs the one method of this name. */
    static List<Entry> of(Class<?> planted, String name, Map<String, String> settings) {
        Method method = Stream.of(planted.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return of(selectMethod(planted, method), settings);
    }

    private static List<Entry> of(DiscoverySelector what, Map<String, String> settings) {
        Launched listener = new Launched();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(what)
                // Others do not understand every selector.
                .filters(EngineFilter.includeEngines("junit-jupiter", "jqwik"))
                .configurationParameters(settings)
                .build();
        LauncherFactory.create().execute(request, listener);
        return listener.entries;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        entries.add(new Entry(test.getDisplayName(), "skipped", reason, new Throwable(reason)));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String end = result.getStatus().name().toLowerCase(Locale.ROOT);
        if (test.isTest() || !end.equals("successful")) {
            Throwable cause = result.getThrowable().orElseGet(() -> new Throwable("none"));
            entries.add(new Entry(
                    test.getDisplayName(), end, String.valueOf(cause.getMessage()), cause));
        }
    }
}
