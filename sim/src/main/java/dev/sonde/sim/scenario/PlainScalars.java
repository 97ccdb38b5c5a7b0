package dev.sonde.sim.scenario;

import java.util.List;
import java.util.regex.Pattern;

/** What a text without quotes is taken for, by YAML 1.2 (core schema, section 10.3) and by 1.1. */
final class PlainScalars {

    /** Longer texts are no numbers that anybody means. */
    private static final int LONGEST_NUMBER = 64;

    private static final List<String> NULLS = List.of("", "~", "null", "Null", "NULL");
    private static final List<String> TRUTHS =
            List.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final List<String> OLD_TRUTHS = List.of(
            "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off",
            "Off", "OFF");
    private static final List<String> OLD_SPECIALS = List.of("<<", "=");

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
                    + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern OLD_INTEGER =
            Pattern.compile("[-+]?(0b[01_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*(:[0-5]?[0-9])*)");
    private static final Pattern OLD_FLOAT =
            Pattern.compile("[-+]?([0-9][0-9_]*)?\\.[0-9._]*([eE][-+]?[0-9]+)?"
                    + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\\.[0-9_]*");
    private static final Pattern OLD_DATE =
            Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \\t]+)?[-+:.0-9Zz \\t]*");

    /** The types of YAML 1.2. */
    enum Type {
        STRING,
        NULL,
        TRUTH,
        INTEGER,
        FLOAT
    }

    private PlainScalars() {}

    /** The type by YAML 1.2. */
    static Type type(String text) {
        if (NULLS.contains(text)) {
            return Type.NULL;
        }
        if (TRUTHS.contains(text)) {
            return Type.TRUTH;
        }
        if (text.length() > LONGEST_NUMBER) {
            return isLongNumber(text) ? Type.FLOAT : Type.STRING;
        }
        if (INTEGER.matcher(text).matches()) {
            return Type.INTEGER;
        }
        return FLOAT.matcher(text).matches() ? Type.FLOAT : Type.STRING;
    }

    /**
     * True if YAML 1.1 and 1.2 both take the text for a string, so that no tool reads it otherwise.
     */
    static boolean isStringEverywhere(String text) {
        if (type(text) != Type.STRING) {
            return false;
        }
        return text.length() > LONGEST_NUMBER
                || !(OLD_TRUTHS.contains(text)
                        || OLD_SPECIALS.contains(text)
                        || OLD_INTEGER.matcher(text).matches()
                        || OLD_FLOAT.matcher(text).matches()
                        || OLD_DATE.matcher(text).matches());
    }

    private static boolean isLongNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.+-eE".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
