package dev.sonde.bench;

import dev.sonde.sim.explore.Tally;
import dev.sonde.sim.outcome.RunResult;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a run did; the harness shows each as a rate beside the benchmark's own. */
@AuxCounters
@State(Scope.Thread)
public class Counts {

    public long events;
    public long people;
    public long probes;

    void add(RunResult result) {
        events += result.events();
        people += result.people().size();
        probes += result.probes().size();
    }

    void add(Tally tally) {
        events += tally.events();
    }
}
