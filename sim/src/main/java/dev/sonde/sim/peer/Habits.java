package dev.sonde.sim.peer;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Report;

/** The habits that fit into a few lines. The others have files of their own. */
final class Habits {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private Habits() {}

    static Habit of(PersonSpec spec, World world) {
        return switch (spec.behaviour()) {
            case HONEST, SLOW_READER, HALF_GONE -> Habit.KNOWN;
            case MODERN -> new Modern();
            case SILENT -> new Silent();
            case NO_READY -> new NoReady();
            case LATE -> new Late(spec.delayNanos());
            case LATE_READY -> new LateReady();
            case DOUBLE_READY -> new DoubleReady();
            case DOUBLE_FAILURE -> new DoubleReport(false);
            case DOUBLE_RESULT -> new DoubleReport(true);
            case FORGER -> new Forger(spec.subject(), world);
            case STRANGER -> new Stranger(spec.subject(), world);
            case KNOWN_AFTER_RECONNECT -> new HandlersAgain();
            case FROZEN_TAB -> new FrozenTab(spec.subject(), world);
            case NEVER_CLOSES -> new NeverCloses();
            case CLOCK_STEPS_BACK -> new ClockStepsBack(spec.subject(), world);
            case ONE_PONG -> new OnePong();
            case HIDDEN_TAB -> new HiddenTab();
            case SPAMMER -> new Spammer(spec.subject(), world);
        };
    }

    private record Modern() implements Habit {
        @Override
        public boolean isModern() {
            return true;
        }
    }

    private record Silent() implements Habit {
        @Override
        public boolean takesPart() {
            return false;
        }
    }

    private record NoReady() implements Habit {
        @Override
        public void ready(Page page, ProbeId probe) {
            // This is all that is wrong with it.
        }
    }

    private record Late(long sendDelayNanos) implements Habit {}

    private record LateReady() implements Habit {
        @Override
        public void ready(Page page, ProbeId probe) {
            page.sendLater(new ClientMessage.Ready(probe), SECOND_NANOS);
        }
    }

    private record DoubleReady() implements Habit {
        @Override
        public void ready(Page page, ProbeId probe) {
            page.send(new ClientMessage.Ready(probe));
            page.send(new ClientMessage.Ready(probe));
        }
    }

    private record DoubleReport(boolean successToo) implements Habit {
        @Override
        public void report(Page page, ClientMessage.Result result) {
            page.send(result);
            if (successToo || !(result.report() instanceof Report.Success)) {
                page.send(result);
            }
        }
    }

    private record HandlersAgain() implements Habit {
        @Override
        public int handlers(int connects) {
            return connects;
        }
    }

    private record NeverCloses() implements Habit {
        @Override
        public boolean closes() {
            return false;
        }
    }

    private record OnePong() implements Habit {
        @Override
        public boolean counts(int ping) {
            return ping == ProbeClient.PINGS - 1;
        }
    }

    /** Chrome aligns the timers of a hidden page to whole seconds. */
    private record HiddenTab() implements Habit {
        @Override
        public long timerNanos(long dueNanos) {
            return Math.floorDiv(dueNanos + SECOND_NANOS - 1, SECOND_NANOS) * SECOND_NANOS;
        }

        @Override
        public long pingGapNanos() {
            return SECOND_NANOS;
        }
    }
}
