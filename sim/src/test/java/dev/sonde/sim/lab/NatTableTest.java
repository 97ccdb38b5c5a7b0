package dev.sonde.sim.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.lab.NatTable.Turn;
import dev.sonde.sim.lab.NatTable.Way;
import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.NatBehavior.Dependence;
import dev.sonde.sim.network.ice.IceProfiles;
import dev.sonde.sim.network.packet.PacketSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class NatTableTest {

    /** What a person would derive with pencil and paper: RFC 4787 and two checks each way. */
    @ParameterizedTest
    @CsvSource({
        "EI,  EI,  EI,  EI,  DIRECT", // two full cones
        "EI,  APD, EI,  APD, DIRECT", // two port-restricted cones: both punch
        "EI,  AD,  APD, APD, DIRECT", // symmetric meets restricted cone: the address suffices
        "EI,  APD, APD, APD, NONE", // symmetric meets port-restricted: the port was not foreseen
        "APD, APD, APD, APD, NONE", // two symmetric ones
        "AD,  EI,  AD,  EI,  DIRECT", // one port for all of an address, open to all
        "AD,  AD,  AD,  AD,  NONE", // the told port lets in the STUN server only
    })
    void theNatsDecideWhoConnects(
            String mapping, String filtering, String mapping2, String filtering2, Way expected) {
        NatTable table = new NatTable(settings("rfc"));
        NatBehavior one = nat(mapping, filtering);
        NatBehavior other = nat(mapping2, filtering2);
        Way withTurn = expected == Way.NONE ? Way.RELAYED : expected;

        assertThat(List.of(
                        table.way(one, other, Turn.NOBODY),
                        table.way(other, one, Turn.NOBODY),
                        table.way(one, other, Turn.OFFERER),
                        table.way(one, other, Turn.BOTH)))
                .containsExactly(expected, expected, withTurn, withTurn);
    }

    /** The route that flow detail works out by logic is the one that packets find by trying. */
    @ParameterizedTest
    @ValueSource(strings = {"rfc", "chrome", "pion"})
    void packetsAndFlowAgreeOnEveryPairOfNats(String profile) {
        NatTable packets = new NatTable(settings(profile));
        List<String> differences = new ArrayList<>();
        for (Turn turn : Turn.values()) {
            for (NatBehavior offerer : NatTable.behaviours()) {
                for (NatBehavior answerer : NatTable.behaviours()) {
                    Way flow = NatTable.wayByFlow(offerer, answerer, turn);
                    Way found = packets.way(offerer, answerer, turn);
                    if (flow != found) {
                        differences.add(NatTable.name(offerer) + " " + NatTable.name(answerer) + " "
                                + turn + ": flow " + flow + ", packets " + found);
                    }
                }
            }
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void theTableHasARowAndAColumnForEachBehaviourAndForNone() {
        String text = new NatTable(settings("rfc")).text(Turn.NOBODY);

        assertThat(text.lines().toList())
                .hasSize(11)
                .allSatisfy(line -> assertThat(line.strip().split("\\s{2,}")).hasSize(11));
    }

    private static PacketSettings settings(String profile) {
        return PacketSettings.DEFAULT.with(IceProfiles.builtIn(profile));
    }

    private static NatBehavior nat(String mapping, String filtering) {
        return new NatBehavior(dependence(mapping), dependence(filtering), 120_000_000_000L, false);
    }

    private static Dependence dependence(String letters) {
        return switch (letters) {
            case "EI" -> Dependence.ENDPOINT_INDEPENDENT;
            case "AD" -> Dependence.ADDRESS_DEPENDENT;
            default -> Dependence.ADDRESS_AND_PORT_DEPENDENT;
        };
    }
}
