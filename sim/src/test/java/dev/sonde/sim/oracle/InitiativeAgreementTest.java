package dev.sonde.sim.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.protocol.Initiative;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.TrickyIds;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

/** The oracle's rule of who offers, against the lobby's: written apart, they must agree. */
final class InitiativeAgreementTest {

    @Test
    void nastyIdsAreOrderedAsTheLobbyOrdersThem() {
        for (String a : TrickyIds.WORST) {
            for (String b : TrickyIds.WORST) {
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
        return TrickyIds.any();
    }
}
