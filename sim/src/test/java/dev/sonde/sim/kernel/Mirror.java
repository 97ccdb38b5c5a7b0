package dev.sonde.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs a {@link Program} on the kernel and on the reference model side by side, and holds the one
 * against the other at each event.
 */
final class Mirror implements EventHandler {

    private final Kernel kernel;
    private final NaiveQueue model;
    private final Program program;
    private final List<Long> handles = new ArrayList<>();
    private final List<String> history = new ArrayList<>();
    private final int[] channels = new int[Program.CHANNELS];

    /** The model gives each opened channel a number that is never used again. */
    private final int[] modelChannels = new int[Program.CHANNELS];

    private int openedChannels;

    Mirror(Kernel kernel, NaiveQueue model, Program program) {
        this.kernel = kernel;
        this.model = model;
        this.program = program;
        for (int i = 0; i < Program.CHANNELS; i++) {
            open(i);
        }
        program.start().forEach(this::perform);
    }

    private void open(int place) {
        channels[place] = kernel.openChannel();
        modelChannels[place] = openedChannels++;
    }

    private void perform(Program.Op op) {
        int number = handles.size();
        long now = kernel.nowNanos();
        if (op instanceof Program.Timer timer) {
            handles.add(kernel.timer(now + timer.inNanos(), this, number, null));
            model.timer(number, now + timer.inNanos());
        } else if (op instanceof Program.Post post) {
            long earliest = now + post.inNanos();
            boolean ends = post.widthNanos() != Kernel.NEVER;
            long latest = ends ? earliest + post.widthNanos() : Kernel.NEVER;
            int place = post.channel();
            handles.add(kernel.post(channels[place], earliest, latest, this, number, null));
            model.post(number, modelChannels[place], earliest, latest);
        } else if (op instanceof Program.Cancel cancel) {
            int victim = number - cancel.back();
            if (victim >= 0) {
                assertThat(kernel.cancel(handles.get(victim))).isEqualTo(model.cancel(victim));
            }
        } else if (op instanceof Program.Reopen reopen) {
            kernel.closeChannel(channels[reopen.channel()]);
            open(reopen.channel());
        }
        assertThat(kernel.pending()).isEqualTo(model.pending().size());
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        long now = kernel.nowNanos();
        history.add(what + "@" + now);
        NaiveQueue.Event event = model.enabled().stream()
                .filter(enabled -> enabled.number() == what)
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + " may not run now"));
        assertThat(now).isBetween(model.soonest(event), model.horizon());
        if (!kernel.isAdversarial()) {
            assertThat(now).isEqualTo(event.earliest());
        }
        model.run(event, now);
        program.reaction(what).forEach(this::perform);
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return "event " + what;
    }

    /** What happened, as number and instant of each event. */
    List<String> history() {
        return history;
    }

    /** Asserts that the run ended for the reason that the model gives. */
    void checkEnd(Kernel.End end, RunLimits limits) {
        Kernel.End expected = model.pending().isEmpty()
                ? Kernel.End.QUIET
                : kernel.events() == limits.events()
                        ? Kernel.End.EVENT_LIMIT
                        : Kernel.End.TIME_LIMIT;
        assertThat(end).isEqualTo(expected);
        assertThat(end == Kernel.End.TIME_LIMIT && !model.enabled().isEmpty()).isFalse();
    }

    /** Asserts that the kernel shows the same pending events as the model. */
    void checkPending() {
        List<String> seen = new ArrayList<>();
        kernel.visitPending((handle, channel, earliestIn, latestIn, handler, what, data) -> {
            assertThat(handler).isSameAs(this);
            boolean onChannel = channel != PendingVisitor.NO_CHANNEL;
            seen.add(what + " " + onChannel + " " + earliestIn + " " + latestIn);
        });
        List<String> expected = new ArrayList<>();
        for (NaiveQueue.Event event : model.pending()) {
            long latest = event.latest();
            long latestIn = latest == Kernel.NEVER ? Kernel.NEVER : latest - model.now();
            long earliestIn = event.earliest() - model.now();
            boolean onChannel = event.channel() >= 0;
            expected.add(event.number() + " " + onChannel + " " + earliestIn + " " + latestIn);
        }
        assertThat(seen).isEqualTo(expected);
    }
}
