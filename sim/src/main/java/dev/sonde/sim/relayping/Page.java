package dev.sonde.sim.relayping;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.network.ClientEnd;
import dev.sonde.sim.network.CloseCause;
import dev.sonde.sim.network.Signalling;
import dev.sonde.sim.network.SignallingConnection;
import dev.sonde.sim.peer.Behaviour;
import dev.sonde.sim.peer.PersonSpec;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's page: joins on each connection, says ready when invited, echoes what is pinged, and
 * connects again when its connection breaks, until it has a partner.
 */
final class Page implements EventHandler {

    /** All messages are about so large: a name, two numbers, the frame around them. */
    static final int MESSAGE_BYTES = 100;

    private static final int JOIN = 0;
    private static final int LEAVE = 1;
    private static final int IMPATIENT = 2;
    private static final int CONNECT = 3;
    private static final int MATCH_OVER = 4;
    private static final long BACK_AFTER_NANOS = 1_000_000_000L;

    private final PersonSpec spec;
    private final Chronicle chronicle;
    private final Signalling signalling;
    private @Nullable End end;
    private boolean isHere;
    private boolean isMatched;
    private boolean gaveUp;
    private boolean hasReturned;

    Page(PersonSpec spec, Chronicle chronicle, Signalling signalling) {
        this.spec = spec;
        this.chronicle = chronicle;
        this.signalling = signalling;
    }

    String name() {
        return spec.subject().value();
    }

    boolean isHere() {
        return isHere;
    }

    /** True if the person ran out of patience. */
    boolean gaveUp() {
        return gaveUp;
    }

    /** Sets the timers of what the person means to do. */
    void start() {
        after(spec.joinNanos(), JOIN);
        if (spec.leaveNanos() != PersonSpec.NEVER) {
            after(spec.leaveNanos(), LEAVE);
        }
        if (spec.patienceNanos() != PersonSpec.NEVER) {
            after(spec.joinNanos() + spec.patienceNanos(), IMPATIENT);
        }
    }

    private void after(long nanos, int what) {
        chronicle.kernel().timer(chronicle.kernel().nowNanos() + nanos, this, what, null);
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        switch (what) {
            case JOIN -> {
                isHere = true;
                said("opens the page");
                connect();
            }
            case CONNECT -> {
                if (isHere && end == null) {
                    connect();
                }
            }
            case IMPATIENT -> {
                gaveUp = !isMatched && leave();
            }
            default -> leave();
        }
    }

    @Override
    public long touches(int what, @Nullable Object data) {
        return EventHandler.party(name());
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return switch (what) {
            case JOIN -> name() + " joins";
            case LEAVE -> name() + " leaves";
            case IMPATIENT -> name() + " loses patience";
            case CONNECT -> name() + " connects again";
            default -> name() + " has played";
        };
    }

    private void connect() {
        End opened = new End();
        end = opened;
        opened.connection = signalling.open(name(), opened);
    }

    /** The person leaves; false if there is nobody to leave. */
    boolean leave() {
        if (!isHere) {
            return false;
        }
        isHere = false;
        said("leaves");
        End last = end;
        end = null;
        if (last != null) {
            last.say(new Message.Leave());
            last.connection().closeByClient();
        }
        if (!isMatched && !hasReturned && spec.returnAfterNanos() != PersonSpec.NEVER) {
            hasReturned = true;
            back(spec.returnAfterNanos());
        }
        return true;
    }

    /** The person comes back after this long, on a new connection. */
    void back(long afterNanos) {
        isHere = true;
        after(afterNanos, CONNECT);
    }

    /**
     * The connection breaks, and a new one is made after a while.
     *
     * @param told false if the server finds out by itself only
     * @param backNanos {@link PersonSpec#NEVER} if the page stays away
     * @return false if there was none
     */
    boolean breaks(boolean told, long backNanos) {
        End last = end;
        if (!isHere || last == null) {
            return false;
        }
        end = null;
        boolean broke = told
                ? last.connection().cut("disconnect")
                : last.connection().silence("disconnect");
        if (backNanos == PersonSpec.NEVER) {
            isHere = false;
        } else {
            after(backNanos, CONNECT);
        }
        return broke;
    }

    private void said(String words) {
        chronicle.add(TraceEntry.Kind.PERSON, name(), "", words);
    }

    /** One connection, as the page holds it; one that was given up is heard no more. */
    private final class End implements ClientEnd {

        private @Nullable SignallingConnection connection;

        private SignallingConnection connection() {
            SignallingConnection opened = connection;
            if (opened == null) {
                throw new IllegalStateException("the connection is used before it was made");
            }
            return opened;
        }

        private void say(Message.ToServer message) {
            connection().sendToServer(message, MESSAGE_BYTES);
        }

        @Override
        public void opened() {
            if (end == this && !isMatched) {
                say(new Message.Join());
            }
        }

        @Override
        public void received(Object message) {
            if (end != this) {
                return;
            }
            chronicle.add(TraceEntry.Kind.DELIVER, Chronicle.SERVER, name(), message);
            if (message instanceof Message.Invite invite) {
                invited(invite);
            } else if (message instanceof Message.Ping ping) {
                Message.Echo echo = new Message.Echo(ping.pair(), ping.stampNanos());
                say(echo);
                if (spec.behaviour() == Behaviour.DOUBLE_RESULT) {
                    say(echo);
                }
            } else if (message instanceof Message.Matched && !isMatched) {
                isMatched = true;
                if (spec.afterMatchLeaveNanos() != PersonSpec.NEVER) {
                    after(spec.afterMatchLeaveNanos(), MATCH_OVER);
                }
            }
        }

        private void invited(Message.Invite invite) {
            if (spec.behaviour() != Behaviour.SILENT) {
                say(new Message.Ready(invite.pair()));
            }
            if (spec.behaviour() == Behaviour.DOUBLE_READY) {
                say(new Message.Ready(invite.pair()));
            }
        }

        @Override
        public void closed(CloseCause cause) {
            if (end == this) {
                end = null;
                if (cause.comesBack() && isHere) {
                    after(BACK_AFTER_NANOS, CONNECT);
                }
            }
        }
    }
}
