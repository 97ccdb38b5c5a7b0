package dev.sonde.sim.scenario;

import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.network.LinkSpec;
import dev.sonde.sim.network.LinkSyntaxException;

import java.util.Collection;
import java.util.List;

/** Texts: names, references, links. */
final class TextForms {

    static final String NAME_PATTERN = "[0-9A-Za-z._-]{1,64}";

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_LINK = 1_000;
    private static final List<String> MATCHMAKERS =
            List.of("fifo", "latency-fifo", "group-reunion");
    private static final String CLASS_PATTERN =
            "[A-Za-z_$][A-Za-z0-9_$]*(\\.[A-Za-z_$][A-Za-z0-9_$]*)+";
    private static final String NAME_HELP = "names are 1 to 64 of 0-9 A-Z a-z . _ -";

    private TextForms() {}

    static ScalarForm<String> of(As as) {
        return switch (as) {
            case LINE -> ScalarForm.words("a text of one line", "", (s, r) -> line(s.text()));
            case TEXT -> ScalarForm.words("a text", "", (s, r) -> wellFormed(s.text()));
            case ID ->
                named("the id of a new person", (s, r) -> {
                    r.names().definePerson(s, r);
                    return s.text();
                });
            case CROWD ->
                named("the name of a new crowd", (s, r) -> {
                    r.names().defineCrowd(s, r);
                    return s.text();
                });
            case NAME -> named("a name", (s, r) -> s.text());
            case REGION -> reference("a region", Names.Kind.REGION).orNumber();
            case PERSON -> reference("the id of a person", Names.Kind.PERSON);
            case PERSON_OR_CROWD ->
                reference("the id of a person or the name of a crowd", Names.Kind.PERSON_OR_CROWD);
            case PROFILE -> reference("the name of a profile", Names.Kind.PROFILE);
            case BEHAVIOUR ->
                named(
                        "a behaviour",
                        (s, r) -> known(
                                s.text(), "behaviour", words(r.vocabulary().behaviours())));
            case CLAIM ->
                named(
                        "a claim",
                        (s, r) -> known(s.text(), "claim", words(r.vocabulary().claims())));
            case LINK -> ScalarForm.words("a link", "", (s, r) -> link(s.text(), r));
            case MATCHMAKER ->
                ScalarForm.words(
                        "a matchmaker",
                        String.join("|", MATCHMAKERS) + "|" + CLASS_PATTERN,
                        (s, r) -> matchmaker(s.text()));
            case PROTOCOL -> named("a protocol", (s, r) -> protocol(s.text(), r.protocols()));
            case LOBBY ->
                ScalarForm.words(
                        "a lobby", "[A-Za-z_$][A-Za-z0-9_$.-]{0,199}", (s, r) -> lobby(s.text()));
            case ID_PATTERN ->
                ScalarForm.words(
                        "a pattern of ids",
                        "[0-9A-Za-z._-]*\\{n\\}[A-Za-z._-]*",
                        (s, r) -> idPattern(s.text()));
            case SERVER ->
                ScalarForm.words(
                        "the word server",
                        "server",
                        (s, r) -> known(s.text(), "server", List.of("server")));
            case TYPE, COUNT, SWITCH -> throw new IllegalStateException("no text is " + as);
        };
    }

    static List<String> words(List<Vocabulary.Word> words) {
        return words.stream().map(Vocabulary.Word::name).toList();
    }

    /** @throws WordException if words are known and this is none of them */
    static String known(String text, String what, List<String> known) {
        if (!known.isEmpty() && !known.contains(text)) {
            throw new WordException(
                    "there is no " + what + " '" + Problem.shown(text) + "'",
                    NearestWord.help(text, known));
        }
        return text;
    }

    private static ScalarForm<String> named(String title, ScalarForm.Parser<String> then) {
        return ScalarForm.words(title, NAME_PATTERN, (scalar, reading) -> {
            name(scalar.text());
            return then.parse(scalar, reading);
        });
    }

    private static ScalarForm<String> reference(String title, Names.Kind kind) {
        return named(title, (scalar, reading) -> {
            reading.names()
                    .refer(
                            kind,
                            scalar.text(),
                            (message, help) ->
                                    reading.problem(scalar.textAt(), scalar.text(), message, help));
            return scalar.text();
        });
    }

    private static void name(String text) {
        if (!SubjectId.isValid(text)) {
            throw new WordException("'" + Problem.shown(text) + "' is not a name", NAME_HELP);
        }
    }

    private static String line(String text) {
        boolean control = text.codePoints().anyMatch(c -> Character.isISOControl(c));
        if (control || text.isBlank() || text.length() > LONGEST_LINE) {
            throw new WordException(
                    "'" + Problem.shown(text) + "' is not a name of one line",
                    "write 1 to " + LONGEST_LINE + " characters on one line");
        }
        return wellFormed(text);
    }

    /** Half a surrogate pair cannot be written back as UTF-8. */
    private static String wellFormed(String text) {
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw new WordException("half a surrogate pair is no character", "write both halves");
        }
        return text;
    }

    private static String link(String text, Reading reading) {
        if (text.length() > LONGEST_LINK) {
            throw new WordException(
                    "a link of " + text.length() + " characters", "write at most " + LONGEST_LINK);
        }
        try {
            LinkSpec.parse(text, name -> DataFiles.series(reading.folder(), name));
            return text;
        } catch (LinkSyntaxException e) {
            String seen =
                    e.word().isEmpty() ? "the link ends" : "'" + Problem.shown(e.word()) + "'";
            String help = NearestWord.helpOr(e.word(), e.known(), "");
            throw new WordException(seen + ", expected " + e.expected(), help, e.offset());
        } catch (IllegalArgumentException e) {
            throw new WordException(
                    "'" + Problem.shown(text) + "' is no link: " + e.getMessage(), "");
        }
    }

    private static String matchmaker(String text) {
        return text.matches(CLASS_PATTERN) ? text : known(text, "matchmaker", MATCHMAKERS);
    }

    private static String lobby(String text) {
        if (!text.matches("[A-Za-z_$][A-Za-z0-9_$.-]{0,199}")) {
            throw new WordException(
                    "'" + Problem.shown(text) + "' is not the name of a lobby",
                    "write sonde, the name of a broken one, or a class name");
        }
        return text;
    }

    private static String protocol(String text, Collection<String> known) {
        if (!known.isEmpty() && !known.contains(text)) {
            throw new WordException(
                    "there is no protocol '" + Problem.shown(text) + "'",
                    NearestWord.withAll(text, known));
        }
        return text;
    }

    private static String idPattern(String text) {
        IdPattern.parse(text);
        return text;
    }
}
