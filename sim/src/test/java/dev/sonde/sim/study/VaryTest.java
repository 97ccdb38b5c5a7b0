package dev.sonde.sim.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class VaryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.b=50ms..150ms/25ms; 50ms|75ms|100ms|125ms|150ms",
                "a.b=1..10/4; 1|5|9",
                "a=0.5%..1.5%/0.5%; 0.5%|1%|1.5%",
                "a=10/m..30/m/10/m; 10/m|20/m|30/m",
                "a=100..300/100; 100|200|300",
                "a=first,both; first|both",
                "a=5ms; 5ms",
                "a=0ms..50ms; 0ms..50ms",
                "a={x: 1, y: 2},{x: 3}; {x: 1, y: 2}|{x: 3}",
                "a=[1, 2],'b, c'; [1, 2]|'b, c'",
                "a=x=y; x=y"
            })
    void valuesAreRangesWithAStepOrLists(String text, String values) throws StudyException {
        assertThat(Vary.parse(text).values()).isEqualTo(List.of(values.split("\\|")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a; names no key with values",
                "=1; names no key with values",
                "a=; names no key with values",
                "a=1,,2; has an empty value",
                "a=1,2,1; has the value 1 twice",
                "a={x: 1; opens a bracket",
                "a=1ms..1s/1ms; has more than one unit",
                "a=1ms..5ms/0ms; goes nowhere",
                "a=5ms..1ms/1ms; goes nowhere",
                "a=1..1000000000/1; has 1000000000 values; a study has at most 10000 settings"
            })
    void whatIsNeitherIsRefusedWithTheReason(String text, String why) {
        assertThatThrownBy(() -> Vary.parse(text))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aGridHasAllCombinationsTheLastKeyFastest() throws StudyException {
        List<Vary> keys = List.of(Vary.parse("a=1,2"), Vary.parse("b=x,y"));
        assertThat(Grid.settings("s", keys).stream().map(Setting::values))
                .containsExactly(
                        List.of("1", "x"), List.of("1", "y"), List.of("2", "x"), List.of("2", "y"));
        assertThat(Grid.settings("s", List.of())).containsExactly(new Setting("s", List.of()));
    }

    @Test
    void aGridOfABillionSettingsIsRefusedBeforeItIsMade() {
        assertThatThrownBy(() -> Grid.settings(
                        "s",
                        List.of(
                                Vary.parse("a=1..1000/1"),
                                Vary.parse("b=1..1000/1"),
                                Vary.parse("c=1..1000/1"))))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("1000 × 1000 × 1000 settings");
        assertThatThrownBy(() -> Grid.settings("s", List.of(Vary.parse("a=1"), Vary.parse("a=2"))))
                .hasMessageContaining("--vary a comes twice");
    }

    @Test
    void shardsDealOutAllRunsOnce() {
        Plan whole = Plan.whole(3, 11, 5);
        for (int shards = 1; shards <= 20; shards++) {
            boolean[] seen = new boolean[(int) whole.total() + 1];
            for (int shard = 1; shard <= shards; shard++) {
                Plan part = new Plan(3, 11, 5, shard, shards);
                for (long n = 0; n < part.count(); n++) {
                    assertThat(seen[(int) part.number(n)]).isFalse();
                    seen[(int) part.number(n)] = true;
                }
            }
            seen[0] = true;
            assertThat(seen).doesNotContain(false);
        }
        assertThat(whole.setting(4)).isZero();
        assertThat(whole.seed(4)).isEqualTo(12);
    }
}
