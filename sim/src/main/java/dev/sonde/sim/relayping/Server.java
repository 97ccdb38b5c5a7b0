package dev.sonde.sim.relayping;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.CloseCause;
import dev.sonde.sim.network.ServerEnd;
import dev.sonde.sim.network.SignallingConnection;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drives a coordinator: inputs in, effects out, one timer; and shows both to who judges. */
final class Server implements ServerEnd, EventHandler {

    private final Chronicle chronicle;
    private final Kernel kernel;
    private final Coordinator coordinator;
    private final Judge judge;
    private final Rows rows;
    private final Map<Long, SignallingConnection> connections = new LinkedHashMap<>();
    private long timer = Kernel.NO_EVENT;
    private long timerDueNanos = Coordinator.NEVER;

    Server(Chronicle chronicle, Coordinator coordinator, Judge judge, Rows rows) {
        this.chronicle = chronicle;
        this.kernel = chronicle.kernel();
        this.coordinator = coordinator;
        this.judge = judge;
        this.rows = rows;
    }

    @Override
    public void opened(SignallingConnection connection) {
        long number = connection.number();
        connections.put(number, connection);
        input(connection.person(), "connects as #" + number);
        judge.connected(number, connection.person());
        perform(coordinator.connect(number, connection.person(), kernel.nowNanos()));
    }

    @Override
    public void received(SignallingConnection connection, Object message) {
        Message.ToServer said = (Message.ToServer) message;
        input(connection.person(), said);
        judge.received(connection.number(), said);
        rows.received(connection.person(), said);
        perform(coordinator.receive(connection.number(), said, kernel.nowNanos()));
    }

    @Override
    public void closed(SignallingConnection connection, CloseCause cause) {
        long number = connection.number();
        connections.remove(number);
        input(connection.person(), "#" + number + " has ended");
        judge.disconnected(number);
        perform(coordinator.disconnect(number, kernel.nowNanos()));
    }

    /** Signs of life change nothing here. */
    @Override
    public void heard(SignallingConnection connection) {}

    @Override
    public void handle(int what, @Nullable Object data) {
        timer = Kernel.NO_EVENT;
        timerDueNanos = Coordinator.NEVER;
        judge.at(kernel.events(), kernel.nowNanos());
        perform(coordinator.wake(kernel.nowNanos()));
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return "coordinator's deadline";
    }

    private void input(String person, Object what) {
        judge.at(kernel.events(), kernel.nowNanos());
        chronicle.add(TraceEntry.Kind.INPUT, person, Chronicle.SERVER, what);
    }

    /** Effects are performed after the call that led to them. */
    private void perform(List<Effect> effects) {
        for (Effect effect : effects) {
            boolean sends = effect instanceof Effect.Send;
            chronicle.add(
                    sends ? TraceEntry.Kind.SEND : TraceEntry.Kind.EFFECT,
                    Chronicle.SERVER,
                    "",
                    effect);
            judge.effect(effect);
            rows.effect(effect);
            if (effect instanceof Effect.Send send) {
                SignallingConnection to = connections.get(send.connection());
                if (to != null) {
                    to.sendToClient(send.message(), Page.MESSAGE_BYTES);
                }
            }
        }
        long due = coordinator.nextDeadlineNanos();
        if (due != timerDueNanos) {
            kernel.cancel(timer);
            timerDueNanos = due;
            timer = due == Coordinator.NEVER ? Kernel.NO_EVENT : kernel.timer(due, this, 0, null);
        }
    }
}
