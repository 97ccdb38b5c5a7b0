package dev.sonde.sim.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.sim.HandMade;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;

final class TraceFormsTest {

    private static final String AS_TEXT = """
            # sonde trace 1  scenario tiny  seed 7
            # event    instant ms  kind     who                 what
                 1      0.000000  person   ann                 joins
                 2     20.000001  deliver  ann -> server       join {}
                 2     20.000001  effect   server -> ann       waiting_room waiting=1
            # digest %s
            """;

    @Test
    void aTraceIsOneAlignedLineForEachEntryBetweenItsNameAndItsDigest() throws IOException {
        String digest = TraceText.hex(HandMade.shortTrace().digest());
        assertThat(digest).matches("[0-9a-f]{16}");
        assertThat(asText(HandMade.shortTrace())).isEqualTo(AS_TEXT.replace("%s", digest));
    }

    @Test
    void aTraceIsOneJsonObjectForEachEntry() throws IOException {
        assertThat(asJson(HandMade.shortTrace())).isEqualTo("""
                        {"event":1,"atNanos":0,"kind":"person","from":"ann","to":"","what":"joins"}
                        {"event":2,"atNanos":20000001,"kind":"deliver","from":"ann","to":"server",\
                        "what":"join {}"}
                        {"event":2,"atNanos":20000001,"kind":"effect","from":"server","to":"ann",\
                        "what":"waiting_room waiting=1"}
                        """);
    }

    @Test
    void aLongNameMovesItsOwnLineOnly() throws IOException {
        Trace trace = HandMade.shortTrace();
        String before = asText(trace);
        trace.add(3, 1, TraceEntry.Kind.SEND, "somebody-with-a-long-name", "server", "join");
        String[] lines = asText(trace).split("\n");
        assertThat(before.split("\n")).startsWith(lines[0], lines[1], lines[2], lines[3], lines[4]);
        assertThat(lines[5]).endsWith("somebody-with-a-long-name -> server  join");
    }

    @Test
    void equalTracesHaveNoDifferenceWhateverRunTheyNameInTheirHeads() throws IOException {
        String one = asText(HandMade.shortTrace());
        TraceDiff.Result result = compare(one, one.replace("seed 7", "seed 8"));
        assertThat(result).isEqualTo(new TraceDiff.Result(3, null));
    }

    @Test
    void theFirstStepThatDiffersIsNamedWithBothLines() throws IOException {
        String one = asText(HandMade.shortTrace());
        TraceDiff.Result result =
                compare(one, one.replace("20.000001  deliver", "20.000002  deliver"));
        assertThat(result)
                .isEqualTo(new TraceDiff.Result(
                        1,
                        new TraceDiff.Difference(
                                2,
                                "     2     20.000001  deliver  ann -> server       join {}",
                                "     2     20.000002  deliver  ann -> server       join {}")));
    }

    @Test
    void aTraceThatStopsEarlierDiffersFromItsNextStepOn() throws IOException {
        String one = asJson(HandMade.shortTrace());
        String shorter = one.substring(0, one.indexOf('\n') + 1);
        TraceDiff.Result result = compare(shorter, one);
        String next = one.split("\n")[1];
        assertThat(result)
                .isEqualTo(new TraceDiff.Result(1, new TraceDiff.Difference(2, null, next)));
    }

    @Test
    void whatIsNotATraceIsRefusedByName() {
        assertThatThrownBy(() -> compare("sonde: 1\n", "sonde: 1\n"))
                .isInstanceOf(TraceDiff.NotATraceException.class)
                .hasMessageContaining("A is not a trace");
        assertThatThrownBy(() -> compare("", "")).isInstanceOf(TraceDiff.NotATraceException.class);
    }

    @Test
    void tracesOfDifferentFormsAreNotCompared() {
        assertThatThrownBy(
                        () -> compare(asText(HandMade.shortTrace()), asJson(HandMade.shortTrace())))
                .hasMessageContaining("different forms");
    }

    private static TraceDiff.Result compare(String one, String other) throws IOException {
        return TraceDiff.compare(
                "A",
                new BufferedReader(new StringReader(one)),
                "B",
                new BufferedReader(new StringReader(other)));
    }

    private static String asText(Trace trace) throws IOException {
        StringBuilder text = new StringBuilder();
        TraceText.write(trace, "tiny", 7, text);
        return text.toString();
    }

    private static String asJson(Trace trace) throws IOException {
        StringWriter text = new StringWriter();
        TraceJson.write(trace, text);
        return text.toString();
    }
}
