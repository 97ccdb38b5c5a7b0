package dev.sonde.sim.study;

import java.util.ArrayList;
import java.util.List;

/** Results made by hand: one scenario, one key, the metrics {@code wait} and {@code share}. */
final class Made {

    static final Goal SOON = new Goal("wait", Goal.Aim.AT_MOST, 100, "<= 100ms");
    static final Goal MANY = new Goal("share", Goal.Aim.AT_LEAST, 0.9, ">= 90%");
    static final Goal LEAST = new Goal("wait", Goal.Aim.MINIMISE, 0, "minimise");
    static final Goal MOST = new Goal("share", Goal.Aim.MAXIMISE, 0, "maximise");

    private Made() {}

    static Design design(String... values) {
        List<Setting> settings = new ArrayList<>();
        for (String value : values) {
            settings.add(new Setting("made", List.of(value)));
        }
        return new Design(
                "1.0",
                List.of("lobby.limit"),
                settings,
                List.of(new Measure("wait", "ms"), new Measure("share", "share")));
    }

    /** Runs with seeds from 1, whose waits go up and down by 1 around a mean. */
    static List<Run> runs(Design design, int seeds, double[] waits, double[] shares) {
        List<Run> runs = new ArrayList<>();
        Plan plan = Plan.whole(design.settings().size(), 1, seeds);
        for (long number = 1; number <= plan.total(); number++) {
            int setting = plan.setting(number);
            long seed = plan.seed(number);
            double noise = seed % 2 == 0 ? 1 : -1;
            runs.add(new Run(
                    number,
                    setting,
                    seed,
                    "HELD",
                    new double[] {waits[setting] + noise, shares[setting]},
                    false));
        }
        return runs;
    }
}
