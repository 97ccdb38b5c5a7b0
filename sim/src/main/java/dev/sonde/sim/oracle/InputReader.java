package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome.Phase;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalDouble;

/** Writes into the {@link Ledger} what inputs say. */
final class InputReader {

    /** More signals than any lobby may hold for one member. */
    private static final int MOST_HELD = 1024;

    private final Ledger ledger;
    private final DrainingBook draining;

    /** By the join of this step, if it named a pool. */
    private @Nullable Replaced replaced;

    /** What was known of somebody before a join; it still is if the join was for another pool. */
    private record Replaced(
            Person person,
            boolean owedJoin,
            long changedAtNanos,
            List<SubjectId> groupHistory,
            OptionalDouble serverRttMillis) {

        void restore() {
            person.owesJoin = owedJoin;
            person.changedAtNanos = changedAtNanos;
            person.groupHistory = groupHistory;
            person.serverRttMillis = serverRttMillis;
        }
    }

    InputReader(Ledger ledger, DrainingBook draining) {
        this.ledger = ledger;
        this.draining = draining;
    }

    void read(Input input) {
        begin(input);
        if (input instanceof Input.Receive receive) {
            receive(receive);
        } else if (input instanceof Input.Heard heard) {
            ledger.on = ledger.connection(heard.socket());
            hear(ledger.on);
        } else if (input instanceof Input.Connect connect) {
            connect(connect);
        } else if (input instanceof Input.Disconnect disconnect) {
            disconnect(disconnect);
        } else if (input instanceof Input.Shutdown) {
            ledger.isShutDown = true;
        }
    }

    private void begin(Input input) {
        ledger.step++;
        ledger.input = input;
        ledger.on = null;
        ledger.named = null;
        ledger.rightful = null;
        ledger.signal.clear();
    }

    /** A message of which the lobby did not hear what it says: nothing but a sign of a page. */
    void passOver(Input.Receive unheard) {
        begin(new Input.Heard(unheard.socket()));
        ledger.on = ledger.connection(unheard.socket());
    }

    /** The step is over; keeps a signal that was neither relayed nor refused. */
    void endOfStep(boolean wasRefused) {
        ArrivedSignal signal = ledger.signal;
        Side side = signal.rightful;
        if (side != null && !signal.isRelayed && !wasRefused && signal.payload != null) {
            if (side.held == null) {
                side.held = new ArrayDeque<>();
            }
            if (side.held.size() < MOST_HELD) {
                side.held.add(new Side.Held(signal.number, signal.payload, signal.isEarly));
            }
        }
        replaced = null;
        ledger.forgetGoneConnections();
    }

    private void hear(@Nullable Connection on) {
        if (on != null && on.isCurrent()) {
            on.person.heardAtNanos = ledger.nowNanos;
        }
    }

    private void connect(Input.Connect connect) {
        Connection known = ledger.connection(connect.socket());
        if (known != null) {
            ledger.on = known;
            return;
        }
        Person person = ledger.person(connect.subject());
        Connection fresh = new Connection(connect.socket(), person, connect.instance());
        ledger.add(fresh);
        ledger.on = fresh;
        boolean anotherPage = connect.instance().isAnotherPageThan(person.instance);
        boolean wasLost = person.wasAwayFor(
                ledger.settings.waiting().graceNanos(), ledger.step, ledger.nowNanos);
        if (wasLost) {
            // The page that was lost is compared with the first one that comes, and with no other.
            person.instance = Instance.NONE;
        }
        Connection earlier = person.connection;
        if (earlier != null) {
            earlier.replacedStep = ledger.step;
        }
        changePresence(person, fresh);
        person.backAtNanos = ledger.nowNanos;
        person.changedAtNanos = ledger.nowNanos;
        person.heardState = false;
        person.heardAtNanos = ledger.nowNanos;
        if (anotherPage) {
            newPage(person);
            // Who was lost waits no more, although the lobby may say so only now.
            person.owesJoin &= !wasLost;
        }
        if (!connect.instance().equals(Instance.NONE)) {
            person.instance = connect.instance();
        }
    }

    private void changePresence(Person person, @Nullable Connection connection) {
        if (person.presenceStep != ledger.step) {
            person.presenceStep = ledger.step;
            person.wasPresent = person.connection != null;
        }
        person.connection = connection;
    }

    private void newPage(Person person) {
        keepOverdueJoin(person);
        person.newPageAtNanos = ledger.nowNanos;
        person.owesJoin = person.waiting;
        draining.clear(person);
        if (person.probe != null) {
            Side side = person.probe.sideOf(person);
            // Before the start, the new page is prepared again and measures like any other.
            if (side != null && side.isStarted) {
                side.hasNewPage = true;
            }
        }
    }

