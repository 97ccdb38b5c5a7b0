package dev.sonde.sim.broken;

import dev.sonde.sim.oracle.Stage;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * What people say until a broken lobby gets it wrong.
 *
 * @param groupSize people in a match
 * @param limitMillis the matchmaker's limit, or none
 * @param also claims that fail beside those of the row, because the defect breaks them as well
 */
record Conversation(
        String broken,
        int groupSize,
        OptionalDouble limitMillis,
        List<String> also,
        Consumer<Stage> script) {

    static Conversation of(String broken, List<String> also, Consumer<Stage> script) {
        return new Conversation(broken, 2, OptionalDouble.of(100), also, script);
    }

    static Conversation of(String broken, Consumer<Stage> script) {
        return of(broken, List.of(), script);
    }

    @Override
    public String toString() {
        return broken;
    }
}
