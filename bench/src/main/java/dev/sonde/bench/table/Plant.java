package dev.sonde.bench.table;

import java.util.List;

/** A loss that can be planted into the coordinator, to see whether the gate is shut by it. */
enum Plant {
    SLOW_DOWN("slow-down", "slowDown"),
    ALLOCATION("allocation", "allocation");

    private static final String SOUND = "coordinator";

    private final String words;
    private final String benchmark;

    Plant(String words, String benchmark) {
        this.words = words;
        this.benchmark = benchmark;
    }

    /** The check of the coordinator as it is. */
    static Check sound() {
        return Check.all().stream()
                .filter(check -> check.id().equals(SOUND))
                .findFirst()
                .orElseThrow();
    }

    /** The same, as if the coordinator had become like this. */
    Check check() {
        Check sound = sound();
        return new Check(
                sound.id(),
                List.of("dev.sonde.bench.Planted." + benchmark),
                sound.beside(),
                sound.isAlike(),
                sound.batch());
    }

    @Override
    public String toString() {
        return words;
    }
}
