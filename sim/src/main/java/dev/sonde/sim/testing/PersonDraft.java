package dev.sonde.sim.testing;

import dev.sonde.sim.WebRtcPack;
import dev.sonde.sim.scenario.Vocabulary;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.ArrayList;
import java.util.List;

/**
 * A person before it is known who else takes part.
 *
 * @param staysMillis how long until the person leaves; -1 for somebody who does not
 * @param keys whatever does not depend on others, with commas between
 * @param met how far, in the list of people, the one is whom the person has met before; -1 for
 *     nobody
 */
record PersonDraft(
        String id, int profile, long joinsMillis, long staysMillis, String keys, int met) {

    private static final int MOST = 6;
    private static final int LATEST_MILLIS = 20_000;

    /** Ids that say something to the rule who offers come late: numbers before names, by value. */
    private static final List<String> IDS = List.of(
            "ann", "bob", "cat", "dan", "eve", "fay", "2", "10", "007", "1e3", "Zoe", "a.b-c_d");

    private static final String[] BEHAVIOURS = new WebRtcPack()
            .vocabulary().behaviours().stream().map(Vocabulary.Word::name).toArray(String[]::new);

    static Arbitrary<List<PersonDraft>> casts() {
        return any().list().uniqueElements(PersonDraft::id).ofMinSize(1).ofMaxSize(MOST);
    }

    private static Arbitrary<PersonDraft> any() {
        Arbitrary<String> keys = Drafts.joined(List.of(
                Drafts.sometimes(30, Drafts.choice("behaviour", BEHAVIOURS)),
                Drafts.sometimes(50, Drafts.time("server-rtt", 150)),
                Drafts.sometimes(10, Drafts.choice("instance", "none")),
                Drafts.sometimes(10, Drafts.choice("lan", "lab", "flat")),
                Drafts.sometimes(10, Drafts.choice("clock-drift", "0.005%", "-1%", "10%")),
                Drafts.sometimes(
                        20, Drafts.choice("patience", "30s", "0s", "1s..60s", "lognormal 20s 10s")),
                Drafts.sometimes(20, Drafts.choice("after-match", "leaves 10s", "leaves 0s")),
                Drafts.sometimes(20, Drafts.time("returns", LATEST_MILLIS)),
                Drafts.sometimes(10, Drafts.choice("turn", "off")),
                Drafts.sometimes(20, Drafts.choice("client", "modern"))));
        Arbitrary<Long> stays = Combinators.combine(
                        Drafts.number(99), Drafts.millis(2 * LATEST_MILLIS))
                .as((roll, millis) -> roll < 80 ? -1 : millis);
        Arbitrary<Integer> met = Combinators.combine(Drafts.number(99), Drafts.number(MOST - 1))
                .as((roll, distance) -> roll < 80 ? -1 : distance);
        return Combinators.combine(
                        Arbitraries.of(IDS),
                        Drafts.number(MOST),
                        Drafts.millis(LATEST_MILLIS),
                        stays,
                        keys,
                        met)
                .as(PersonDraft::new);
    }

    /**
     * The entry of a scenario.
     *
     * @param self which of the people this one is
     * @param profiles at least one
     */
    String text(Cast cast, int self, List<String> profiles) {
        long joins = cast.noLaterThanUntil(joinsMillis);
        List<String> pieces = new ArrayList<>();
        pieces.add("id: \"" + id + '"');
        pieces.add("profile: " + profiles.get(profile % profiles.size()));
        pieces.add("joins: " + joins + "ms");
        pieces.add(staysMillis < 0 ? "" : "leaves: " + (joins + staysMillis) + "ms");
        pieces.add(keys);
        pieces.add(met < 0 || !cast.hasTwo() ? "" : "history: [\"" + cast.other(self, met) + "\"]");
        return "{" + Drafts.join(pieces) + "}";
    }
}
