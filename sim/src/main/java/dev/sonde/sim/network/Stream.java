package dev.sonde.sim.network;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * One direction of one connection: messages on their way, in a ring, first sent first. Each has an
 * event on this stream's channel unless the stream is parked; a parked one has none until it moves
 * again.
 */
final class Stream implements EventHandler {

    /** Opens the connection at the far side. */
    static final int OPENING = 0;

    static final int MESSAGE = 1;

    /** Ends the connection at the far side; always the last. */
    static final int NOTICE = 2;

    private static final int FIRST_ROOM = 4;

    private final Kernel kernel;
    private final SignallingConnection connection;
    private final Direction direction;
    private final int channel;

    private @Nullable Object[] messages = new @Nullable Object[FIRST_ROOM];
    private int[] whats = new int[FIRST_ROOM];
    private int[] sizes = new int[FIRST_ROOM];
    private long[] earliestNanos = new long[FIRST_ROOM];
    private long[] latestNanos = new long[FIRST_ROOM];
    private long[] handles = new long[FIRST_ROOM];
    private int head;
    private int count;
    private long bytes;
    private boolean parked;
    private boolean noticed;
    private boolean finished;

    Stream(Kernel kernel, SignallingConnection connection, Direction direction) {
        this.kernel = kernel;
        this.connection = connection;
        this.direction = direction;
        this.channel = kernel.openChannel();
    }

    /** Puts something behind all that is on its way; its window is raised where it lies before. */
    void put(int what, Object message, int sizeBytes, long earliest, long latest) {
        makeRoom();
        int last = place(count);
        messages[last] = message;
        whats[last] = what;
        sizes[last] = sizeBytes;
        earliestNanos[last] = Math.max(earliest, lastEarliestNanos());
        latestNanos[last] = Math.max(Math.max(latest, lastLatestNanos()), earliestNanos[last]);
        handles[last] = Kernel.NO_EVENT;
        count++;
        bytes += sizeBytes;
        noticed |= what == NOTICE;
        if (!parked) {
            post(last);
        }
    }

    /** Everything on its way stays where it is. */
    void park(Route stalled) {
        parked = true;
        for (int i = 0; i < count; i++) {
            int place = place(i);
            kernel.cancel(handles[place]);
            stalled.carries(earliestNanos[place]);
        }
    }

    /** Everything goes on, nothing before now. */
    void move() {
        parked = false;
        long now = kernel.nowNanos();
        for (int i = 0; i < count; i++) {
            int place = place(i);
            earliestNanos[place] = Math.max(earliestNanos[place], now);
            latestNanos[place] = Math.max(latestNanos[place], now);
            post(place);
        }
    }

    /** Loses the last ones on their way; a notice is never among them. */
    void loseLast(int howMany, String rule) {
        for (int i = 0; i < howMany; i++) {
            count--;
            int last = place(count);
            kernel.cancel(handles[last]);
            bytes -= sizes[last];
            Object message = messages[last];
            messages[last] = null;
            if (whats[last] == MESSAGE && message != null) {
                connection.lost(direction, message, rule);
            }
        }
    }

    /** The far side has closed: whatever is still on its way is for nobody. */
    void finish(String rule) {
        finished = true;
        loseLast(count, rule);
        kernel.closeChannel(channel);
    }

    /** Shows what is on its way although no event stands for it: everything while parked. */
    void visitParked(ParkedVisitor visitor) {
        for (int i = 0; parked && i < count; i++) {
            int place = place(i);
            Object message = messages[place];
            if (message != null) {
                visitor.parked(direction, whats[place], message);
            }
        }
    }

    int count() {
        return count;
    }

    /** Bytes that were sent and not yet delivered. */
    long bytes() {
        return bytes;
    }

    /** True once a notice was put. */
    boolean isNoticed() {
        return noticed;
    }

    /** True once nothing can be delivered any more. */
    boolean isFinished() {
        return finished;
    }

    long lastEarliestNanos() {
        return count == 0 ? 0 : earliestNanos[place(count - 1)];
    }

    long lastLatestNanos() {
        return count == 0 ? 0 : latestNanos[place(count - 1)];
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        int first = head;
        messages[first] = null;
        bytes -= sizes[first];
        head = place(1);
        count--;
        connection.arrived(direction, what, Objects.requireNonNull(data));
    }

    @Override
    public long touches(int what, @Nullable Object data) {
        return connection.touches(direction);
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        String thing = switch (what) {
            case OPENING -> "opening";
            case NOTICE -> "end by " + data;
            default -> connection.kind(direction, Objects.requireNonNull(data));
        };
        return (direction == Direction.TO_SERVER
                        ? connection.person() + " -> server"
                        : "server -> " + connection.person())
                + ": " + thing;
    }

    private void post(int place) {
        handles[place] = kernel.post(
                channel,
                earliestNanos[place],
                latestNanos[place],
                this,
                whats[place],
                messages[place]);
    }

    private int place(int index) {
        return (head + index) & (whats.length - 1);
    }

    private void makeRoom() {
        int room = whats.length;
        if (count < room) {
            return;
        }
        @Nullable Object[] newMessages = new @Nullable Object[2 * room];
        int[] newWhats = new int[2 * room];
        int[] newSizes = new int[2 * room];
        long[] newEarliest = new long[2 * room];
        long[] newLatest = new long[2 * room];
        long[] newHandles = new long[2 * room];
        for (int i = 0; i < count; i++) {
            int place = place(i);
            newMessages[i] = messages[place];
            newWhats[i] = whats[place];
            newSizes[i] = sizes[place];
            newEarliest[i] = earliestNanos[place];
            newLatest[i] = latestNanos[place];
            newHandles[i] = handles[place];
        }
        messages = newMessages;
        whats = newWhats;
        sizes = newSizes;
        earliestNanos = newEarliest;
        latestNanos = newLatest;
        handles = newHandles;
        head = 0;
    }
}
