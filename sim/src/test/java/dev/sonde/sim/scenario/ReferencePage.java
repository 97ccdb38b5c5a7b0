package dev.sonde.sim.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The reference page of scenario files, generated from the keys of the records. */
final class ReferencePage {

    private static final String INTRO = """
            # Scenario files, key by key

            Generated from the records in `dev.sonde.sim.scenario`; a test keeps it fresh. To \
            write it again:
            `mvn -pl core,sim -am test -Dtest=PublishedFilesTest -Dsonde.rewrite=true \
            -Dsurefire.failIfNoSpecifiedTests=false`.

            A scenario is one YAML or JSON document of at most 1 MiB. It begins with `sonde: 1`, \
            the version of the
            format. Unknown keys, missing units, duplicate keys and references to nobody are \
            errors. Anchors,
            aliases and tags are not part of the format.

            | value | is written as |
            |---|---|
            | a duration | a number and one of `ns` `us` `ms` `s` `m` `h`: `1.5s` |
            | a range of durations | two durations: `0ms..50ms` |
            | a share | a number and `%`: `1.5%`, not finer than 0.0001% |
            | a rate | a number and one of `/s` `/m` `/h`: `2/s` |
            | a count | a whole number, or one with `k`, `M` or `G`: `50M` |
            | a comparator and a value | one of `<` `<=` `==` `>=` `>` and a value in the unit of \
            the metric: `"< 90s"`, `">= 95%"`, `"== 2"`, `"< 64KiB"` |
            | a distribution of durations | `45ms` (always), `20ms..80ms` (all equally likely), \
            `exponential 40ms` (mean), `normal`, `lognormal` or `gamma` with mean and standard \
            deviation: `lognormal 90s 40s` |
            | arrivals | `poisson 2/s`, `every 500ms`, `burst 50`, `burst 50 every 30s`, `file \
            arrivals.csv`, or a list of phases |
            | what comes after a match | `stays`, or `leaves 10s` |
            | a mix | one word, or shares that are 100 % together: `{home: 80%, hotel: 20%}` |
            | a name, an id | 1 to 64 of `0-9 A-Z a-z . _ -`; in quotes where YAML 1.1 or 1.2 \
            takes it for something else: `"01"`, `"no"`, `"1e3"` |
            | a file | a path relative to the scenario's folder, and below it |

            """;

    private static final String FILES = """
            ## Data files

            CSV, milliseconds, `#` begins a comment, at most 4 MiB. A matrix has one row and one \
            column for each region;
            a first row of names, and a name before each row, are optional: without them regions \
            are `1`, `2`, …
            An arrivals file begins with its columns `id,at_ms[,profile][,server_rtt_ms]` and is \
            sorted by `at_ms`.
            A series (`distribution series FILE` in a link) is one or more delays in each row.

            """;

    private final StringBuilder out = new StringBuilder();
    private final Set<Class<?>> done = new LinkedHashSet<>();

    private ReferencePage() {}

    static String of(Vocabulary vocabulary) {
        ReferencePage page = new ReferencePage();
        page.out.append(INTRO);
        page.section("The scenario", RecordForm.of(Scenario.class));
        page.out.append(FILES);
        page.words("Behaviours", vocabulary.behaviours());
        page.words("Presets", vocabulary.presets());
        page.words("Claims", vocabulary.claims());
        page.metrics(vocabulary.metrics());
        return page.out.toString().stripTrailing() + "\n";
    }

    private void section(String title, RecordForm<?> form) {
        if (!done.add(form.type())) {
            return;
        }
        out.append("## ").append(title).append("\n\n");
        out.append("| key | value | default | meaning | example |\n|---|---|---|---|---|\n");
        for (KeySlot slot : form.keys()) {
            row(slot);
        }
        out.append('\n');
        String prefix = form.type() == Scenario.class ? "" : title.replace("`", "") + ".";
        for (KeySlot slot : form.keys()) {
            inner(prefix + slot.name(), slot.form());
        }
    }

    private void row(KeySlot slot) {
        Key key = slot.key();
        String range = (key.min().isEmpty() ? "" : ", from " + key.min())
                + (key.max().isEmpty() ? "" : ", up to " + key.max());
        String unset = slot.isRequired()
                ? "required"
                : key.unset().isEmpty() ? "–" : "`" + key.unset() + "`";
        cells(
                "`" + slot.name() + "`",
                title(slot.form()) + range,
                unset,
                key.doc(),
                key.example().isEmpty() ? "" : "`" + key.example() + "`");
    }

    private static String title(Form<?> form) {
        if (form instanceof EitherForm<?> either) {
            return title(either.brief()) + ", or " + title(either.full());
        }
        if (form instanceof UnionForm<?> union) {
            return "a " + union.title();
        }
        return form.title();
    }

    private void inner(String path, Form<?> form) {
        if (form instanceof RecordForm<?> mapping) {
            section("`" + path + "`", mapping);
        } else if (form instanceof MappedForm<?, ?> mapped) {
            inner(path, mapped.source());
        } else if (form instanceof EitherForm<?> either) {
            inner(path, either.full());
        } else if (form instanceof ListForm<?> list) {
            inner(path, list.item());
        } else if (form instanceof KeyedForm<?> keyed) {
            inner(path + ".NAME", keyed.value());
        } else if (form instanceof UnionForm<?> union) {
            for (UnionForm.Case<?> each : union.cases()) {
                section("`" + path + "`: `" + each.kind() + "`", each.form());
            }
        }
    }

    private void words(String title, List<Vocabulary.Word> words) {
        out.append("## ").append(title).append("\n\n| word | meaning |\n|---|---|\n");
        for (Vocabulary.Word word : words) {
            cells("`" + word.name() + "`", word.meaning());
        }
        out.append('\n');
    }

    private void metrics(List<Vocabulary.Metric> metrics) {
        out.append("## Metrics\n\n| metric | unit | meaning |\n|---|---|---|\n");
        for (Vocabulary.Metric metric : metrics) {
            cells(
                    "`" + metric.name() + "`",
                    metric.unit().name().toLowerCase(java.util.Locale.ROOT),
                    metric.meaning());
        }
        out.append('\n');
    }

    private void cells(String... cells) {
        out.append('|');
        for (String cell : cells) {
            out.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        out.append('\n');
    }
}
