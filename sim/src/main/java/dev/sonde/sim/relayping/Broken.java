package dev.sonde.sim.relayping;

import dev.sonde.sim.pack.PackException;
import dev.sonde.sim.scenario.NearestWord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Coordinators that are wrong on purpose, each in one way, by name: the proof that the claims can
 * see. The sound one is among them.
 */
final class Broken {

    /** The coordinator as it should be. */
    static final String SOUND = "sonde";

    /**
     * One of them.
     *
     * @param claim that catches it; empty for the sound one
     */
    record Entry(String claim, Function<Settings, Coordinator> made) {}

    private static final Map<String, Entry> ALL = all();

    private Broken() {}

    /** The names, the sound one first. */
    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The claim that catches the coordinator of this name; empty for the sound one. */
    static String claim(String name) throws PackException {
        return entry(name).claim();
    }

    /** @throws PackException if none is called so */
    static Coordinator create(String name, Settings settings) throws PackException {
        return entry(name).made().apply(settings);
    }

    static Entry entry(String name) throws PackException {
        Entry entry = ALL.get(name);
        if (entry == null) {
            throw new PackException("relay-ping has no coordinator '" + name + "'; "
                    + NearestWord.withAll(name, names()));
        }
        return entry;
    }

    private static Map<String, Entry> all() {
        Map<String, Entry> all = new LinkedHashMap<>();
        all.put(SOUND, new Entry("", Coordinator::new));
        all.put("either-ready", new Entry("BothReady", settings -> new Coordinator(settings) {
            @Override
            boolean isReady(Pair pair) {
                return pair.ready != 0;
            }
        }));
        all.put("ready-of-any-pair", new Entry("BothReady", settings -> new Coordinator(settings) {
            @Override
            boolean isReadyFor(Pair pair, PairId said) {
                return true;
            }
        }));
        all.put("echo-of-any-pair", new Entry("TwoHalves", settings -> new Coordinator(settings) {
            @Override
            boolean isEchoFor(Pair pair, PairId said) {
                return true;
            }

            @Override
            boolean isStamp(Pair.Half half, long stampNanos) {
                return true;
            }
        }));
        all.put("one-half", new Entry("TwoHalves", settings -> new Coordinator(settings) {
            @Override
            boolean isMeasured(Pair pair) {
                return pair.one.isWhole() || pair.other.isWhole();
            }
        }));
        all.put("unchecked", new Entry("Limit", settings -> new Coordinator(settings) {
            @Override
            boolean fits(long rttNanos) {
                return true;
            }
        }));
        all.put("no-timer", new Entry("Terminates", settings -> new Coordinator(settings) {
            @Override
            long deadlineNanos(Pair pair) {
                return pair.isMeasuring ? super.deadlineNanos(pair) : NEVER;
            }
        }));
        all.put("two-tabs", new Entry("OnePair", settings -> new Coordinator(settings) {
            @Override
            void replaced(Member before) {
                before.waits = false;
            }
        }));
        all.put("ghost", new Entry("NoGhost", settings -> new Coordinator(settings) {
            @Override
            void lost(Member member) {
                if (member.pair != null) {
                    super.lost(member);
                }
            }
        }));
        all.put("late-timer", new Entry("EndsOnce", settings -> new Coordinator(settings) {
            @Override
            void forget(Pair pair) {
                if (!pair.isMeasuring) {
                    super.forget(pair);
                }
            }
        }));
        all.put("survivor-forgotten", new Entry("NoLostWakeup", settings -> {
            return new Coordinator(settings) {
                @Override
                void waitsAgain(Member survivor) {
                    survivor.waits = false;
                }
            };
        }));
        all.put("match-forgotten", new Entry("MatchedOnce", settings -> {
            return new Coordinator(settings) {
                @Override
                void matched(Member one, Member other) {
                    one.waits = false;
                }
            };
        }));
        return all;
    }
}
