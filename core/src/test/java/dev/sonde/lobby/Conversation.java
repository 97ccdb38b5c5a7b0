package dev.sonde.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.protocol.ServerMessage;

import java.util.ArrayList;
import java.util.List;

/**
 * One lobby, and a driver that feeds it text and writes down what comes back.
 *
 * <pre>
 * with group 3                  a setting; these come first
 * given 0s ann connects; ...    inputs whose effects are not shown
 * &gt; 1s ann joins                inputs, and below them all of their effects
 * &gt; +2s ann leaves              two seconds later
 * &gt; 30s late wake               without the wakes that were due before
 * - 5s                          a wake that was due, with what it did
 * </pre>
 *
 * Before each line the lobby is woken at each of its deadlines that are earlier; a deadline at the
 * very instant of an input is left to that input.
 */
final class Conversation {

    private final Cast cast = new Cast();
    private final EffectText effectText = new EffectText(cast);
    private final Lobby lobby;
    private final List<Effect> heard = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private long nowNanos;

    private final Watch watch;

    private Conversation(Setting setting, Watch watch) {
        this.lobby = setting.lobby(cast);
        this.watch = watch;
    }

    /** A lobby with the settings that are among these lines, before anything was said. */
    static Conversation of(List<String> lines, Watch watch) {
        Setting setting = new Setting();
        for (String line : lines) {
            if (line.startsWith("with ")) {
                String[] words = line.split(" ", 3);
                setting.set(words[1], words.length < 3 ? "" : words[2]);
            }
        }
        return new Conversation(setting, watch);
    }

    /** A lobby after all of this was said. */
    static Conversation play(List<String> lines, Watch watch) {
        Conversation conversation = of(lines, watch);
        for (String line : lines) {
            if (line.startsWith("given ") || line.startsWith("> ")) {
                conversation.line(line);
            } else if (line.startsWith("with ")) {
                conversation.text.append(line).append('\n');
            }
        }
        return conversation;
    }

    Lobby lobby() {
        return lobby;
    }

    /** Everything that was emitted so far. */
    List<Effect> effects() {
        return heard;
    }

    long nowNanos() {
        return nowNanos;
    }

    /** All that was said, with the effects of what is shown. */
    String text() {
        return text.toString();
    }

    /** One line of inputs, {@code given} or shown. */
    void line(String line) {
        boolean isShown = line.startsWith("> ");
        long atNanos = timeOf(line);
        String inputs = line.split(" ", 3)[2];
        boolean isLate = inputs.startsWith("late ");
        if (!isLate) {
            wakeBefore(atNanos, isShown);
        }
        text.append(line).append('\n');
        for (String input : (isLate ? inputs.substring(5) : inputs).split(";")) {
            write(accept(atNanos, InputText.read(cast, input)), isShown);
        }
    }

    private long timeOf(String line) {
        String time = line.split(" ", 3)[1];
        return time.startsWith("+") ? nowNanos + Times.nanos(time.substring(1)) : Times.nanos(time);
    }

    /** Wakes the lobby now and then before anything is due, up to the time of this line. */
    void wakeEarlyBefore(String line, long stepNanos) {
        long startNanos = nowNanos;
        long endNanos = line.contains(" late ") ? startNanos : timeOf(line);
        for (long at = startNanos + stepNanos; at < endNanos; at += stepNanos) {
            wakeBefore(at, false);
            if (at < lobby.nextDeadlineNanos()) {
                assertThat(accept(at, Input.WAKE)).isEmpty();
            }
        }
        // The line says how long after the last one it comes.
        nowNanos = startNanos;
    }

    /** Wakes the lobby at each deadline before this instant. */
    void wakeBefore(long atNanos, boolean isShown) {
        while (lobby.nextDeadlineNanos() < atNanos) {
            long dueNanos = lobby.nextDeadlineNanos();
            List<Effect> effects = accept(dueNanos, Input.WAKE);
            if (isShown && !effects.isEmpty()) {
                text.append("- ").append(Times.text(dueNanos)).append('\n');
            }
            write(effects, isShown);
        }
    }

    private void write(List<Effect> effects, boolean isShown) {
        if (isShown) {
            effects.forEach(effect -> text.append(effectText.line(effect)).append('\n'));
        }
    }

    List<Effect> accept(long atNanos, Input input) {
        nowNanos = atNanos;
        List<Effect> effects = new ArrayList<>();
        boolean wasDue = lobby.nextDeadlineNanos() <= atNanos;
        lobby.accept(atNanos, input, effects::add);
        watch.saw(input, wasDue, effects);
        assertThat(lobby.nextDeadlineNanos()).isGreaterThanOrEqualTo(atNanos);
        for (Effect effect : effects) {
            if (effect instanceof Effect.Send send
                    && send.message() instanceof ServerMessage.Prepare prepare) {
                cast.prepare(send.subject(), prepare.probe(), prepare.peer());
            }
        }
        heard.addAll(effects);
        return effects;
    }
}
