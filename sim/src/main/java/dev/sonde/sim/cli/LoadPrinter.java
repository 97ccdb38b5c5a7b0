package dev.sonde.sim.cli;

import dev.sonde.server.load.Delays;
import dev.sonde.server.load.LoadResult;

import java.io.PrintStream;
import java.util.Locale;

/** What came of a load run, for people. */
final class LoadPrinter {

    private static final int BAR = 40;
    private static final double SECONDS_PER_MINUTE = 60;

    private final PrintStream out;
    private final boolean isAttacked;

    LoadPrinter(PrintStream out, boolean isAttacked) {
        this.out = out;
        this.isAttacked = isAttacked;
    }

    void print(boolean isGuarded, LoadResult result) {
        LoadResult.Slice calm = result.calm();
        LoadResult.Slice attacked = result.attacked();
        line("guards %s", isGuarded ? "on" : "off");
        line("  relay delay      messages     p50 ms     p99 ms     max ms  server CPU");
        row(isAttacked ? "calm" : "first half", calm);
        row(isAttacked ? "attacked" : "second half", attacked);
        if (isAttacked) {
            row("first attack", result.firstAttack());
        }
        ratios(result);
        line("  a thread without work woke up late by");
        line("  %s", delays(isAttacked ? "calm" : "first half", calm.hiccups()));
        line("  %s", delays(isAttacked ? "attacked" : "second half", attacked.hiccups()));
        histogram(isAttacked ? "calm" : "first half", calm.delays());
        histogram(isAttacked ? "attacked" : "second half", attacked.delays());
        people(result);
        line(
                "  server CPU   %.1f us for each relayed message with all else, %s",
                1e6 * calm.serverCpuSeconds() / Math.max(1, calm.delays().count()),
                isAttacked ? "calm" : "first half");
        if (isAttacked) {
            line(
                    "  attackers    %d connections ended (%.0f/s), the longest-lived was open %.0f ms;"
                            + " at most %d KiB unread",
                    result.attackersCut(),
                    result.attackersCut() / result.attackSeconds(),
                    result.longestAttackerMillis(),
                    result.mostUnreadBytes() >> 10);
        }
        left(result.left());
        line("");
        out.flush();
    }

    private void ratios(LoadResult result) {
        double[] ratios = result.rounds().stream()
                .mapToDouble(LoadResult.Round::ratio)
                .sorted()
                .toArray();
        line(
                "  p99 of the second by the first: %.2f",
                result.attacked().delays().quantileMillis(0.99)
                        / result.calm().delays().quantileMillis(0.99));
        if (isAttacked) {
            line(
                    "  the same in each of %d rounds: median %.2f, from %.2f to %.2f",
                    ratios.length, ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
        }
    }

    private void people(LoadResult result) {
        line(
                "  people       %d matches (%.0f/s), %d connections lost, failed probes %s",
                result.matches(),
                result.matches() / result.left().secondsBetween(),
                result.connectionsLost(),
                result.failures().isEmpty() ? "none" : result.failures());
        line(
                "  signals      %d sent, %d heard, %d misrouted, %d odd times in matches",
                result.signalsSent(), result.signalsHeard(), result.misrouted(), result.oddTimes());
        line(
                "  probes       %d created, %d ended; left over: %s",
                result.probesCreated(),
                result.probesEnded(),
                result.left().gauges().isEmpty() ? "nothing" : result.left().gauges());
    }

    private void left(LoadResult.Left left) {
        double growth = (left.heapBytesAfter() - left.heapBytesBefore()) / (double) (1 << 20);
        line(
                "  heap         %.1f MiB at the start, %.1f at the end, %.1f when all had gone;"
                        + " %+.2f MiB a minute",
                mebibytes(left.heapBytesBefore()),
                mebibytes(left.heapBytesAfter()),
                mebibytes(left.heapBytesAlone()),
                growth * SECONDS_PER_MINUTE / left.secondsBetween());
        line(
                "  sockets      %d before anybody came, %d at the end, %d when all had gone",
                left.socketsBefore(), left.socketsAfter(), left.socketsAlone());
    }

    private static double mebibytes(long bytes) {
        return bytes / (double) (1 << 20);
    }

    private void row(String name, LoadResult.Slice slice) {
        double part = slice.serverCpuSeconds() / slice.wallSeconds();
        line("  %s %9.1f %%", delays(name, slice.delays()), 100 * part);
    }

    private static String delays(String name, Delays delays) {
        return String.format(
                Locale.ROOT,
                "%-14s %10d %10.2f %10.2f %10.2f",
                name,
                delays.count(),
                delays.quantileMillis(0.5),
                delays.quantileMillis(0.99),
                delays.longestMillis());
    }

    private void histogram(String name, Delays delays) {
        line("  %s, up to ms", name);
        for (Delays.Row row : delays.rows()) {
            int bar = (int) Math.ceil(BAR * (double) row.count() / Math.max(1, delays.count()));
            line("  %14.3f %10d  %s", row.upToMillis(), row.count(), "█".repeat(bar));
        }
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
