package dev.sonde.sim.peer;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * One load of the study's page: its connection to the server and how that comes back, its timers,
 * its clock, and the probe client on it.
 *
 * <p>A frozen page runs nothing; what would have happened waits, and happens in order when it
 * thaws.
 */
final class Page implements EventHandler, Uplink.Listener {

    static final int CONNECT_TIMER = 0;
    static final int OFFER_REFUSED = 1;

    /** Long enough that a few messages in a row come seconds late. */
    private static final long SLOW_READ_NANOS = 700_000_000L;

    private static final int RECONNECT = 2;
    private static final int SEND = 3;
    private static final int FREEZE = 4;
    private static final int THAW = 5;

    private final Person person;
    private final World world;
    private final Kernel kernel;
    private final Instance instance;
    private final Habit habit;
    private final PageClock clock;
    private final ProbeClient probes;
    private final Backoff backoff;
    /** What the page sends while it is not connected; Socket.IO sends it once it is. */
    private final Deque<ClientMessage> unsent = new ArrayDeque<>(4);

    private final Deque<Runnable> waiting = new ArrayDeque<>(0);

    private @Nullable Uplink uplink;
    private boolean connected;
    private boolean barred;
    private boolean gone;
    private int connects;
    private long reconnecting = Kernel.NO_EVENT;
    private long frozenUntilNanos;
    private long frozenNanos;

    Page(Person person, World world, Instance instance, Habit habit, PageClock clock) {
        this.person = person;
        this.world = world;
        this.kernel = world.kernel();
        this.instance = instance;
        this.habit = habit;
        this.clock = clock;
        probes = new ProbeClient(this, habit);
        backoff = new Backoff(world.choices().draws(person.subject().value(), "page", "reconnect"));
    }

    World world() {
        return world;
    }

    PersonSpec spec() {
        return person.spec();
    }

    SubjectId subject() {
        return person.subject();
    }

    PageClock clock() {
        return clock;
    }

    long nowNanos() {
        return kernel.nowNanos();
    }

    /** How often this page's connection has opened. */
    int connects() {
        return connects;
    }

    /** For how long it has been, or is going to be, frozen. */
    long frozenNanos() {
        return frozenNanos;
    }

    boolean isConnected() {
        return connected;
    }

    boolean holdsUnused() {
        return probes.holdsUnused();
    }

    void connect() {
        reconnecting = Kernel.NO_EVENT;
        Uplink connecting = world.connect(subject(), instance, this);
        uplink = connecting;
        if (spec().behaviour().isSlowReader()) {
            connecting.readSlowly(SLOW_READ_NANOS);
        }
    }

    /** Sends now, or at the end of its habitual delay. */
    void send(ClientMessage message) {
        if (habit.sendDelayNanos() > 0) {
            sendLater(message, habit.sendDelayNanos());
        } else {
            sendNow(message);
        }
    }

    /** Sends now, unless the page is frozen or not connected. */
    boolean say(ClientMessage message) {
        boolean can = connected && kernel.nowNanos() >= frozenUntilNanos;
        if (can) {
            sendNow(message);
        }
        return can;
    }

    void sendLater(ClientMessage message, long delayNanos) {
        if (!gone) {
            timer(delayNanos, SEND, message);
        }
    }

    private void sendNow(ClientMessage message) {
        if (uplink != null && connected) {
            uplink.send(message);
        } else if (!gone && !barred) {
            unsent.add(message);
        }
    }

    /** Sets one of the page's own timers, by its clock and its habits. */
    long timer(long delayNanos, int what, @Nullable Object data) {
        long due = kernel.nowNanos() + clock.timerNanos(delayNanos);
        return kernel.timer(habit.timerNanos(due), this, what, data);
    }

    void cancel(long timer) {
        kernel.cancel(timer);
    }

    /** True if the page runs: it is neither frozen nor gone. */
    boolean isRunning() {
        return !gone && kernel.nowNanos() >= frozenUntilNanos;
    }

    /** What the page cannot do now happens when it thaws, or never if it is gone. */
    void whenItRuns(Runnable step) {
        if (!gone) {
            waiting.add(step);
        }
    }

