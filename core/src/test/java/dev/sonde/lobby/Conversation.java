package dev.sonde.lobby;

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

    Conversation(Setting setting) {
        this.lobby = setting.lobby(cast);
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

    /** Plays a conversation; gives its text with the effects as they were now. */
    static String replay(String written, java.util.function.Consumer<Lobby> afterwards) {
        Setting setting = new Setting();
        StringBuilder head = new StringBuilder();
        List<String> lines = new ArrayList<>();
        for (String line : written.lines().toList()) {
            if (line.startsWith("with ")) {
                String[] words = line.split(" ", 3);
                setting.set(words[1], words.length < 3 ? "" : words[2]);
                head.append(line).append('\n');
            } else if (line.startsWith("given ") || line.startsWith("> ")) {
                lines.add(line);
            }
        }
        Conversation conversation = new Conversation(setting);
        lines.forEach(conversation::line);
        afterwards.accept(conversation.lobby);
        return head.append(conversation.text).toString();
    }

    /** One line of inputs, {@code given} or shown. */
    void line(String line) {
        boolean isShown = line.startsWith("> ");
        String said = line.substring(line.indexOf(' ') + 1);
        String time = said.substring(0, said.indexOf(' '));
        String inputs = said.substring(said.indexOf(' ') + 1);
        boolean isLate = inputs.startsWith("late ");
        long atNanos = time.startsWith("+")
                ? nowNanos + Times.nanos(time.substring(1))
                : Times.nanos(time);
        if (!isLate) {
            wakeBefore(atNanos, isShown);
        }
        text.append(line).append('\n');
        for (String input : (isLate ? inputs.substring(5) : inputs).split(";")) {
            write(accept(atNanos, InputText.read(cast, input)), isShown);
        }
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
        lobby.accept(atNanos, input, effects::add);
        for (Effect effect : effects) {
            if (effect instanceof Effect.Send send
                    && send.message() instanceof ServerMessage.Prepare prepare) {
                cast.prepare(send.subject(), prepare.probe(), prepare.peer());
            }
        }
        heard.addAll(effects);
        return effects;
    }

    Input read(String input) {
        return InputText.read(cast, input);
    }
}