    private void keepOverdueJoin(Person person) {
        person.keepOverdueJoin(
                ledger.settings.waiting().graceNanos(), ledger.step, ledger.nowNanos);
    }

    private void disconnect(Input.Disconnect disconnect) {
        Connection connection = ledger.connection(disconnect.socket());
        if (connection == null) {
            return;
        }
        ledger.on = connection;
        ledger.gone(connection);
        Person person = connection.person;
        if (connection.isCurrent()) {
            changePresence(person, null);
            person.awaySinceNanos = ledger.nowNanos;
            ledger.wentAway(person);
        }
    }

    private void receive(Input.Receive receive) {
        Connection on = ledger.connection(receive.socket());
        ledger.on = on;
        hear(on);
        ClientMessage message = receive.message();
        if (message instanceof ClientMessage.Signal signal) {
            name(signal.probe(), on);
            signal(signal, on);
        } else if (message instanceof ClientMessage.Ready ready) {
            name(ready.probe(), on);
            ready();
        } else if (message instanceof ClientMessage.Result result) {
            name(result.probe(), on);
            result(result.report());
        } else if (message instanceof ClientMessage.Connected connected) {
            name(connected.probe(), on);
            connected();
        } else if (on != null && on.isCurrent()) {
            if (message instanceof ClientMessage.Join join) {
                join(join, on.person);
            } else if (message instanceof ClientMessage.Leave) {
                on.person.leaveStep = ledger.step;
            }
        }
    }

    private void join(ClientMessage.Join join, Person person) {
        if (!join.pool().isEmpty()) {
            replaced = new Replaced(
                    person,
                    person.owesJoin,
                    person.changedAtNanos,
                    person.groupHistory,
                    person.serverRttMillis);
        }
        if (person.owesJoin) {
            keepOverdueJoin(person);
            person.owesJoin = false;
            person.changedAtNanos = ledger.nowNanos;
        }
        person.groupHistory = join.groupHistory();
        person.serverRttMillis = join.serverRttMillis();
    }

    /** Which pool is served, only a refusal says. */
    void refused(Effect.Refused effect) {
        if (replaced != null && effect.reason() == Refusal.WRONG_POOL) {
            replaced.restore();
        }
    }

    private void name(ProbeId id, @Nullable Connection on) {
        ProbeLog probe = ledger.probe(id);
        ledger.named = probe;
        if (probe != null && on != null && on.isCurrent()) {
            ledger.rightful = probe.sideOf(on.person);
        }
    }

    private void ready() {
        ProbeLog probe = ledger.named;
        Side side = ledger.rightful;
        if (probe != null && side != null && probe.phase == Phase.PREPARING) {
            side.readyOn = ledger.on;
        }
    }

    private void connected() {
        ProbeLog probe = ledger.named;
        if (probe != null && ledger.rightful != null && probe.phase == Phase.CONNECTING) {
            probe.advance(Phase.MEASURING, ledger.step);
            probe.wasMeasuring = true;
        }
    }

    private void signal(ClientMessage.Signal message, @Nullable Connection on) {
        ArrivedSignal signal = ledger.signal;
        signal.probe = message.probe();
        signal.payload = message.payload();
        signal.type = message.type();
        signal.on = on;
        ProbeLog probe = ledger.named;
        Side side = ledger.rightful;
        if (probe == null || side == null) {
            return;
        }
        signal.rightful = side;
        signal.number = ++side.arrived;
        signal.isEarly = !probe.isStarted();
        signal.isAddressedToPeer = probe.other(side).person.subject.equals(message.target());
    }

    private void result(Report report) {
        ProbeLog probe = ledger.named;
        Side side = ledger.rightful;
        if (probe == null || side == null || side.said != Side.Said.NOTHING) {
            return;
        }
        boolean isSuccess = report instanceof Report.Success;
        if (probe.phase == Phase.PREPARING && !(report instanceof Report.Failure)) {
            return;
        }
        side.said = isSuccess ? Side.Said.SUCCESS : Side.Said.FAILURE;
        side.rttMillis =
                report instanceof Report.Success success ? success.rttMillis() : Double.NaN;
        side.saidAtNanos = ledger.nowNanos;
        side.saidStep = ledger.step;
        if (!probe.isLive()) {
            draining.reported(probe, side);
        } else if (probe.phase != Phase.PREPARING && probe.phase != Phase.SETTLING) {
            probe.firstReportAtNanos = ledger.nowNanos;
            probe.advance(Phase.SETTLING, ledger.step);
        }
    }
}
