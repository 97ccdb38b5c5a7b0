package dev.sonde.sim.testing;

import dev.sonde.sim.scenario.Scenario;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

import java.util.Set;

/** What jqwik draws for a {@code @ForAll Scenario}; found by ServiceLoader. */
public final class ScenarioProvider implements ArbitraryProvider {

    @Override
    public boolean canProvideFor(TypeUsage targetType) {
        return targetType.isOfType(Scenario.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
        return Set.of(ScenarioArbitraries.scenarios());
    }
}
