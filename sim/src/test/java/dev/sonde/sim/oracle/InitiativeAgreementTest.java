package dev.sonde.sim.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.protocol.Initiative;
import dev.sonde.protocol.SubjectId;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The oracle's rule of who offers, against the lobby's: written apart, they must agree. */
final class InitiativeAgreementTest {

    private static final List<String> NASTY = List.of(
            "0",
            "-0",
            "00",
            "0x",
            "0x0",
            "0X1f",
            "0b2",
            "0o17",
            "1e3",
            "1000",
            "1e-400",
            "1e400",
            "Infinity",
            "-Infinity",
            "infinity",
            "NaN",
            ".",
            ".5",
            "5.",
            "0.5",
            "-",
            "--1",
            "1_0",
            "1d",
            "1f",
            "0x1p3",
            "a",
            "A",
            "aA",
            "Aa",
            "_",
            "a_",
            "a-",
            "a.",
            "9007199254740993",
            "9007199254740992",
            "0x20000000000001",
            "9".repeat(64),
            "a".repeat(64));

    @Test
    void nastyIdsAreOrderedAsTheLobbyOrdersThem() {
        for (String a : NASTY) {
            for (String b : NASTY) {
                assertAgreement(a, b);
            }
        }
    }

    @Property(tries = 1000)
    void idsAreOrderedAsTheLobbyOrdersThem(@ForAll("ids") String a, @ForAll("ids") String b) {
        assertAgreement(a, b);
    }

    private static void assertAgreement(String a, String b) {
        int lobby = Initiative.compare(new SubjectId(a), new SubjectId(b));
        assertThat(Integer.signum(ClientOrder.compare(new SubjectId(a), new SubjectId(b))))
                .as(a + " and " + b)
                .isEqualTo(Integer.signum(lobby));
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("0123456789eExXbBoOaAfFzZ.-_")
                        .ofMinLength(1)
                        .ofMaxLength(7),
                Arbitraries.strings().withChars("01.e-").ofMinLength(1).ofMaxLength(5));
    }
}
