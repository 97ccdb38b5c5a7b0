package dev.sonde.sim.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is not taken as it stands when a state is digested, by class and by field. Everything that
 * is not named here is state.
 *
 * <p>One line for each, {@code word name, and why}. The words:
 *
 * <dl>
 *   <dt>{@code constant CLASS}
 *   <dd>never changes during a run: only which one it is counts
 *   <dt>{@code one CLASS}
 *   <dd>the same, and there is only one: what holds it need not say so
 *   <dt>{@code name CLASS}
 *   <dd>only says who is meant: counts by its first use
 *   <dt>{@code named CLASS.FIELD}
 *   <dd>the same, for a number, or for the keys of a map
 *   <dt>{@code not CLASS.FIELD}
 *   <dd>nothing that happens later depends on it
 *   <dt>{@code ahead CLASS.FIELD}
 *   <dd>an instant, or an array of them, that no longer matters once it has passed; or so many
 *       nanoseconds later, if the reason begins with a number and a colon
 *   <dt>{@code ring CLASS.FIELD}
 *   <dd>an array of which only a part counts, round its end; the reason begins with the fields of
 *       the first place and of how many there are, and a colon. Instants in it are {@code ahead}
 *   <dt>{@code order CLASS.FIELD}
 *   <dd>a number that is only ever compared, and grows: counts by its rank
 * </dl>
 *
 * <p>Names and orders are told apart, or compared, within a group: the word before a colon in the
 * reason.
 */
public final class Treatments {

    /** How a field is read. */
    enum Field {
        AS_IT_IS,
        NOT,
        NAMED,
        AHEAD,
        RING,
        ORDER
    }

    /** How an object of a class is read. */
    enum Type {
        AS_IT_IS,
        CONSTANT,
        ONE,
        NAME
    }

    /** A treatment of one field; names and orders of one group are compared with each other. */
    record OfField(Field how, int group, long forNanos, String words) {

        static final OfField AS_IT_IS = new OfField(Field.AS_IT_IS);

        OfField(Field how) {
            this(how, 0, 0, "");
        }

        OfField(Field how, int group) {
            this(how, group, 0, "");
        }
    }

    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Map<String, Integer> typeGroups = new LinkedHashMap<>();
    private final Map<String, OfField> fields = new LinkedHashMap<>();
    private final List<String> groups = new ArrayList<>();

    private Treatments() {}

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    public static Treatments of(String table) {
        Treatments treatments = new Treatments();
        table.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(treatments::add);
        return treatments;
    }

    private void add(String line) {
        int space = line.indexOf(' ');
        int comma = line.indexOf(',');
        if (space < 0 || comma < space) {
            throw new IllegalArgumentException(
                    "'" + line + "' is no treatment; write: word name, and why");
        }
        String name = line.substring(space + 1, comma);
        String why = line.substring(comma + 1).strip();
        switch (line.substring(0, space)) {
            case "one" -> types.put(name, Type.ONE);
            case "constant" -> types.put(name, Type.CONSTANT);
            case "name" -> {
                types.put(name, Type.NAME);
                typeGroups.put(name, group(why));
            }
            case "not" -> fields.put(name, new OfField(Field.NOT));
            case "ahead" -> fields.put(name, new OfField(Field.AHEAD, 0, nanos(why), ""));
            case "ring" -> fields.put(name, new OfField(Field.RING, 0, 0, words(why)));
            case "named" -> fields.put(name, new OfField(Field.NAMED, group(why)));
            case "order" -> fields.put(name, new OfField(Field.ORDER, group(why)));
            default ->
                throw new IllegalArgumentException("'" + line
                        + "' is no treatment; expected constant, one, name, named, not,"
                        + " ahead or order");
        }
    }

    private static String words(String why) {
        return why.substring(0, Math.max(0, why.indexOf(':')));
    }

    private static long nanos(String why) {
        String number = words(why);
        return number.isEmpty() ? 0 : Long.parseLong(number);
    }

    private int group(String why) {
        String group = words(why);
        if (!groups.contains(group)) {
            groups.add(group);
        }
        return groups.indexOf(group);
    }

    Type of(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            Type how = types.get(c.getName());
            if (how != null) {
                return how;
            }
            for (Class<?> implemented : c.getInterfaces()) {
                how = types.get(implemented.getName());
                if (how != null) {
                    return how;
                }
            }
        }
        return Type.AS_IT_IS;
    }

    /** Names of one group are names of the same things. */
    int groupOf(Class<?> type) {
        return typeGroups.getOrDefault(type.getName(), 0);
    }

    OfField of(Class<?> declaring, String field) {
        return fields.getOrDefault(declaring.getName() + "." + field, OfField.AS_IT_IS);
    }

    /** The classes and the fields that are named, for tests: each of them exists. */
    public List<String> names() {
        List<String> names = new ArrayList<>(types.keySet());
        names.addAll(fields.keySet());
        return names;
    }
}
