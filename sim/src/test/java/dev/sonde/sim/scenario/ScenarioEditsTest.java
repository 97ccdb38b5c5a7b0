package dev.sonde.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ScenarioEditsTest {

    @Test
    void simplerScenariosLackOneThingOrHaveARounderNumber() {
        assertThat(ScenarioEdits.simpler("""
                sonde: 1
                seed: 775
                until: 12345ms
                people: [{id: ann}, {id: bob, joins: 300ms}]
                faults: [{drop: signal, from: bob}]
                """))
                .containsExactly(
                        """
                        {"sonde":1,"seed":775,"people":[{"id":"ann"},{"id":"bob",\
                        "joins":"300ms"}],"faults":[{"drop":"signal","from":"bob"}]}""",
                        """
                        {"sonde":1,"seed":775,"until":"12345ms",\
                        "faults":[{"drop":"signal","from":"bob"}]}""",
                        """
                        {"sonde":1,"seed":775,"until":"12345ms","people":[{"id":"ann"},\
                        {"id":"bob","joins":"300ms"}]}""",
                        """
                        {"sonde":1,"seed":775,"until":"12345ms","people":[{"id":"ann"}],\
                        "faults":[]}""",
                        """
                        {"sonde":1,"seed":775,"until":"12345ms","people":[{"id":"bob",\
                        "joins":"300ms"}],"faults":[{"drop":"signal","from":"bob"}]}""",
                        """
                        {"sonde":1,"seed":775,"until":"12345ms","people":[{"id":"ann"},\
                        {"id":"bob"}],"faults":[{"drop":"signal","from":"bob"}]}""",
                        """
                        {"sonde":1,"seed":775,"until":"12345ms","people":[{"id":"ann"},\
                        {"id":"bob","joins":"300ms"}],"faults":[]}""",
                        """
                        {"sonde":1,"seed":775,"until":"12345ms","people":[{"id":"ann"},\
                        {"id":"bob","joins":"300ms"}],"faults":[{"from":"bob"}]}""",
                        """
                        {"sonde":1,"seed":775,"until":"12345ms","people":[{"id":"ann"},\
                        {"id":"bob","joins":"300ms"}],"faults":[{"drop":"signal"}]}""",
                        """
                        {"sonde":1,"seed":775,"until":"0s","people":[{"id":"ann"},\
                        {"id":"bob","joins":"300ms"}],"faults":[{"drop":"signal","from":"bob"}]}""",
                        """
                        {"sonde":1,"seed":775,"until":"10s","people":[{"id":"ann"},\
                        {"id":"bob","joins":"300ms"}],"faults":[{"drop":"signal","from":"bob"}]}""",
                        """
                        {"sonde":1,"seed":775,"until":"12s","people":[{"id":"ann"},\
                        {"id":"bob","joins":"300ms"}],"faults":[{"drop":"signal","from":"bob"}]}""",
                        """
                        {"sonde":1,"seed":775,"until":"12345ms","people":[{"id":"ann"},\
                        {"id":"bob","joins":"0s"}],"faults":[{"drop":"signal","from":"bob"}]}""");
    }

    @Test
    void longListsLosePartsFirstAndOddIdsGetPlainNames() {
        List<String> simpler = ScenarioEdits.simpler(
                "{sonde: 1, people: [{id: '7'}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f},"
                        + " {id: g}, {id: ann}]}");
        assertThat(simpler)
                .contains("""
                        {"sonde":1,"people":[{"id":"e"},{"id":"f"},{"id":"g"},{"id":"ann"}]}""")
                .contains("""
                        {"sonde":1,"people":[{"id":"bob"},{"id":"b"},{"id":"c"},{"id":"d"},\
                        {"id":"e"},{"id":"f"},{"id":"g"},{"id":"ann"}]}""");
    }

    @Test
    void whatHappensAtAnInstantIsMovedToOthers() {
        assertThat(ScenarioEdits.moved(
                        "{sonde: 1, people: [{id: a, joins: 5s}], faults: [{at: 1s, die: a}]}",
                        List.of(0L, 20_000_000L)))
                .containsExactly(
                        """
                        {"sonde":1,"people":[{"id":"a","joins":"0s"}],\
                        "faults":[{"at":"1s","die":"a"}]}""",
                        """
                        {"sonde":1,"people":[{"id":"a","joins":"20ms"}],\
                        "faults":[{"at":"1s","die":"a"}]}""",
                        """
                        {"sonde":1,"people":[{"id":"a","joins":"5s"}],\
                        "faults":[{"at":"0s","die":"a"}]}""",
                        """
                        {"sonde":1,"people":[{"id":"a","joins":"5s"}],\
                        "faults":[{"at":"20ms","die":"a"}]}""");
    }

    @Test
    void textThatIsNoMappingHasNoSimplerOnes() {
        assertThat(ScenarioEdits.simpler("[]")).isEmpty();
        assertThat(ScenarioEdits.moved("{", List.of(1L))).isEmpty();
    }
}
