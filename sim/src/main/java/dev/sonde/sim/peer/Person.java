package dev.sonde.sim.peer;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part: opens the page and joins, waits, leaves, comes back. Faults that happen
 * to people and their machines are methods here; each says whether it took effect.
 */
public final class Person implements EventHandler {

    private static final int ARRIVE = 0;
    private static final int LEAVE = 1;
    private static final int LOSE_PATIENCE = 2;
    private static final int LEAVE_MATCH = 3;
    private static final int RETURN = 4;
    private static final int DIE = 5;
    private static final int LOAD = 6;
    private static final int JOIN_AGAIN = 7;

    private static final long HALF_GONE_NANOS = 500_000_000L;
    private static final long FORGOTTEN_NANOS = 3_000_000_000L;

    private final World world;
    private final Kernel kernel;
    private final PersonSpec spec;
    private final Habit habit;
    private final PageClock clock;
    private final Draws instances;

    private @Nullable Page page;
    private boolean matched;
    private boolean waiting;
    private boolean returned;
    private boolean expected = true;
    private int rejoins;
    private long joinedNanos;
    private long patience = Kernel.NO_EVENT;
    private long leaving = Kernel.NO_EVENT;
    private long leavingMatch = Kernel.NO_EVENT;
    private long loading = Kernel.NO_EVENT;
    private long joiningAgain = Kernel.NO_EVENT;

    public Person(World world, PersonSpec spec) {
        this.world = world;
        this.kernel = world.kernel();
        this.spec = spec;
        habit = Habits.of(spec, world);
        clock = new PageClock(spec.clockDriftPpm());
        instances = world.choices().draws(spec.subject().value(), "person", "instance");
    }

    /** Sets the first timer; call once, at the start of the run. */
    public void start() {
        kernel.timer(kernel.startNanos() + spec.joinNanos(), this, ARRIVE, null);
    }

    public PersonSpec spec() {
        return spec;
    }

    public SubjectId subject() {
        return spec.subject();
    }

    @Nullable
    Page page() {
        return page;
    }

    /** True if there is a page and its connection is open, as far as it knows. */
    public boolean isConnected() {
        return page != null && page.isConnected();
    }

    /**
     * True if the page holds a peer connection for a probe that ended before its start. The known
     * client keeps it until the next prepare or the end of the page: nobody tells it otherwise.
     */
    public boolean holdsUnused() {
        return page != null && page.holdsUnused();
    }

    /** True between a match and its end, as far as this person was told. */
    public boolean isMatched() {
        return matched;
    }

    /** Opens the page; call once, where {@link #start} was not called. */
    public void arrive() {
        expected = false;
        say("arrives");
        if (spec.leaveNanos() != PersonSpec.NEVER && !returned) {
            leaving = kernel.timer(kernel.startNanos() + spec.leaveNanos(), this, LEAVE, null);
        }
        load();
    }

    private void load() {
        loading = Kernel.NO_EVENT;
        Instance instance = spec.namesPages()
                ? new Instance(Long.toHexString(instances.below(Long.MAX_VALUE)))
                : Instance.NONE;
        page = new Page(this, world, instance, habit, clock);
        page.connect();
    }

    /** A page has its first connection. */
    void onPageConnected() {
        if (spec.behaviour() == Behaviour.STRANGER) {
            return;
        }
        matched = false;
        leavingMatch = forget(leavingMatch);
        joinedNanos = spec.patienceNanos() == PersonSpec.NEVER ? 0 : kernel.nowNanos();
        join();
        waitAgain();
        if (spec.behaviour() == Behaviour.HALF_GONE) {
            kernel.timer(kernel.nowNanos() + HALF_GONE_NANOS, this, DIE, null);
        }
    }

    /**
     * A page that waits hears its state when it is back. One that hears nothing meets a server that
     * does not know it, such as one that has crashed, and joins again.
     */
    void onPageReconnected() {
        joiningAgain = forget(joiningAgain);
        if (waiting) {
            long due = kernel.nowNanos() + FORGOTTEN_NANOS;
            joiningAgain = kernel.timer(due, this, JOIN_AGAIN, null);
        }
    }

    private void join() {
        if (page != null) {
            say("joins");
            waiting = true;
            page.send(new ClientMessage.Join(spec.groupHistory(), spec.serverRttMillis(), ""));
        }
    }

    private void waitAgain() {
        patience = forget(patience);
        if (spec.patienceNanos() != PersonSpec.NEVER) {
            long due = Math.max(kernel.nowNanos(), joinedNanos + spec.patienceNanos());
            patience = kernel.timer(due, this, LOSE_PATIENCE, null);
        }
    }

    void onMessage(ServerMessage message) {
        if (message instanceof ServerMessage.WaitingRoomState) {
            joiningAgain = forget(joiningAgain);
        } else if (message instanceof ServerMessage.MatchFound && !matched) {
            matched = true;
            stopWaiting();
            patience = forget(patience);
            if (spec.afterMatchLeaveNanos() != PersonSpec.NEVER) {
                long due = kernel.nowNanos() + spec.afterMatchLeaveNanos();
                leavingMatch = kernel.timer(due, this, LEAVE_MATCH, null);
            }
        } else if (message instanceof ServerMessage.MatchCancelled && matched) {
            matched = false;
            waiting = true;
            leavingMatch = forget(leavingMatch);
            waitAgain();
        } else if (message instanceof ServerMessage.WaitingRoomClosed closed) {
            onOut(closed.reason());
        }
    }

