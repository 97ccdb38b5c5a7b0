package dev.sonde.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How a connection opens and ends, and what becomes of that which is under way. */
class SignallingConnectionTest {

    private final Wire wire = Wire.faithful(SignallingSettings.DEFAULT);
    private final SignallingConnection ann = wire.open();

    @Test
    void openingTakesThreeRoundTripsAndMessagesOneWay() {
        wire.at(200, () -> ann.sendToServer("hello", 10));
        wire.at(210, () -> ann.sendToClient("welcome", 10));

        assertThat(wire.heard())
                .containsExactly(
                        "130 server opened",
                        "150 client opened",
                        "230 server received hello",
                        "230 client received welcome");
    }

    @Test
    void whatTheServerSendsAtOnceArrivesBehindTheOpening() {
        wire.at(130, () -> ann.sendToClient("early", 10));

        assertThat(wire.heard())
                .containsExactly(
                        "130 server opened", "150 client opened", "150 client received early");
    }

    @Test
    void clientThatClosesHasItsLastWordsHeardAndHearsNothingMore() {
        wire.at(1_000, () -> {
            ann.sendToServer("bye", 10);
            ann.sendToClient("in vain", 10);
            ann.closeByClient();
        });

        assertThat(wire.heard())
                .containsExactly(
                        "130 server opened",
                        "150 client opened",
                        "1000 lost in vain by closed",
                        "1030 server received bye",
                        "1030 server closed CLIENT");
    }

    @Test
    void serverThatClosesTellsTheClientNotToComeBackAndHearsNothingMore() {
        wire.at(1_000, () -> {
            ann.sendToServer("in vain", 10);
            ann.sendToClient("superseded", 10);
            ann.closeByServer();
        });
        wire.at(1_010, () -> ann.sendToServer("still in vain", 10));

        assertThat(wire.heard())
                .containsExactly(
                        "130 server opened",
                        "150 client opened",
                        "1000 lost in vain by closed",
                        "1010 lost still in vain by closed",
                        "1020 client received superseded",
                        "1020 client closed SERVER");
        assertThat(CloseCause.SERVER.comesBack()).isFalse();
    }

    @Test
    void bothClosingAtOnceTellsNobody() {
        wire.at(1_000, () -> {
            ann.closeByServer();
            ann.closeByClient();
        });

        assertThat(wire.heard()).containsExactly("130 server opened", "150 client opened");
    }

    @Test
    void cutTellsBothSidesLastAndLosesWhatIsSentAfterwards() {
        wire.at(1_000, () -> ann.cut("storm"));
        wire.at(1_010, () -> ann.sendToServer("too late", 10));

        assertThat(wire.heard())
                .containsExactly(
                        "130 server opened",
                        "150 client opened",
                        "1010 lost too late by storm",
                        "1020 client closed CUT",
                        "1030 server closed CUT");
    }

    /** Three messages under way: over many seeds, each length of what gets through comes up. */
    @Test
    void cutLosesAnySuffixOfWhatIsUnderWay() {
        Set<String> outcomes = new TreeSet<>();
        for (int seed = 0; seed < 60; seed++) {
            Wire other = Wire.of(false, seed, SignallingSettings.DEFAULT);
            SignallingConnection bob = other.open();
            other.at(1_000, () -> {
                bob.sendToServer("a", 10);
                bob.sendToServer("b", 10);
                bob.sendToServer("c", 10);
                bob.cut("storm");
            });
            outcomes.add(other.heard().stream()
                    .filter(line -> line.startsWith("1030 server"))
                    .map(line -> line.substring("1030 server ".length()))
                    .collect(Collectors.joining(", ")));
        }

        assertThat(outcomes)
                .containsExactly(
                        "closed CUT",
                        "received a, closed CUT",
                        "received a, received b, closed CUT",
                        "received a, received b, received c, closed CUT");
    }

    @Test
    void cutOfAnEndingConnectionDoesNothing() {
        wire.at(1_000, ann::closeByClient);
        wire.at(1_010, () -> assertThat(ann.cut("storm")).isFalse());

        assertThat(wire.heard()).endsWith("1030 server closed CLIENT");
    }

    @Test
    void socketsAreNumberedFromOneOverAllPeople() {
        wire.signalling.addPerson("bob", Presets.home());

        assertThat(ann.number()).isEqualTo(1);
        assertThat(wire.signalling.open("bob", wire.client()).number()).isEqualTo(2);
        assertThat(ann.person()).isEqualTo("ann");
    }
}
