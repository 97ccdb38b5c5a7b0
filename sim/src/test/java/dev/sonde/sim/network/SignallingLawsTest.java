package dev.sonde.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Whatever happens to a connection, in either kind of run. */
class SignallingLawsTest {

    private enum Deed {
        CLIENT_SENDS,
        SERVER_SENDS,
        CLIENT_CLOSES,
        SERVER_CLOSES,
        CUT,
        SILENCE,
        STALL_UP,
        STALL_DOWN,
        PARTITION,
        RELEASE,
        SPIKE,
        READ_SLOWLY
    }

    private record Step(Deed deed, long atMillis) {}

    @Property(tries = 300)
    void orderIsKeptOnlySuffixesAreLostAndEverySideLearnsOfItsEndOnce(
            @ForAll("programs") List<Step> program,
            @ForAll boolean adversarial,
            @ForAll boolean lossy,
            @ForAll long seed) {
        Wire wire = Wire.of(adversarial, seed, SignallingSettings.DEFAULT);
        String loss = lossy ? " loss 20% burst 3" : "";
        wire.signalling.addPerson(
                "ann",
                Wire.profile(
                        "delay 30ms 20ms distribution gamma" + loss,
                        "delay 20ms 10ms rate 100kbit" + loss));
        SignallingConnection ann = wire.signalling.open("ann", wire.client());
        Sent sent = new Sent(new ArrayList<>(), new ArrayList<>());
        for (Step step : program) {
            wire.at(step.atMillis(), () -> perform(step.deed(), wire, ann, sent));
        }

        List<String> heard =
                wire.heard().stream().map(SignallingLawsTest::withoutTime).toList();

        assertThat(heard).doesNotHaveDuplicates();
        checkSide("client", "s", heard, sent);
        checkSide("server", "c", heard, sent);
        checkEnds(heard);
    }

    /** What the connection took and what it refused, in order. */
    private record Sent(List<String> taken, List<String> refused) {

        void add(String sender, Predicate<String> send) {
            String message = sender + (taken.size() + refused.size());
            (send.test(message) ? taken : refused).add(message);
        }
    }

    /** Received is a prefix of what was taken; the rest, and what was refused, was told as lost. */
    private static void checkSide(String side, String sender, List<String> heard, Sent sent) {
        List<String> taken = only(sent.taken(), sender);
        List<String> received = only(heard, side + " received ").stream()
                .map(line -> line.substring((side + " received ").length()))
                .toList();
        assertThat(received).isEqualTo(taken.subList(0, received.size()));
        List<String> lost = only(heard, "lost " + sender).stream()
                .map(line -> line.substring("lost ".length(), line.indexOf(" by ")))
                .toList();
        List<String> missing = new ArrayList<>(taken.subList(received.size(), taken.size()));
        missing.addAll(only(sent.refused(), sender));
        assertThat(lost).containsExactlyInAnyOrderElementsOf(missing);
        int end = lastIndexOf(heard, side + " closed");
        int own = heard.indexOf(side + " closes");
        assertThat(end >= 0 && own >= 0).as("%s closes and is told", side).isFalse();
        int last = Math.max(end, own);
        if (last >= 0) {
            assertThat(heard.subList(last + 1, heard.size()))
                    .noneMatch(line -> line.startsWith(side + " "));
        }
    }

    /** If one side has ended, so has the other, unless it never opened. */
    private static void checkEnds(List<String> heard) {
        boolean clientEnded = hasEnded("client", heard);
        boolean serverEnded = hasEnded("server", heard);
        if (heard.contains("server opened")) {
            assertThat(serverEnded).isEqualTo(clientEnded);
        } else {
            assertThat(serverEnded).isFalse();
            assertThat(clientEnded).isTrue();
        }
    }

    private static boolean hasEnded(String side, List<String> heard) {
        return heard.stream().anyMatch(line -> line.startsWith(side + " close"))
                && only(heard, side + " closed").size() <= 1;
    }

    private static List<String> heardSoFar(Wire wire) {
        return wire.log.stream().map(SignallingLawsTest::withoutTime).toList();
    }

    private static void perform(Deed deed, Wire wire, SignallingConnection ann, Sent sent) {
        long soon = wire.kernel.nowNanos() + 3 * Wire.SECOND;
        switch (deed) {
            case CLIENT_SENDS -> sent.add("c", message -> ann.sendToServer(message, 100));
            case SERVER_SENDS -> sent.add("s", message -> ann.sendToClient(message, 1_000));
            case CLIENT_CLOSES -> {
                if (!hasEnded("client", heardSoFar(wire))) {
                    wire.log.add("0 client closes");
                }
                ann.closeByClient();
            }
            case SERVER_CLOSES -> {
                if (ann.isOpenAtServer()) {
                    wire.log.add("0 server closes");
                }
                ann.closeByServer();
            }
            case CUT -> ann.cut("cut");
            case SILENCE -> ann.silence("silence");
            case STALL_UP -> wire.signalling.stall("ann", Direction.TO_SERVER, soon, "stall");
            case STALL_DOWN ->
                wire.signalling.stall("ann", Direction.FROM_SERVER, Long.MAX_VALUE, "stall");
            case PARTITION -> wire.signalling.partition("ann", 20 * soon, "partition");
            case RELEASE -> {
                wire.signalling.release("ann", Direction.TO_SERVER);
                wire.signalling.release("ann", Direction.FROM_SERVER);
            }
            case SPIKE -> wire.signalling.delaySpike("ann", Direction.TO_SERVER, Wire.SECOND, soon);
            case READ_SLOWLY -> ann.readSlowly(10 * Wire.SECOND / 1_000, soon);
        }
    }

    private static List<String> only(List<String> lines, String start) {
        return lines.stream().filter(line -> line.startsWith(start)).toList();
    }

    private static int lastIndexOf(List<String> lines, String start) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        return -1;
    }

    private static String withoutTime(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    @Provide
    Arbitrary<List<Step>> programs() {
        Arbitrary<Deed> deeds = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.of(Deed.CLIENT_SENDS, Deed.SERVER_SENDS)),
                Tuple.of(3, Arbitraries.of(Deed.values())));
        Arbitrary<Long> instants = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 1_000), Arbitraries.longs().between(0, 60_000));
        return Combinators.combine(deeds, instants).as(Step::new).list().ofMaxSize(40);
    }
}
