package dev.sonde.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.bench.rounds.Sample;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The whole page, of studies that nobody measured. */
class PageTest {

    private static final Machine MACHINE =
            new Machine("Abacus", 2, 24, "JVM 17", "Linux", Map.of("SSJ", "3.3.2"));

    private static Arm arm(String name) {
        return Arm.program(name, "true");
    }

    private static void add(Measured measured, Arm arm, double nanos, double bytes, double extra) {
        measured.add(arm, new Sample(nanos, bytes, extra));
    }

    private static Measured promised() {
        Arm ours = arm(Study.OURS);
        Arm heap = arm(Study.HEAP);
        Arm ssj = arm("SSJ");
        Arm gone = arm("gone");
        Measured measured = new Measured(Studies.compared(
                "kernel",
                "Event kernel",
                "event",
                Study.Effort.SMALL,
                List.of(ours, heap, ssj, gone),
                List.of(
                        Aim.perSecond(10_000_000),
                        Aim.quicker("SSJ", 2.5),
                        Aim.quicker("gone", 10),
                        Aim.size(512))));
        for (int round = 1; round <= 3; round++) {
            add(measured, ours, 100 * round, 48, 311);
            add(measured, heap, 224 * round, 0, Double.NaN);
            add(measured, ssj, 200 * round + 10, 0, Double.NaN);
        }
        measured.miss(gone, "nobody has it");
        return measured;
    }

    private static Measured grown() {
        Arm ten = arm("10").at(10);
        Arm thousand = arm("1 000").at(1_000);
        Measured measured = new Measured(new Study(
                "crowd",
                "A crowd",
                "run",
                List.of(ten, thousand),
                List.of(Aim.growth("1 000", "10", 50)),
                Study.Effort.ONCE,
                new Study.Plotted("people", Study.Per.EVENT)));
        add(measured, ten, 200_000, 5_000, 400);
        add(measured, thousand, 24_000_000, 2_000_000, 40_000);
        return measured;
    }

    @Test
    void pageSaysWhatWasReached(@TempDir Path folder) throws IOException {
        Page page = new Page(
                List.of(promised(), grown()),
                MACHINE,
                LocalDate.of(2026, 11, 22),
                "bench/run results",
                90_000_000_000L);

        page.write(folder);

        assertThat(Files.readString(folder.resolve("README.md"))).isEqualTo("""
                # Results

                Written by `bench/run results` on 2026-11-22, in 1.5 minutes. **2 of 5 aims are \
                reached**, 1 could not be measured.

                Arms of a row took turns in one run. *Takes* is the median of the rounds; \
                *measured* is the
                median of what is read off each round, with the least and the most in brackets: \
                beside a bound
                how many times its time ours takes, beside others how many times as quick ours is.

                Rates and times among the aims are stated for a machine on which the bare heap \
                takes 112 ns, and
                what was measured is scaled to it round by round; here it took 448 ns.

                ## What is promised

                | | one | takes | allocates | beside | takes | measured | aim | |
                |---|---|--:|--:|---|--:|--:|--:|---|
                | Event kernel | event | 200 ns | 48 B | bare heap, 1 024 pending | 448 ns | 20 \
                000 000/s | ≥ 10 000 000/s | ✓ |
                |  |  |  |  | SSJ | 410 ns | 2.05 × [2.03 … 2.1] | ≥ 2.5 × | ✗ |
                |  |  |  |  | gone | – | missing | ≥ 10 × |  |
                |  |  | 311 B |  |  |  | 311 B | ≤ 512 B | ✓ |
                | A crowd, 1 000 | run | 24 ms | 1.91 MiB | 10 | 200 µs | 120 × | ≤ 50 × | ✗ |

                ## Growth

                ### A crowd

                ![A crowd, time per event](crowd.svg)

                | people | time per run | events | time per event | allocates |
                |--:|--:|--:|--:|--:|
                | 10 | 200 µs | 400 | 500 ns | 5 000 B |
                | 1 000 | 24 ms | 40 000 | 600 ns | 1.91 MiB |

                Growth from 10 to 1 000: 120 ×, aim: ≤ 50 × ✗

                ## Where, and how to repeat it

                | | |
                |---|---|
                | processor | Abacus, 2 cores |
                | memory | 24 GiB |
                | system | Linux |
                | JVM | JVM 17 |
                | SSJ | 3.3.2 |

                `bench/run results` does it all again: it builds, brings the peers that are \
                missing, and writes
                this page. [Benchmarks](../benchmarks.md) says how each row is measured, and \
                how each of the others
                is set up.

                ## Not measured

                - Event kernel: gone: nobody has it
                """);
        assertThat(folder.resolve("crowd.svg")).isNotEmptyFile();
        assertThat(folder).isDirectoryNotContaining("glob:**kernel.svg");
    }
}
