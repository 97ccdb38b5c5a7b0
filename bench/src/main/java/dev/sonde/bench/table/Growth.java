package dev.sonde.bench.table;

import dev.sonde.bench.table.Study.Effort;
import dev.sonde.bench.table.Study.Per;
import dev.sonde.bench.table.Study.Plotted;

import java.util.ArrayList;
import java.util.List;

/** The same thing at several sizes. */
final class Growth {

    private static final int MILLION = 1_000_000;

    private Growth() {}

    /** Small crowds are repeated until they are compiled; a large one is compiled while it runs. */
    static Study crowd() {
        List<Arm> arms = new ArrayList<>();
        for (int people = 10; people <= MILLION; people *= 10) {
            arms.add(Arm.benchmark(Figures.count(people), "Crowd.crowd", "people=" + people)
                    .with("-Xmx4g")
                    .at(people)
                    .taking(effortOfCrowd(people)));
        }
        return new Study(
                "crowd",
                "A crowd in one run, flow detail",
                "run",
                arms,
                List.of(),
                Effort.ONCE,
                new Plotted("people", Per.EVENT));
    }

    private static Effort effortOfCrowd(int people) {
        return switch (people) {
            case MILLION -> Effort.ONCE;
            case MILLION / 10 -> new Effort(2, 1, 1);
            default -> new Effort(3_000, 500, 3);
        };
    }

    static Study live() {
        List<Arm> arms = new ArrayList<>();
        for (int live = 10; live <= MILLION; live *= 10) {
            arms.add(Arm.benchmark(Figures.count(live), "CoordinatorLife.life", "live=" + live)
                    .with("-Xmx4g")
                    .at(live));
        }
        return new Study(
                "live",
                "Coordinator, full life",
                "probe",
                arms,
                List.of(),
                new Effort(1_500, 300, 3),
                new Plotted("live probes", Per.OPERATION));
    }

    /** @param bound of the growth; 0 if it has to be sub-linear only */
    static Study waiting(String matchmaker, double bound) {
        List<Arm> arms = new ArrayList<>();
        for (int waiting = 10; waiting <= MILLION / 10; waiting *= 10) {
            arms.add(Arm.benchmark(
                            waiting(waiting),
                            "JoinToMatch.joinToMatch",
                            "waiting=" + waiting,
                            "matchmaker=" + matchmaker)
                    .at(waiting));
        }
        String least = waiting(10);
        String most = waiting(MILLION / 10);
        double linear = MILLION / 100.0;
        Aim aim = bound > 0
                ? Aim.growth(most, least, bound)
                : new Aim("sub-linear", Reading.TIMES, most, least, linear, false);
        return new Study(
                "waiting-" + matchmaker,
                "Waiting room, " + matchmaker + ", join to match",
                "match",
                arms,
                List.of(aim),
                new Effort(1_000, 200, 5),
                new Plotted("people waiting", Per.OPERATION));
    }

    private static String waiting(int people) {
        return Figures.count(people) + " waiting";
    }

    static Study length() {
        List<Arm> arms = new ArrayList<>();
        for (int pairs = 1; pairs <= 16; pairs *= 2) {
            arms.add(Arm.benchmark(Integer.toString(pairs), "Schedules.schedules", "pairs=" + pairs)
                    .at(pairs));
        }
        return new Study(
                "length",
                "A schedule, by its length",
                "schedule",
                arms,
                List.of(),
                new Effort(3_000, 400, 3),
                new Plotted("pairs of people", Per.EVENT));
    }
}
