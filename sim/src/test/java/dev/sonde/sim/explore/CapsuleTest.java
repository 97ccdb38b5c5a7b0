package dev.sonde.sim.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.util.List;

class CapsuleTest {

    private static final Capsule SOME = new Capsule(
            "0.1.0",
            "{\"sonde\":1,\"name\":\"two\",\"people\":[{\"id\":\"ann\"}]}",
            -7,
            List.of(
                    new Choice("a", "b #2", 0),
                    new Choice("a", "a", Choice.LATEST),
                    new Choice("a \"quoted\"", "c", 12_500_000)),
            "BothReady",
            17,
            -2);

    @Test
    void capsuleIsAFileThatPeopleCanRead() {
        assertThat(CapsuleJson.write(SOME, "./sonde replay two.json")).isEqualTo("""
                {
                "sonde": 1,
                "version": "0.1.0",
                "claim": "BothReady",
                "event": 17,
                "command": "./sonde replay two.json",
                "seed": -7,
                "choices": [
                  {"run": "b #2", "before": "a"},
                  {"run": "a", "late": "most"},
                  {"run": "c", "before": "a \\"quoted\\"", "late": "12500000ns"}
                ],
                "digest": "fffffffffffffffe",
                "scenario": {"sonde":1,"name":"two","people":[{"id":"ann"}]}
                }
                """);
    }

    @Test
    void capsuleThatIsWrittenReadsBackEqual() throws CapsuleException {
        assertThat(CapsuleJson.read(CapsuleJson.write(SOME, "x"))).isEqualTo(SOME);
    }

    @Test
    void capsuleThatIsCutAnywhereIsRefused() {
        String text = CapsuleJson.write(SOME, "x");
        for (int length = 0; length < text.length() - 2; length++) {
            String cut = text.substring(0, length);
            assertThatExceptionOfType(CapsuleException.class)
                    .as(cut)
                    .isThrownBy(() -> CapsuleJson.read(cut));
        }
    }

    @Test
    void whatIsWrongWithACapsuleIsNamed() {
        String text = CapsuleJson.write(SOME, "x");
        assertThat(problem(text.substring(0, 100))).contains("it was cut off");
        assertThat(problem("")).contains("this is no capsule");
        assertThat(problem("[]")).contains("this is no capsule");
        assertThat(problem("{}")).contains("'sonde' is missing");
        assertThat(problem("sonde: 1\nname: two\n")).contains("this is no JSON");
        assertThat(problem(text + "{}")).contains("behind the end");
        assertThat(problem(text.replace("\"sonde\": 1", "\"sonde\": 2")))
                .contains("version 2 of the format");
        assertThat(problem(text.replace("17", "\"17\"")))
                .contains("in 'event', expected a whole number");
        assertThat(problem(text.replace("17", "99999999999999999999"))).contains("this is no JSON");
        assertThat(problem(text.replace("\"claim\"", "\"claims\""))).contains("no field 'claims'");
        assertThat(problem(text.replace("\"command\"", "\"claim\""))).contains("Duplicate field");
        assertThat(problem(text.replace("fffe", "fff"))).contains("16 hexadecimal digits");
        assertThat(problem(
                        text.replace("{\"run\": \"a\", \"late\": \"most\"}", "{\"run\": \"a\"}")))
                .contains("choice 2 is none");
        assertThat(problem(text.replace("12500000ns", "12.5ms"))).contains("choice 3 is none");
        assertThat(problem(text.replace("\"run\": \"c\", ", ""))).contains("which event to run");
        assertThat(problem(text.replace("\"seed\": -7,\n", ""))).contains("'seed' is missing");
    }

    private static String problem(String text) {
        try {
            return "no problem with " + CapsuleJson.read(text);
        } catch (CapsuleException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
