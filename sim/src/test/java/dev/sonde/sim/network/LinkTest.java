package dev.sonde.sim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sonde.sim.kernel.SeededChoices;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTest {

    private static final long MS = 1_000_000L;
    private static final int PACKETS = 200_000;

    /** Packets 20 ms apart; bursts are counted in packets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loss 5%                            | 0.05    | 1.0526",
                "loss 5% burst 4 per packet         | 0.05    | 4",
                "loss 5% burst 4                    | 0.05    | 4",
                "loss 20% burst 10 per 20ms         | 0.2     | 10",
                "loss 5% burst 1 per packet         | 0.05    | 1",
                "loss gemodel 1% 25%                | 0.03846 | 4",
                "loss gemodel 2% 20% 50% 1%         | 0.05454 | 1.55",
                "loss gemodel 1% 25% per 20ms       | 0.03846 | 4",
            })
    void lossHasItsStatedMeanAndBurst(String text, double mean, double burst) {
        Link link = link(text);
        int lost = 0;
        int bursts = 0;
        boolean before = false;
        for (int i = 0; i < PACKETS; i++) {
            boolean now = link.delayNanos(i * 20L * MS, 100) == Link.LOST;
            lost += now ? 1 : 0;
            bursts += now && !before ? 1 : 0;
            before = now;
        }

        double meanFound = (double) lost / PACKETS;
        double error = Math.sqrt(mean * (1 - mean) * 2 * burst / PACKETS);
        assertThat(meanFound).isCloseTo(mean, within(4 * error));
        assertThat((double) lost / bursts).isCloseTo(burst, within(0.06 * burst));
        assertThat(LinkSpec.parse(text).loss().mean()).isCloseTo(mean, within(0.0001));
    }

    /**
     * With burst 4 per 20 ms and loss 5 %, memory is 1 - 0.25/0.95 per step: ten steps later a lost
     * packet raises the chance of the next from 0.05 to 0.05 + 0.95 · 0.7368¹⁰ = 0.0948.
     */
    @ParameterizedTest
    @CsvSource({"5, 0.9303", "20, 0.75", "40, 0.5658", "200, 0.0948"})
    void burstLastsInTimeHoweverFewPacketsAreSent(long gapMillis, double againLost) {
        Link link = link("loss 5% burst 4");
        int lost = 0;
        int again = 0;
        boolean before = false;
        for (int i = 0; i < PACKETS; i++) {
            boolean now = link.delayNanos(i * gapMillis * MS, 100) == Link.LOST;
            again += now && before ? 1 : 0;
            lost += before ? 1 : 0;
            before = now;
        }

        double found = (double) again / lost;
        assertThat(found)
                .isCloseTo(againLost, within(5 * Math.sqrt(againLost * (1 - againLost) / lost)));
    }

    @Test
    void packetsAtOneInstantShareTheStateOfTheBurst() {
        Link link = link("loss 50% burst 3");
        for (int i = 0; i < 100; i++) {
            long now = i * 1_000L * MS;

            boolean first = link.delayNanos(now, 1) == Link.LOST;

            assertThat(link.delayNanos(now, 1) == Link.LOST).isEqualTo(first);
        }
    }

    @Test
    void rateQueuesPacketsBehindEachOther() {
        Link link = link("delay 10ms rate 1mbit");

        assertThat(link.delayNanos(0, 1_250)).isEqualTo(20 * MS);
        assertThat(link.delayNanos(0, 1_250)).isEqualTo(30 * MS);
        assertThat(link.delayNanos(15 * MS, 125)).isEqualTo(16 * MS);
        assertThat(link.delayNanos(100 * MS, 0)).isEqualTo(10 * MS);
    }

    @Test
    void orderedLinkNeverOvertakesWhereAnotherDoes() {
        Link ordered = link("delay 40ms 20ms ordered on");
        Link free = link("delay 40ms 20ms");
        long lastOrdered = 0;
        int overtakes = 0;
        long lastFree = 0;
        for (int i = 0; i < 1_000; i++) {
            long arrival = i * MS + ordered.delayNanos(i * MS, 1);
            assertThat(arrival).isGreaterThanOrEqualTo(lastOrdered);
            lastOrdered = arrival;
            long arrivalFree = i * MS + free.delayNanos(i * MS, 1);
            overtakes += arrivalFree < lastFree ? 1 : 0;
            lastFree = arrivalFree;
        }
        assertThat(overtakes).isGreaterThan(300);
    }

    @Test
    void reorderedPacketsHaveNoDelay() {
        Link link = link("delay 40ms reorder 10% 50%");
        int overtaking = 0;
        int pairs = 0;
        boolean before = false;
        for (int i = 0; i < PACKETS; i++) {
            boolean now = link.delayNanos(i * MS, 1) == 0;
            overtaking += now ? 1 : 0;
            pairs += now && before ? 1 : 0;
            before = now;
        }
        assertThat((double) overtaking / PACKETS).isCloseTo(0.1, within(0.005));
        assertThat((double) pairs / overtaking).isBetween(0.28, 0.37);
        assertThat(link.shortestNanos()).isZero();
        assertThat(link.longestNanos()).isEqualTo(40 * MS);
    }

    @Test
    void duplicatesComeAtTheirRate() {
        Link link = link("duplicate 5%");
        int copies = 0;
        for (int i = 0; i < PACKETS; i++) {
            copies += link.copies();
        }
        assertThat((double) copies / PACKETS).isCloseTo(1.05, within(0.002));
    }

    @Test
    void anotherLinkOfTheSameOwnerChangesNoDraw() {
        SeededChoices choices = new SeededChoices(3);
        LinkSpec spec = LinkSpec.parse("delay 40ms 20ms loss 10%");
        Link alone = new Link(spec, choices, "ann", "a");
        Link first = new Link(spec, choices, "ann", "a");
        Link second = new Link(spec, choices, "ann", "b");
        int differences = 0;
        for (int i = 0; i < 100; i++) {
            long drawn = first.delayNanos(i, 1);
            differences += second.delayNanos(i, 1) == drawn ? 0 : 1;
            assertThat(alone.delayNanos(i, 1)).isEqualTo(drawn);
        }
        assertThat(differences).isGreaterThan(80);
    }

    private static Link link(String text) {
        return new Link(LinkSpec.parse(text), new SeededChoices(11), "ann", "to-server");
    }
}
