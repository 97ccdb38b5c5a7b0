package dev.sonde.sim.network.packet;

import dev.sonde.sim.kernel.Mix;
import dev.sonde.sim.network.ice.Candidate;

import org.jspecify.annotations.Nullable;

/**
 * What became of a candidate, or of a pair. Most runs keep no trace, so the words are made only
 * where somebody reads them.
 *
 * @param verb before it, such as {@code uses}; may be empty
 * @param remote null where it is about one candidate alone
 * @param fate behind it; may be empty
 */
public record CandidateNews(
        String verb, Candidate local, @Nullable Candidate remote, String fate) {

    /** A number for what it says, the same on every JVM. */
    public long fingerprint() {
        long word = Mix.mix(of(local), remote == null ? 0 : of(remote));
        return Mix.mix(Mix.mix(word, Mix.mix(verb)), Mix.mix(fate));
    }

    private static long of(Candidate candidate) {
        return Mix.mix(candidate.type().ordinal(), candidate.endpoint());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(verb);
        if (!verb.isEmpty()) {
            text.append(' ');
        }
        text.append(local);
        if (remote != null) {
            text.append(" -> ").append(remote);
        }
        if (!fate.isEmpty()) {
            text.append(": ").append(fate);
        }
        return text.toString();
    }
}
