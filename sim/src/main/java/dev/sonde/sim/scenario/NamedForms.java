package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mappings whose keys are names of the user: profiles, mixes, metrics. */
final class NamedForms {

    private static final ScalarForm<String> METRIC = ScalarForm.words(
            "a metric", "[a-z0-9.-]{1,64}", (scalar, reading) -> metric(scalar.text(), reading));

    private static final KeyedForm<ProfileEntry> PROFILES = new KeyedForm<>(
            "a mapping of profiles",
            TextForms.of(As.NAME),
            RecordForm.of(ProfileEntry.class),
            NamedForms::profile,
            ProfileEntry::name,
            RecordForm.of(ProfileEntry.class)::write);

    private static final ScalarForm<String> BOUND_TEXT =
            ScalarForm.words("a comparator and a value", Bounds.PATTERN, (s, r) -> s.text());

    private static final KeyedForm<Bound> BOUNDS = new KeyedForm<>(
            "a mapping of metrics to bounds",
            METRIC,
            BOUND_TEXT,
            NamedForms::bound,
            Bound::metric,
            bound -> Node.Scalar.quoted(bound.text()));

    private static final KeyedForm<Goal> GOALS = new KeyedForm<>(
            "a mapping of metrics to goals",
            METRIC,
            ScalarForm.words("minimise, maximise, or a comparator and a value",
                    "minimise|maximise|" + Bounds.PATTERN, (s, r) -> s.text()),
            NamedForms::goal,
            Goal::metric,
            goal -> Node.Scalar.quoted(print(goal)));

    private NamedForms() {}

    /** The form of a list of these, if it is written as a mapping. */
    static @Nullable Form<?> of(Class<?> item) {
        if (item == ProfileEntry.class) {
            return PROFILES;
        }
        if (item == Bound.class) {
            return BOUNDS;
        }
        return item == Goal.class ? GOALS : null;
    }

    /** A word, or shares of several that are 100 % together. */
    static Form<Mix> mix(As as) {
        ScalarForm<String> word = TextForms.of(as);
        Form<Mix> brief = new MappedForm<>(word, Mix::only, mix -> mix.parts().get(0).word());
        return new EitherForm<>(brief, new SharesForm(word), mix -> mix.parts().size() == 1);
    }

    private static @Nullable ProfileEntry profile(
            String name, Node.Scalar key, Node value, Reading reading) {
        reading.names().defineProfile(name);
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("name", name);
        return RecordForm.of(ProfileEntry.class).read(value, reading, given);
    }

    private static String metric(String text, Reading reading) {
        return TextForms.known(text, "metric", metrics(reading));
    }

    private static List<String> metrics(Reading reading) {
        return reading.vocabulary().metrics().stream().map(Vocabulary.Metric::name).toList();
    }

    private static @Nullable Bound bound(
            String metric, Node.Scalar key, Node value, Reading reading) {
        return ScalarForm.words(BOUND_TEXT.title(), "", (s, r) -> s.text()).read(value, reading)
                        == null
                ? null
                : parse(metric, value, reading);
    }

    private static @Nullable Bound parse(String metric, Node value, Reading reading) {
        if (!(value instanceof Node.Scalar scalar)) {
            return null;
        }
        try {
            for (Vocabulary.Metric known : reading.vocabulary().metrics()) {
                if (known.name().equals(metric)) {
                    return Bounds.parse(metric, scalar.text(), known.unit());
                }
            }
            return Bounds.parse(metric, scalar.text());
        } catch (WordException e) {
            reading.problem(scalar.textAt().plus(e.offset()), scalar.text(), e.problem(),
                    e.help());
            return null;
        }
    }

    private static @Nullable Goal goal(
            String metric, Node.Scalar key, Node value, Reading reading) {
        if (value instanceof Node.Scalar scalar) {
            if (scalar.text().equals("minimise")) {
                return new Goal.Minimise(metric);
            }
            if (scalar.text().equals("maximise")) {
                return new Goal.Maximise(metric);
            }
        }
        Bound bound = bound(metric, key, value, reading);
        return bound == null ? null : new Goal.Reach(bound);
    }

    private static String print(Goal goal) {
        if (goal instanceof Goal.Reach reach) {
            return reach.bound().text();
        }
        return goal instanceof Goal.Minimise ? "minimise" : "maximise";
    }
}
