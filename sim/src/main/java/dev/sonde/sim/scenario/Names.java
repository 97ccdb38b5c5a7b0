package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Who and what a file defines, and where it refers to them. */
final class Names {

    /** What a reference may name. */
    enum Kind {
        PERSON,
        PERSON_OR_CROWD,
        PROFILE,
        REGION
    }

    /** How to say that a reference leads nowhere. */
    interface Complaint {
        void problem(String message, String help);
    }

    private record Reference(Kind kind, String name, Complaint complaint) {}

    private record CrowdIds(String name, IdPattern pattern, long count, Node.Position at) {}

    private static final int MOST_SUGGESTIONS_FROM = 10_000;

    private final Map<String, Node.Position> people = new LinkedHashMap<>();
    private final Map<String, Node.Position> crowds = new LinkedHashMap<>();
    private final List<CrowdIds> crowdIds = new ArrayList<>();
    private final Set<String> recorded = new LinkedHashSet<>();
    private final Set<String> profiles = new LinkedHashSet<>();
    private final List<Reference> references = new ArrayList<>();
    private @Nullable RttMatrix matrix;
    private boolean peopleAreKnown = true;

    void refer(Kind kind, String name, Complaint complaint) {
        references.add(new Reference(kind, name, complaint));
    }

    /** A crowd could not be read, so nobody knows who is in it. */
    void crowdIsUnknown() {
        peopleAreKnown = false;
    }

    void definePerson(Node.Scalar id, Reading reading) {
        define(people, id, "person", reading);
    }

    void defineCrowd(Node.Scalar name, Reading reading) {
        define(crowds, name, "crowd", reading);
    }

    void defineCrowdIds(Crowd crowd, Node.Position at) {
        long count = crowd.count().orElse(Long.MAX_VALUE);
        if (crowd.arrivals() instanceof Arrivals.Recorded rows) {
            rows.people().forEach(row -> recorded.add(row.id()));
        } else {
            IdPattern pattern = IdPattern.parse(crowd.idPattern());
            crowdIds.add(new CrowdIds(crowd.name(), pattern, count, at));
        }
    }

    void defineProfile(String name) {
        profiles.add(name);
    }

    void defineRegions(RttMatrix regions) {
        matrix = regions;
    }

    private static void define(
            Map<String, Node.Position> known, Node.Scalar name, String what, Reading reading) {
        Node.Position first = known.putIfAbsent(name.text(), name.at());
        if (first != null) {
            reading.problem(name.at(), name.text(),
                    "the " + what + " '" + Problem.shown(name.text()) + "' is there twice",
                    "it is at line " + first.line() + " already: give one of them another name");
        }
    }

    /** Notes each reference to nobody, and ids that two would have. */
    void check(Reading reading) {
        for (Reference reference : references) {
            if (reading.isFull()) {
                return;
            }
            checkReference(reference, reading);
        }
        checkCrowdIds(reading);
    }

    private void checkReference(Reference reference, Reading reading) {
        String name = reference.name();
        String message = switch (reference.kind()) {
            case PERSON -> isPerson(name) ? "" : "there is no person '%'";
            case PERSON_OR_CROWD -> isPerson(name) || crowds.containsKey(name)
                    ? ""
                    : "there is no person and no crowd '%'";
            case PROFILE -> isProfile(name, reading) ? "" : "there is no profile '%'";
            case REGION -> matrix == null || matrix.rowOf(name) >= 0
                    ? ""
                    : "the matrix has no region '%'";
        };
        if (!message.isEmpty()) {
            reference.complaint().problem(
                    message.replace("%", Problem.shown(name)),
                    NearestWord.help(name, known(reference.kind(), reading)));
        }
    }

    private boolean isPerson(String name) {
        if (!peopleAreKnown || people.containsKey(name) || recorded.contains(name)) {
            return true;
        }
        for (CrowdIds crowd : crowdIds) {
            OptionalLong number = crowd.pattern().numberOf(name);
            if (number.isPresent() && number.getAsLong() <= crowd.count()) {
                return true;
            }
        }
        return false;
    }

    private boolean isProfile(String name, Reading reading) {
        List<Vocabulary.Word> presets = reading.vocabulary().presets();
        return profiles.contains(name)
                || presets.isEmpty()
                || presets.stream().anyMatch(preset -> preset.name().equals(name));
    }

    private List<String> known(Kind kind, Reading reading) {
        List<String> known = new ArrayList<>();
        switch (kind) {
            case PERSON -> known.addAll(people.keySet());
            case PERSON_OR_CROWD -> {
                known.addAll(people.keySet());
                known.addAll(crowds.keySet());
            }
            case PROFILE -> {
                known.addAll(profiles);
                reading.vocabulary().presets().forEach(preset -> known.add(preset.name()));
            }
            case REGION -> {
                if (matrix != null) {
                    known.addAll(matrix.regions());
                }
            }
        }
        return known.size() > MOST_SUGGESTIONS_FROM ? List.of() : known;
    }

    private void checkCrowdIds(Reading reading) {
        for (int i = 0; i < crowdIds.size(); i++) {
            CrowdIds crowd = crowdIds.get(i);
            for (CrowdIds earlier : crowdIds.subList(0, i)) {
                if (crowd.pattern().meets(crowd.count(), earlier.pattern(), earlier.count())) {
                    reading.problem(crowd.at(), crowd.name(),
                            "the crowd '" + crowd.name() + "' has ids that the crowd '"
                                    + earlier.name() + "' has too",
                            "give one of them another ids: pattern");
                }
            }
            for (Map.Entry<String, Node.Position> person : people.entrySet()) {
                OptionalLong number = crowd.pattern().numberOf(person.getKey());
                if (number.isPresent() && number.getAsLong() <= crowd.count()) {
                    reading.problem(person.getValue(), person.getKey(),
                            "the id '" + person.getKey() + "' is one of the crowd '" + crowd.name()
                                    + "' too",
                            "give the person another id");
                }
            }
        }
    }
}
