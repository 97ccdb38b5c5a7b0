package dev.sonde.sim.cli;

import dev.sonde.sim.scenario.NearestWord;
import dev.sonde.sim.trace.Decimals;
import dev.sonde.sim.trace.Trace;
import dev.sonde.sim.trace.TraceEntry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What two people's connections went through: the candidate pairs of each side with their fates,
 * and a time line. Read from the trace of a run at packet detail.
 */
final class Explanation {

    private static final String ARROW = " -> ";
    private static final String FATE = ": ";

    private final List<String> people;

    private Explanation(List<String> people) {
        this.people = people;
    }

    /** @throws InputException if these are not two different people */
    static Explanation parse(String names) throws InputException {
        List<String> people = List.of(names.split(",", -1));
        if (people.size() != 2 || people.contains("") || people.get(0).equals(people.get(1))) {
            throw new InputException(
                    "--explain takes two different people, as ann,bob, not '" + names + "'");
        }
        return new Explanation(people);
    }

    /** @throws InputException if one of the two is not among these */
    void requireKnown(List<String> known) throws InputException {
        for (String person : people) {
            if (!known.contains(person)) {
                String help = NearestWord.help(person, known);
                throw new InputException("--explain: there is no person '" + person + "'; "
                        + (help.isEmpty() ? "the scenario has " + known.size() : help));
            }
        }
    }

    /** For people to read; says so where no pair is known. */
    String text(Trace trace) {
        StringBuilder text = new StringBuilder();
        for (String person : people) {
            pairs(trace, person, text);
        }
        text.append("Time line\n");
        for (TraceEntry entry : trace.entries()) {
            boolean isFault = entry.kind() == TraceEntry.Kind.FAULT;
            String whose = isFault ? entry.to() : entry.from();
            if ((isFault || entry.kind() == TraceEntry.Kind.MEDIA) && people.contains(whose)) {
                text.append("  ")
                        .append(padded(Decimals.exactMillis(entry.atNanos()), 14))
                        .append(" ms  ")
                        .append(whose)
                        .append(isFault ? "  fault:" : "")
                        .append("  ")
                        .append(trace.lexicon().label(entry.what()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private void pairs(Trace trace, String person, StringBuilder text) {
        Map<String, String> fates = new LinkedHashMap<>();
        for (TraceEntry entry : trace.entries()) {
            String what = entry.kind() == TraceEntry.Kind.MEDIA && entry.from().equals(person)
                    ? trace.lexicon().label(entry.what())
                    : "";
            int end = what.lastIndexOf(FATE);
            if (what.contains(ARROW) && end > 0) {
                String fate = what.substring(end + FATE.length());
                fates.merge(what.substring(0, end), fate, (old, last) -> old + ", " + last);
            }
        }
        text.append("Candidate pairs of ").append(person).append('\n');
        if (fates.isEmpty()) {
            text.append("  none; pairs are known at `detail: packet` only\n");
        }
        fates.forEach((pair, fate) ->
                text.append("  ").append(pair).append(FATE).append(fate).append('\n'));
    }

    private static String padded(String number, int width) {
        return " ".repeat(Math.max(0, width - number.length())) + number;
    }
}
