package dev.sonde.sim.testing;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.ArrayList;
import java.util.List;

/**
 * A network before it is known who uses it.
 *
 * @param keys whatever depends on nobody, with commas between
 * @param profiles what each of them says; they are called {@code place-1} and so on
 */
record NetworkDraft(String keys, List<String> profiles, List<PathDraft> paths) {

    private static final int MOST_PEOPLE = 6;

    /** How far two people are apart, or one way of it. */
    record PathDraft(int from, int distance, boolean oneWay, long millis) {

        static Arbitrary<PathDraft> any() {
            return Combinators.combine(
                            Drafts.number(MOST_PEOPLE - 1),
                            Drafts.number(MOST_PEOPLE - 1),
                            Drafts.number(3).map(roll -> roll == 3),
                            Drafts.number(300).map(millis -> (long) millis))
                    .as(PathDraft::new);
        }

        String text(Cast cast) {
            String one = '"' + cast.person(from) + '"';
            String other = '"' + cast.other(from, distance) + '"';
            return oneWay
                    ? "{from: " + one + ", to: " + other + ", delay: " + millis + "ms}"
                    : "{between: [" + one + ", " + other + "], rtt: " + millis + "ms}";
        }
    }

    static Arbitrary<NetworkDraft> any() {
        Arbitrary<String> keys = Drafts.joined(List.of(
                Drafts.sometimes(20, Drafts.choice("wire", "encoded")),
                Drafts.sometimes(40, Drafts.choice("turn", "on", "{rtt: 30ms, credentials: 120s}")),
                Drafts.sometimes(20, Drafts.choice("heartbeat", "{ping: 2s, timeout: 5s}"))));
        return Combinators.combine(
                        keys,
                        profile().list().ofMaxSize(2),
                        PathDraft.any().list().ofMaxSize(3))
                .as(NetworkDraft::new);
    }

    /** What one profile says. */
    static Arbitrary<String> profile() {
        Arbitrary<String> toPeers = Combinators.combine(Drafts.number(9), link())
                .as((roll, link) -> roll < 9 ? link : "loss 100%");
        return Drafts.joined(List.of(
                        link().map(link -> "to-server: \"" + link + '"'),
                        Drafts.sometimes(20, link().map(link -> "from-server: \"" + link + '"')),
                        Drafts.sometimes(30, toPeers.map(link -> "to-peers: \"" + link + '"')),
                        Drafts.sometimes(50, Drafts.time("base", 200)),
                        Drafts.sometimes(
                                50,
                                Drafts.choice(
                                        "nat",
                                        "none",
                                        "full-cone",
                                        "restricted-cone",
                                        "port-restricted",
                                        "symmetric")),
                        Drafts.sometimes(10, Drafts.choice("udp", "blocked")),
                        Drafts.sometimes(10, Drafts.choice("lan", "office")),
                        Drafts.sometimes(10, Drafts.choice("setup", "0ms..0ms", "1s..3s"))))
                .map(keys -> "{" + keys + "}");
    }

    /**
     * A link in the words of netem. None loses everything: who never reaches the server never comes
     * to rest.
     */
    static Arbitrary<String> link() {
        Arbitrary<String> jitter = Combinators.combine(
                        Drafts.number(50),
                        Drafts.word("normal", "uniform", "gamma", "lognormal", "weibull"))
                .as((percent, shape) -> percent + " " + shape);
        Arbitrary<String> delay = Combinators.combine(
                        Drafts.number(200), Drafts.sometimes(60, jitter))
                .as(NetworkDraft::delay);
        Arbitrary<String> loss = Drafts.sometimes(
                30, Drafts.word("loss 1%", "loss 10% burst 3", "loss gemodel 1% 30%"));
        Arbitrary<String> rest =
                Drafts.sometimes(10, Drafts.word("duplicate 5%", "reorder 5%", "rate 1mbit"));
        return Combinators.combine(delay, loss, rest)
                .as((first, second, third) ->
                        (first + " " + second + " " + third).strip().replaceAll(" +", " "));
    }

    /** The deviation is at most half of the mean, so that it fits every shape. */
    private static String delay(int millis, String jitter) {
        if (jitter.isEmpty() || millis == 0) {
            return "delay " + millis + "ms";
        }
        int space = jitter.indexOf(' ');
        int deviation = 1 + millis * Integer.parseInt(jitter.substring(0, space)) / 100;
        return "delay " + (millis + 2) + "ms " + deviation + "ms distribution "
                + jitter.substring(space + 1);
    }

    List<String> profileNames() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= profiles.size(); i++) {
            names.add("place-" + i);
        }
        return names;
    }

    /** The section of a scenario. */
    String text(Cast cast) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            places.add(profileNames().get(i) + ": " + profiles.get(i));
        }
        List<String> ways = new ArrayList<>();
        if (cast.hasTwo()) {
            paths.forEach(path -> ways.add(path.text(cast)));
        }
        return "{"
                + Drafts.join(List.of(
                        keys,
                        "profiles: {" + Drafts.join(places) + "}",
                        "paths: [" + Drafts.join(ways) + "]"))
                + "}";
    }
}
