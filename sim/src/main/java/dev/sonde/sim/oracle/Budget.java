package dev.sonde.sim.oracle;

import java.util.List;

/** How long a promise may take: a sum of terms, each with its reason. */
record Budget(List<Term> terms) {

    /** One part of a budget. */
    record Term(String reason, long nanos) {}

    Budget {
        terms = List.copyOf(terms);
    }

    static Budget of(Term... terms) {
        return new Budget(List.of(terms));
    }

    static Term term(String reason, long nanos) {
        return new Term(reason, nanos);
    }

    long nanos() {
        long sum = 0;
        for (Term term : terms) {
            sum += term.nanos();
        }
        return sum;
    }

    /** For example {@code 2000 ms (between two states 2000 + late wake-up 0)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Words.millis(nanos())).append(" (");
        String separator = "";
        for (Term term : terms) {
            text.append(separator)
                    .append(term.reason())
                    .append(' ')
                    .append(term.nanos() / 1_000_000);
            separator = " + ";
        }
        return text.append(')').toString();
    }
}
