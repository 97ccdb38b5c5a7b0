package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.OptionalLong;

/** Texts about arrivals. */
final class ArrivalForms {

    private static final String NUMBER = "[0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h)";
    private static final String STEADY_PATTERN = "poisson +" + Rates.PATTERN + "|every +" + NUMBER
            + "|burst +[0-9]+(\\.[0-9]+)?(k|M|G)?( +every +" + NUMBER + ")?";
    private static final String HELP = "write poisson 2/s, every 500ms, burst 50, burst 50 every 30s,"
            + " file arrivals.csv, or a list of phases";
    private static final String FILE = "file ";
    private static final List<String> KINDS = List.of("poisson", "every", "burst", "file");

    static final ScalarForm<Arrivals.Steady> STEADY = ScalarForm.typed(
            "arrivals (poisson, every, burst)",
            STEADY_PATTERN,
            ArrivalForms::steady,
            ArrivalForms::print);

    private static final ScalarForm<Arrivals> BRIEF = new ScalarForm<>(
            "arrivals (poisson, every, burst, file)",
            STEADY_PATTERN + "|file +[^ ].*",
            false,
            false,
            ArrivalForms::brief,
            ArrivalForms::print);

    static final Form<Arrivals> ARRIVALS = new EitherForm<>(
            BRIEF,
            new MappedForm<>(
                    new ListForm<>(RecordForm.of(Arrivals.Phase.class)),
                    Arrivals.Phases::new,
                    ArrivalForms::phases),
            value -> !(value instanceof Arrivals.Phases));

    private ArrivalForms() {}

    private static List<Arrivals.Phase> phases(Arrivals value) {
        return value instanceof Arrivals.Phases phases ? phases.phases() : List.of();
    }

    private static @Nullable Arrivals brief(Node.Scalar scalar, Reading reading) {
        return scalar.text().startsWith(FILE)
                ? DataFiles.arrivals(scalar.text().substring(FILE.length()).strip(), reading)
                : steady(scalar.text());
    }

    private static Arrivals.Steady steady(String text) {
        List<String> words = TimeForms.words(text);
        String kind = words.get(0);
        if (kind.equals("poisson") && words.size() == 2) {
            return new Arrivals.Poisson(Rates.parse(words.get(1)));
        }
        if (kind.equals("every") && words.size() == 2) {
            return new Arrivals.Every(TimeForms.positive(words.get(1)));
        }
        if (kind.equals("burst") && words.size() == 2) {
            return new Arrivals.Burst(size(words.get(1)), OptionalLong.empty());
        }
        if (kind.equals("burst") && words.size() == 4 && words.get(2).equals("every")) {
            long gap = TimeForms.positive(words.get(3));
            return new Arrivals.Burst(size(words.get(1)), OptionalLong.of(gap));
        }
        throw new WordException("'" + Problem.shown(text) + "' does not say when people arrive",
                NearestWord.helpOr(kind, KINDS, HELP));
    }

    private static long size(String text) {
        long size = Counts.parse(text);
        if (size < 1) {
            throw new WordException("'" + Problem.shown(text) + "' is less than 1", Counts.HELP);
        }
        return size;
    }

    private static String print(Arrivals value) {
        if (value instanceof Arrivals.Poisson poisson) {
            return "poisson " + Rates.print(poisson.rate());
        }
        if (value instanceof Arrivals.Every every) {
            return "every " + Durations.print(every.gapNanos());
        }
        if (value instanceof Arrivals.Burst burst) {
            String again = burst.gapNanos().isPresent()
                    ? " every " + Durations.print(burst.gapNanos().getAsLong())
                    : "";
            return "burst " + Counts.print(burst.size()) + again;
        }
        if (value instanceof Arrivals.Recorded recorded) {
            return FILE + recorded.file();
        }
        throw new IllegalStateException("phases are a list");
    }
}