    private void stopWaiting() {
        waiting = false;
        joiningAgain = forget(joiningAgain);
    }

    private void onOut(StayEnd reason) {
        stopWaiting();
        boolean wantsBack = reason == StayEnd.EXPIRED || reason == StayEnd.LOST;
        if (wantsBack && rejoins < spec.rejoins()) {
            rejoins++;
            join();
        } else if (!matched) {
            patience = forget(patience);
        }
    }

    /** The server ended the connection on purpose; the page stays as it is. */
    void onBarred() {
        say("is sent away");
        stopWaiting();
        patience = forget(patience);
        leavingMatch = forget(leavingMatch);
    }

    /** Leaves for good, or until the return that was planned. */
    public boolean leave() {
        return leave(returned ? PersonSpec.NEVER : spec.returnAfterNanos());
    }

    /** Leaves now, whatever was planned, and comes back so much later or {@code NEVER}. */
    public boolean leave(long backAfterNanos) {
        Page last = page;
        if (last == null && loading == Kernel.NO_EVENT) {
            return false;
        }
        say("leaves");
        if (last != null) {
            last.send(new ClientMessage.Leave());
        }
        unload(true);
        if (backAfterNanos != PersonSpec.NEVER) {
            returned = true;
            expected = true;
            kernel.timer(kernel.nowNanos() + backAfterNanos, this, RETURN, null);
        }
        sayWhenGone();
        return true;
    }

    private void unload(boolean told) {
        stopWaiting();
        patience = forget(patience);
        leaving = forget(leaving);
        leavingMatch = forget(leavingMatch);
        loading = forget(loading);
        if (page != null) {
            page.unload(told);
            page = null;
        }
    }

    private long forget(long timer) {
        if (timer != Kernel.NO_EVENT) {
            kernel.cancel(timer);
        }
        return Kernel.NO_EVENT;
    }

    /**
     * The signalling connection breaks for a while.
     *
     * @param told true if the server is told; else its heartbeat has to find out
     * @param backAfterNanos how long after it the browser is back; {@link PersonSpec#NEVER} if it
     *     is not
     * @param newSocket false if it is the same connection that goes on after a pause
     * @param samePage false if it comes back as a new load of the page
     */
    public boolean disconnect(
            boolean told, long backAfterNanos, boolean newSocket, boolean samePage) {
        Page broken = page;
        if (broken == null) {
            return false;
        }
        if (!newSocket) {
            return broken.pause(kernel.nowNanos() + Math.max(0, backAfterNanos));
        }
        if (samePage) {
            return broken.disconnect(told, backAfterNanos);
        }
        stopWaiting();
        broken.unload(told);
        page = null;
        if (backAfterNanos != PersonSpec.NEVER) {
            loading = kernel.timer(kernel.nowNanos() + backAfterNanos, this, LOAD, null);
        }
        sayWhenGone();
        return true;
    }

    /** Loads the page anew, at once. */
    public boolean reload() {
        return disconnect(true, 0, true, false);
    }

    /** The page runs nothing for a while. */
    public boolean freeze(long forNanos) {
        return page != null && page.freeze(forNanos);
    }

    /** The machine is gone without a word, and does not come back. */
    public boolean die() {
        boolean lived = page != null || loading != Kernel.NO_EVENT;
        if (lived) {
            say("is gone without a word");
            unload(false);
        }
        sayWhenGone();
        return lived;
    }

    /** The clock runs this much too fast from now on, in millionths; false if it did before. */
    public boolean setClockRate(int driftPpm) {
        return clock.setRate(kernel.nowNanos(), driftPpm);
    }

    /** Nothing can bring back who has no page, loads none and is not expected. */
    private void sayWhenGone() {
        if (page == null && loading == Kernel.NO_EVENT && !expected) {
            world.gone(spec.subject());
        }
    }

    private void say(String words) {
        world.observer().person(spec.subject(), words);
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        switch (what) {
            case ARRIVE, RETURN -> arrive();
            case LEAVE, LEAVE_MATCH -> leave();
            case LOSE_PATIENCE -> {
                world.observer().abandoned(spec.subject());
                leave();
            }
            case DIE -> die();
            case LOAD -> load();
            case JOIN_AGAIN -> join();
            default -> throw new IllegalArgumentException("no such event: " + what);
        }
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        String done = switch (what) {
            case ARRIVE -> "arrives";
            case LEAVE -> "leaves";
            case LOSE_PATIENCE -> "loses patience";
            case LEAVE_MATCH -> "leaves after the match";
            case RETURN -> "returns";
            case DIE -> "is gone";
            case LOAD -> "loads the page anew";
            case JOIN_AGAIN -> "joins again";
            default -> "?";
        };
        return spec.subject() + " " + done;
    }
}
