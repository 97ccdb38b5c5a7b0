package dev.sonde.sim.scenario;

import java.util.List;

/** How far two people are apart on the media plane, before their own links are added. */
public sealed interface PathEntry {

    /** The two people. */
    List<String> ends();

    /** Both directions alike: half of the round-trip time each. */
    record Between(
            @Key(value = "between", as = As.PERSON, doc = "The two people.", example = "[ann, bob]")
            List<String> people,

            @Key(
                    value = "rtt",
                    min = "0s",
                    max = "1h",
                    doc = "The time both ways; half of it is the delay of each.",
                    example = "80ms")
            long rttNanos)
            implements PathEntry {

        /** @throws IllegalArgumentException if these are not two people */
        public Between {
            people = List.copyOf(people);
            if (people.size() != 2 || people.get(0).equals(people.get(1))) {
                throw new KeyException(
                        "between",
                        "a path between " + people,
                        "a path is between two different people");
            }
        }

        @Override
        public List<String> ends() {
            return people;
        }
    }

    /** One direction only. */
    record OneWay(
            @Key(value = "from", as = As.PERSON, doc = "Who sends.", example = "ann")
            String from,

            @Key(value = "to", as = As.PERSON, doc = "Who receives.", example = "cat")
            String to,

            @Key(
                    value = "delay",
                    min = "0s",
                    max = "1h",
                    doc = "The time one way.",
                    example = "25ms")
            long delayNanos)
            implements PathEntry {

        /** @throws IllegalArgumentException if it leads to the one it comes from */
        public OneWay {
            if (from.equals(to)) {
                throw new KeyException(
                        "to",
                        "the path leads back to " + from,
                        "a path is between two different people");
            }
        }

        @Override
        public List<String> ends() {
            return List.of(from, to);
        }
    }
}