    @Override
    public void onOpen() {
        if (!isRunning()) {
            whenItRuns(this::onOpen);
            return;
        }
        connected = true;
        connects++;
        backoff.reset();
        while (!unsent.isEmpty()) {
            sendNow(unsent.remove());
        }
        if (connects == 1) {
            person.onPageConnected();
        } else {
            person.onPageReconnected();
        }
        habit.onConnected(this, connects > 1);
    }

    @Override
    public void onMessage(ServerMessage message) {
        if (isRunning()) {
            probes.onMessage(message);
            person.onMessage(message);
        } else {
            whenItRuns(() -> onMessage(message));
        }
    }

    @Override
    public void onClosed(boolean byServer) {
        if (!isRunning()) {
            whenItRuns(() -> onClosed(byServer));
            return;
        }
        connected = false;
        uplink = null;
        if (byServer) {
            barred = true;
            unsent.clear();
            person.onBarred();
        } else {
            reconnectAfter(backoff.nextNanos());
        }
    }

    private void reconnectAfter(long delayNanos) {
        if (reconnecting == Kernel.NO_EVENT) {
            reconnecting = timer(delayNanos, RECONNECT, null);
        }
    }

    /**
     * The connection breaks.
     *
     * @param told true if the server is told
     * @param backAfterNanos how long after it the page connects again; {@link PersonSpec#NEVER} if
     *     it does not
     */
    boolean disconnect(boolean told, long backAfterNanos) {
        Uplink broken = uplink;
        if (broken == null) {
            return false;
        }
        connected = false;
        uplink = null;
        if (told) {
            broken.close();
        } else {
            broken.vanish();
        }
        if (backAfterNanos != PersonSpec.NEVER) {
            reconnectAfter(backAfterNanos);
        }
        return true;
    }

    /** Nothing passes on the connection until then; it stays the same one. */
    boolean pause(long untilNanos) {
        if (uplink != null) {
            uplink.pause(untilNanos);
        }
        return uplink != null;
    }

    void freezeLater(long delayNanos, long forNanos) {
        kernel.timer(kernel.nowNanos() + delayNanos, this, FREEZE, forNanos);
    }

    /** Stops the page for a while; false if it is stopped for longer already. */
    boolean freeze(long forNanos) {
        long now = kernel.nowNanos();
        long until = now + forNanos;
        if (gone || until <= frozenUntilNanos) {
            return false;
        }
        frozenNanos += until - Math.max(now, frozenUntilNanos);
        frozenUntilNanos = until;
        kernel.timer(until, this, THAW, null);
        probes.freeze(until);
        if (uplink != null) {
            uplink.pause(until);
        }
        return true;
    }

    private void thaw() {
        while (!waiting.isEmpty() && kernel.nowNanos() >= frozenUntilNanos) {
            waiting.remove().run();
        }
    }

    /**
     * The page is closed or dies.
     *
     * @param told true if its connection is closed with it, so that the server is told
     */
    void unload(boolean told) {
        gone = true;
        connected = false;
        waiting.clear();
        unsent.clear();
        kernel.cancel(reconnecting);
        probes.unload();
        Uplink last = uplink;
        uplink = null;
        if (last != null && told) {
            last.close();
        } else if (last != null) {
            last.vanish();
        }
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        if (what == THAW) {
            thaw();
        } else if (what == FREEZE) {
            freeze((Long) Objects.requireNonNull(data));
        } else if (isRunning()) {
            perform(what, data);
        } else {
            whenItRuns(() -> handle(what, data));
        }
    }

    private void perform(int what, @Nullable Object data) {
        switch (what) {
            case CONNECT_TIMER, OFFER_REFUSED ->
                probes.onRunFailed((ProbeClient.Run) Objects.requireNonNull(data));
            case RECONNECT -> connect();
            case SEND -> sendNow((ClientMessage) Objects.requireNonNull(data));
            default -> throw new IllegalArgumentException("no such event: " + what);
        }
    }

    @Override
    public long touches(int what, @Nullable Object data) {
        return EventHandler.party(subject().value());
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        String done = switch (what) {
            case CONNECT_TIMER -> "gives up connecting";
            case OFFER_REFUSED -> "sees its second offer refused";
            case RECONNECT -> "connects again";
            case SEND -> "sends late";
            case FREEZE -> "freezes";
            case THAW -> "thaws";
            default -> "?";
        };
        return "page of " + subject() + " " + done;
    }
}
