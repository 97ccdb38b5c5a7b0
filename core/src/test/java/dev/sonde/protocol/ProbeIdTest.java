package dev.sonde.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

import java.util.UUID;

final class ProbeIdTest {

    @Property(tries = 500)
    void theTextOfAnIdReadsBackAsTheId(@ForAll long most, @ForAll long least) {
        ProbeId id = new ProbeId(most, least);
        assertThat(id.text()).isEqualTo("probe_" + new UUID(most, least));
        assertThat(ProbeId.parse(id.text())).isEqualTo(id);
    }

    @Property(tries = 500)
    void randomBitsBecomeAUuidOfVersion4(@ForAll long most, @ForAll long least) {
        ProbeId id = ProbeId.ofRandomBits(most, least);
        UUID uuid = new UUID(id.mostBits(), id.leastBits());
        assertThat(uuid.version()).isEqualTo(4);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat((id.mostBits() ^ most) & ~0xF000L).isZero();
        assertThat((id.leastBits() ^ least) << 2).isZero();
    }

    @Property(tries = 500)
    void aTextWithAnotherCharacterIsAnotherIdOrNone(
            @ForAll long most,
            @ForAll long least,
            @ForAll @IntRange(max = 41) int at,
            @ForAll @CharRange(from = ' ', to = '~') char other) {
        StringBuilder text = new StringBuilder(new ProbeId(most, least).text());
        text.setCharAt(at, other);
        ProbeId read = ProbeId.parse(text.toString());
        if (read != null) {
            assertThat(read.text()).isEqualTo(text.toString());
        }
        assertThat(ProbeId.parse(text + "0")).isNull();
        assertThat(ProbeId.parse(text.substring(1))).isNull();
    }
}
