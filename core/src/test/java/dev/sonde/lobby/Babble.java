package dev.sonde.lobby;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import java.util.ArrayList;
import java.util.List;

/**
 * What people say at random: a lobby's setting and lines such as {@code > +130ms ann joins}. A
 * counterexample reads as a conversation and can be kept as one.
 */
final class Babble {

    private static final List<String> NAMES = List.of("ann", "bob", "cid", "dan", "eve", "fay");

    private Babble() {}

    static Arbitrary<List<String>> lines() {
        return setting()
                .flatMap(setting -> Arbitraries.integers()
                        .between(2, NAMES.size())
                        .flatMap(people -> line(NAMES.subList(0, people))
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(60)
                                .map(lines -> whole(setting, NAMES.subList(0, people), lines))));
    }

    private static List<String> whole(
            List<String> setting, List<String> people, List<String> said) {
        List<String> lines = new ArrayList<>(setting);
        people.forEach(name -> lines.add("> +0s " + name + " connects page x; " + name + " joins"));
        lines.addAll(said);
        return lines;
    }

    private static Arbitrary<List<String>> setting() {
        Arbitrary<String> group = Arbitraries.of("with group 2", "with group 2", "with group 3");
        Arbitrary<String> results = Arbitraries.of("with results first", "with results both-mean");
        Arbitrary<String> limit = Arbitraries.of(
                "with limit 100", "with limit 100", "with limit 100", "with limit none");
        Arbitrary<String> other = Arbitraries.of(
                "with turn",
                "with matchmaker reunion-or-fifo",
                "with matchmaker latency-fifo 100",
                "with matchmaker throws-at-a-result",
                "with capacity 3",
                "with hold 0s",
                "with states 100",
                "with grace 5s",
                "with waiting-time 7s",
                "with remembered 1",
                "with burst 3",
                "with signals 2");
        return Combinators.combine(group, results, limit, other, other)
                .as((a, b, c, d, e) -> List.of(a, b, c, d, e));
    }

    private static Arbitrary<String> line(List<String> people) {
        Arbitrary<String> person = Arbitraries.of(people);
        Arbitrary<String> wait = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of("+0s", "+1ns", "+100ms", "+300ms", "+1s")),
                Tuple.of(2, Arbitraries.of("+2.5s", "+3s", "+5s", "+15s", "+20s")),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "+0s late", "+5s late", "+21s late", "+60s late", "+200s late")));
        Arbitrary<String> one = Combinators.combine(person, deed(people)).as((a, b) -> a + " " + b);
        // One whole probe of somebody, so that many lines get far.
        Arbitrary<String> whole = Combinators.combine(person, Arbitraries.of("40", "40", "110"))
                .as((who, rtt) -> all(people, " ready p") + "; " + who + " measures p " + rtt + "; "
                        + all(people, " fails p"));
        Arbitrary<String> some = Arbitraries.frequencyOf(
                Tuple.of(20, one),
                Tuple.of(4, Arbitraries.just(all(people, " ready p"))),
                Tuple.of(6, whole),
                Tuple.of(1, Arbitraries.of("wake")));
        return Combinators.combine(wait, some).as((a, b) -> "> " + a + " " + b);
    }

    /** Everybody does the same. */
    private static String all(List<String> people, String deed) {
        return String.join("; ", people.stream().map(name -> name + deed).toList());
    }

    private static Arbitrary<String> deed(List<String> people) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of("joins", "joins rtt 60", "joins knows ann,bob")),
                Tuple.of(2, Arbitraries.of("leaves", "heard", "connects", "connects page y")),
                Tuple.of(2, Arbitraries.of("disconnects", "connects page x")),
                Tuple.of(6, Arbitraries.of("ready p", "connected p", "signals p", "signals p")),
                Tuple.of(4, Arbitraries.of("measures p 40", "measures p 110", "measures p 200")),
                Tuple.of(2, Arbitraries.of("fails p", "garbles p")),
                Tuple.of(1, Arbitraries.of("measures p1 40", "fails p2", "ready p1", "signals p1")),
                Tuple.of(1, Arbitraries.of("mumbles join malformed", "joins pool other")),
                Tuple.of(1, Arbitraries.of(people).map(name -> "signals p to " + name)));
    }
}
