package dev.sonde.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PresetsTest {

    @Test
    void namesAreThePublishedOnesInOrder() {
        assertThat(Presets.all())
                .extracting(Presets.Preset::name)
                .containsExactly(
                        "home",
                        "fibre",
                        "cable",
                        "dsl",
                        "wifi",
                        "wifi-busy",
                        "lte",
                        "satellite",
                        "cgn-mobile",
                        "office-udp-blocked");
    }

    @Test
    void everyPresetCanBeDrawnFromAndHasABase() {
        for (Presets.Preset preset : Presets.all()) {
            Profile profile = preset.profile();
            assertThat(profile.baseNanos()).as(preset.name()).isPositive();
            for (LinkSpec link :
                    new LinkSpec[] {profile.toServer(), profile.fromServer(), profile.toPeers()}) {
                assertThat(LinkSpec.parse(link.text())).as(preset.name()).isEqualTo(link);
                assertThat(link.delay().longestNanos())
                        .as(preset.name())
                        .isGreaterThanOrEqualTo(link.meanDelayNanos());
            }
        }
        assertThat(Presets.home()).isEqualTo(Presets.find("home").orElseThrow());
        assertThat(Presets.find("nowhere")).isEmpty();
    }

    @Test
    void baseIsTwiceTheMeanToTheServerWhereNoneIsStated() {
        assertThat(Presets.find("lte").orElseThrow().baseNanos()).isEqualTo(60_000_000);
        assertThat(Presets.home().baseNanos()).isEqualTo(30_000_000);
    }

    @Test
    void tableStatesEveryNumber() {
        assertThat(Presets.table()).contains("""
                        office-udp-blocked: a firewall that lets out TCP and TLS only: \
                        TURN over TCP or nothing
                          to-server    delay 12ms 2ms distribution gamma
                          from-server  delay 12ms 2ms distribution gamma
                          to-peers     delay 500us 500us distribution gamma loss 0.1%
                          base         24ms
                          nat          symmetric, udp blocked
                          setup        20ms to 200ms
                        """);
    }
}
