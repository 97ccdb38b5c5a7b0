package dev.sonde.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.protocol.Instance;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.List;

/** One subject's presence against the protocol's table, written down as plainly as possible. */
final class PresenceLawsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final SubjectId ANN = new SubjectId("ann");

    private final List<String> said = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final PresenceRegistry registry =
            new PresenceRegistry(PresenceConfig.DEFAULT, new Notes(said));

    /** The model: the current socket or 0, and since when it is away. */
    private long now;

    private long current;
    private boolean isAway;
    private boolean isLostForProbe;
    private long awaySince;
    private String page = "";

    /** Writes everything down. */
    private record Notes(List<String> said) implements PresenceSink {
        @Override
        public void appeared(SubjectId subject, Instance page) {
            said.add("appeared");
        }

        @Override
        public void wentAway(SubjectId subject) {
            said.add("went away");
        }

        @Override
        public void cameBack(SubjectId subject, boolean anotherPage) {
            said.add("came back" + (anotherPage ? " on another page" : ""));
        }

        @Override
        public void lostForProbe(SubjectId subject) {
            said.add("lost for its probe");
        }

        @Override
        public void lost(SubjectId subject, Instance page) {
            said.add("lost");
        }

        @Override
        public void superseded(SocketId socket, SubjectId subject) {
            said.add("superseded " + socket.value());
        }

        @Override
        public void dismissed(SocketId socket, SubjectId subject) {
            said.add("dismissed " + socket.value());
        }
    }

    @Property(tries = 1000)
    void presenceFollowsItsTable(
            @ForAll @Size(max = 40) List<@IntRange(max = 6 * 7 - 1) Integer> steps) {
        new PresenceLawsTest().follow(steps);
    }

    private void follow(List<Integer> steps) {
        long sockets = 0;
        for (int step : steps) {
            now += List.of(0L, 1L, 4L, 5L, 15L, 20L).get(step / 7) * SECOND;
            timePasses();
            switch (step % 7) {
                case 0, 1, 2 -> connect(++sockets, List.of("", "x", "y").get(step % 7));
                case 3 -> connect(current == 0 ? ++sockets : current, "");
                case 4 -> disconnect(current == 0 ? sockets : current);
                case 5 -> disconnect(sockets - 1);
                default -> disconnect(99);
            }
            assertThat(said).isEqualTo(expected);
            assertThat(registry.socketOf(ANN))
                    .isEqualTo(current == 0 ? null : new SocketId(current));
            assertThat(registry.nextDeadlineNanos()).isGreaterThan(now);
            assertThat(registry.pendingTimers()).isEqualTo(isAway ? isLostForProbe ? 1 : 2 : 0);
        }
    }

    private void timePasses() {
        registry.wake(now);
        if (isAway && !isLostForProbe && now - awaySince >= 5 * SECOND) {
            isLostForProbe = true;
            expected.add("lost for its probe");
        }
        if (isAway && now - awaySince >= 20 * SECOND) {
            isAway = false;
            page = "";
            expected.add("lost");
        }
    }

    private void connect(long socket, String newPage) {
        registry.connect(now, new SocketId(socket), ANN, new Instance(newPage));
        if (socket == current) {
            return;
        }
        if (current != 0) {
            expected.add("superseded " + current);
        }
        boolean isAnother = !page.isEmpty() && !newPage.isEmpty() && !page.equals(newPage);
        boolean wasThere = current != 0 || isAway;
        expected.add(!wasThere ? "appeared" : "came back" + (isAnother ? " on another page" : ""));
        current = socket;
        isAway = false;
        page = newPage.isEmpty() ? page : newPage;
    }

    private void disconnect(long socket) {
        registry.disconnect(now, new SocketId(socket));
        if (current != 0 && socket == current) {
            current = 0;
            isAway = true;
            isLostForProbe = false;
            awaySince = now;
            expected.add("went away");
        }
    }
}
