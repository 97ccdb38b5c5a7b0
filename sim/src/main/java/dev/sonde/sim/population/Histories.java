package dev.sonde.sim.population;

import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Choices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * With whom the people of one crowd have played before: everybody draws a place in a queue, and
 * those who stand there one after another were a group. The last few, if they are too few for a
 * group, have played with nobody.
 */
final class Histories {

    private record Drawn(String id, long place) {}

    private final Map<String, List<SubjectId>> others = new LinkedHashMap<>();

    /** @param size of the groups; 1 if nobody has played with anybody */
    Histories(List<String> ids, int size, Choices choices) {
        if (size < 2) {
            return;
        }
        List<Drawn> queue = new ArrayList<>();
        for (String id : ids) {
            queue.add(new Drawn(id, choices.draws(id, "traits", "history").below(Long.MAX_VALUE)));
        }
        queue.sort(Comparator.comparingLong(Drawn::place).thenComparing(Drawn::id));
        for (int from = 0; from + size <= queue.size(); from += size) {
            for (int i = from; i < from + size; i++) {
                others.put(queue.get(i).id(), othersThan(i, queue.subList(from, from + size)));
            }
        }
    }

    private static List<SubjectId> othersThan(int index, List<Drawn> group) {
        List<SubjectId> others = new ArrayList<>();
        for (Drawn member : group) {
            others.add(new SubjectId(member.id()));
        }
        others.remove(index % group.size());
        return List.copyOf(others);
    }

    /** The others of somebody's group; nobody without one. */
    List<SubjectId> of(String id) {
        return others.getOrDefault(id, List.of());
    }
}
