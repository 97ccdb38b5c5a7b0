package dev.sonde.sim.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scenario key and the values that it takes.
 *
 * @param key its path in the scenario
 * @param values as a scenario file writes them, each once
 */
public record Vary(String key, List<String> values) {

    /** More values of one key than any grid may have settings. */
    private static final int MOST = Grid.MOST_SETTINGS;

    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?)";

    /** {@code 50ms..300ms/25ms}; the unit, which may hold a slash, is the same at all three. */
    private static final Pattern RANGE =
            Pattern.compile(NUMBER + "([A-Za-z%/]*)\\.\\." + NUMBER + "\\2/" + NUMBER + "\\2");

    private static final Pattern LOOKS_LIKE_RANGE =
            Pattern.compile(NUMBER + "[A-Za-z%/]*\\.\\..*/" + NUMBER + "[A-Za-z%/]*");

    private static final String HELP = "; write it as key=50ms..300ms/25ms or key=50ms,100ms,200ms";

    public Vary {
        values = List.copyOf(values);
    }

    /**
     * Reads {@code key=from..to/step}, both ends included, or {@code key=a,b,c}; commas inside of
     * brackets and quotes belong to a value.
     *
     * @throws StudyException if it is neither, or has too many values
     */
    public static Vary parse(String text) throws StudyException {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new StudyException("--vary " + text + " names no key with values" + HELP);
        }
        String key = text.substring(0, equals).strip();
        String values = text.substring(equals + 1).strip();
        Matcher range = RANGE.matcher(values);
        if (range.matches()) {
            return new Vary(key, range(text, range));
        }
        if (LOOKS_LIKE_RANGE.matcher(values).matches()) {
            throw new StudyException("--vary " + text
                    + " has more than one unit; write both ends and the step in the same one");
        }
        List<String> list = list(text, values);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isEmpty() || list.indexOf(list.get(i)) < i) {
                throw new StudyException("--vary " + text + " has "
                        + (list.get(i).isEmpty()
                                ? "an empty value"
                                : "the value " + list.get(i) + " twice")
                        + HELP);
            }
        }
        return new Vary(key, list);
    }

    private static List<String> range(String text, Matcher range) throws StudyException {
        BigDecimal from = new BigDecimal(range.group(1));
        BigDecimal to = new BigDecimal(range.group(3));
        BigDecimal step = new BigDecimal(range.group(4));
        if (step.signum() <= 0 || to.compareTo(from) < 0) {
            throw new StudyException("--vary " + text + " goes nowhere: it needs a step above 0"
                    + " and an end not below its beginning");
        }
        BigDecimal steps = to.subtract(from).divide(step, 0, RoundingMode.FLOOR);
        if (steps.compareTo(BigDecimal.valueOf(MOST)) >= 0) {
            throw new StudyException("--vary " + text + " has "
                    + steps.add(BigDecimal.ONE).toPlainString()
                    + " values; a study has at most " + MOST + " settings: take a larger step");
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i <= steps.intValueExact(); i++) {
            BigDecimal value = from.add(step.multiply(BigDecimal.valueOf(i)));
            BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            values.add(plain.toPlainString() + range.group(2));
        }
        return values;
    }

    private static List<String> list(String text, String values) throws StudyException {
        List<String> list = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int from = 0;
        for (int i = 0; i < values.length(); i++) {
            char c = values.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            } else if (c == ',' && depth == 0) {
                list.add(values.substring(from, i).strip());
                from = i + 1;
            }
        }
        if (depth != 0 || quote != 0) {
            throw new StudyException(
                    "--vary " + text + " opens a bracket or a quote that it does not close");
        }
        list.add(values.substring(from).strip());
        return list;
    }
}
