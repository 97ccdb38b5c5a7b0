package dev.sonde.bench.table;

import java.util.List;

/** The table of what was read off the studies, one row for each aim. */
final class AimRows {

    private AimRows() {}

    static void write(Markdown page, List<Measured> studies) {
        page.head(
                "| | one | takes | allocates | beside | takes | measured | aim | |",
                "|---|---|--:|--:|---|--:|--:|--:|---|");
        for (Measured measured : studies) {
            String before = "";
            for (Aim aim : measured.study().aims()) {
                String about = aim.about() + aim.reading().isOfSize();
                row(page, measured, aim, before.isEmpty(), !about.equals(before));
                before = about;
            }
        }
        page.end();
    }

    private static void row(
            Markdown page, Measured measured, Aim aim, boolean isFirst, boolean isOther) {
        Study study = measured.study();
        String about = aim.about();
        boolean isOurs = about.equals(Study.OURS);
        double bytes = measured.bytes(about);
        Spread spread = measured.spread(aim);
        page.row(
                isFirst ? study.title() + (isOurs ? "" : ", " + about) : "",
                isFirst ? study.unit() : "",
                isOther ? takes(measured, aim, about) : "",
                isOther && !aim.reading().isOfSize() && !Double.isNaN(bytes)
                        ? Figures.size(bytes)
                        : "",
                aim.beside(),
                aim.beside().isEmpty() ? "" : takes(measured, aim, aim.beside()),
                spread.isKnown() ? spread.words(aim.reading()) : "missing",
                aim.bounded(),
                mark(aim, spread));
    }

    private static String takes(Measured measured, Aim aim, String arm) {
        return aim.reading().isOfSize()
                ? Figures.size(measured.extra(arm))
                : Figures.time(measured.nanos(arm));
    }

    static String mark(Aim aim, Spread spread) {
        return !aim.isPromise() || !spread.isKnown() ? "" : aim.isMet(spread.median()) ? "✓" : "✗";
    }
}
