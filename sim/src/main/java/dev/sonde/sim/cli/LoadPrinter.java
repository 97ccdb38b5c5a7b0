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
        line("guards %s", isGuarded ? "on" : "off");
        line("  relay delay      messages     p50 ms     p99 ms     max ms");
        row(isAttacked ? "calm" : "first half", result.calm());
        row(isAttacked ? "attacked" : "second half", result.attacked());
        line(
                "  p99 of the second by the first: %.2f",
                result.attacked().quantileMillis(0.99) / result.calm().quantileMillis(0.99));
        histogram("first half", result.calm());
        histogram("second half", result.attacked());
        people(result);
        if (isAttacked) {
            line(
                    "  attackers    %d connections cut, the longest-lived was open %.0f ms; at most"
                            + " %d KiB unread",
                    result.attackersCut(),
                    result.longestAttackerMillis(),
                    result.mostUnreadBytes() >> 10);
        }
        server(result);
        line("");
        out.flush();
    }

    private void people(LoadResult result) {
        line(
                "  people       %d matches (%.0f/s), %d connections lost, failed probes %s",
                result.matches(),
                result.matches() / result.wallSeconds(),
                result.connectionsLost(),
                result.failures().isEmpty() ? "none" : result.failures());
        line(
                "  signals      %d sent, %d heard, %d misrouted, %d odd times in matches",
                result.signalsSent(), result.signalsHeard(), result.misrouted(), result.oddTimes());
        line(
                "  probes       %d created, %d ended; left over: %s",
                result.probesCreated(),
                result.probesEnded(),
                result.leftOver().isEmpty() ? "nothing" : result.leftOver());
    }

    private void server(LoadResult result) {
        long relayed = Math.max(1, result.calm().count() + result.attacked().count());
        line(
                "  server CPU   %.1f s of %.1f s, %.1f us for each relayed message with all else",
                result.serverCpuSeconds(),
                result.wallSeconds(),
                1e6 * result.serverCpuSeconds() / relayed);
        double growth = (result.heapBytesAfter() - result.heapBytesBefore()) / (double) (1 << 20);
        line(
                "  memory       heap %d MiB at the end, with the clients'; %+.2f MiB a minute",
                result.heapBytesAfter() >> 20, growth * SECONDS_PER_MINUTE / result.wallSeconds());
    }

    private void row(String name, Delays delays) {
        line(
                "  %-14s %10d %10.2f %10.2f %10.2f",
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
