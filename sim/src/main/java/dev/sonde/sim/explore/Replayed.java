package dev.sonde.sim.explore;

import dev.sonde.sim.trace.TraceText;

import java.util.List;

/**
 * What came of running a capsule again.
 *
 * @param version of sonde that ran it
 * @param stale choices of the capsule that could not be taken
 */
public record Replayed(Capsule capsule, String version, Attempt attempt, List<Replay.Stale> stale) {

    /** What it means. */
    public enum Outcome {
        /** The same violation at the same event of the same run. */
        REPRODUCED,
        /** Every choice was taken, and something else came of it. */
        ANOTHER,
        /** The run of the capsule does not exist any more: this one says nothing about it. */
        STALE
    }

    public Replayed {
        stale = List.copyOf(stale);
    }

    /**
     * Runs a capsule again.
     *
     * @param version of this sonde
     * @throws CapsuleException if its scenario cannot be run
     */
    public static Replayed of(Capsule capsule, Bench bench, String version)
            throws CapsuleException {
        Replay replay = new Replay(capsule.choices());
        Attempt attempt =
                bench.read(capsule.scenario()).runner().run(capsule.seed(), replay, false);
        return new Replayed(capsule, version, attempt, replay.stale());
    }

    public Outcome outcome() {
        if (!stale.isEmpty() || !capsule.version().equals(version)) {
            return Outcome.STALE;
        }
        return isSameFailure() && attempt.digest() == capsule.digest()
                ? Outcome.REPRODUCED
                : Outcome.ANOTHER;
    }

    private boolean isSameFailure() {
        Attempt.Failure failure = attempt.failure(capsule.claim());
        return failure != null && failure.event() == capsule.event();
    }

    /** What was recorded and what happened now, in a line or a few. */
    public String words() {
        StringBuilder words = new StringBuilder();
        switch (outcome()) {
            case REPRODUCED -> words.append("reproduced: ").append(now());
            case ANOTHER -> {
                words.append("another outcome: recorded was ").append(recorded());
                words.append(";\nnow ").append(now());
                if (isSameFailure()) {
                    words.append("\nThe violation is the same, but the run is another one: digest ")
                            .append(TraceText.hex(attempt.digest()))
                            .append(" instead of ")
                            .append(TraceText.hex(capsule.digest()));
                }
            }
            case STALE -> {
                words.append("STALE: the capsule does not fit what is under test any more");
                if (!capsule.version().equals(version)) {
                    words.append("\n  it was made by sonde ")
                            .append(capsule.version())
                            .append(", and this is ")
                            .append(version);
                }
                for (Replay.Stale choice : stale) {
                    words.append("\n  ").append(choice);
                }
                words.append("\nRecorded was ").append(recorded());
                words.append(";\nnow ").append(now());
            }
        }
        return words.toString();
    }

    private String recorded() {
        return capsule.claim() + " violated at event " + capsule.event();
    }

    private String now() {
        Attempt.Failure same = attempt.failure(capsule.claim());
        Attempt.Failure failure = same == null ? attempt.failure() : same;
        return failure == null
                ? "no claim is violated in " + attempt.events() + " events"
                : failure.claim() + " violated at event " + failure.event() + ": " + failure.why();
    }
}
