package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.lobby.Effect;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.EventHandler;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CompanyTest {

    private static final SubjectId ANN = new SubjectId("ann");
    private static final SubjectId BOB = new SubjectId("bob");
    private static final SubjectId CAT = new SubjectId("cat");
    private static final ProbeId PROBE = ProbeId.ofRandomBits(1, 2);
    private static final long BOTH = EventHandler.party("ann") | EventHandler.party("bob");

    private final Company company = new Company();

    @Test
    void whoIsInAProbeTouchesItsMembersAndWhoIsFreeTouchesEverybody() {
        company.effect(new Effect.ProbeCreated(PROBE, ANN, BOB));

        assertThat(company.of(ANN)).isEqualTo(BOTH);
        assertThat(company.of(BOB)).isEqualTo(BOTH);
        assertThat(company.of(CAT)).isEqualTo(EventHandler.EVERYBODY);

        company.effect(new Effect.ProbeFinished(
                PROBE, ANN, BOB, new ProbeOutcome.Complete(40, ProbeOutcome.Phase.MEASURING)));

        assertThat(company.of(ANN)).isEqualTo(EventHandler.EVERYBODY);
    }

    @Test
    void aMatchIsSharedUntilItIsFinal() {
        MatchId match = new MatchId(1, 2);
        company.effect(new Effect.MatchFormed(match, List.of(ANN, BOB), List.of()));

        assertThat(company.of(BOB)).isEqualTo(BOTH);

        company.effect(new Effect.MatchFinal(match));

        assertThat(company.of(BOB)).isEqualTo(EventHandler.EVERYBODY);
    }
}
