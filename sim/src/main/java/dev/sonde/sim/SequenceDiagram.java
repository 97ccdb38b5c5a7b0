package dev.sonde.sim;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.trace.Lexicon;
import dev.sonde.sim.trace.TraceEntry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What led to a violation, as a Mermaid sequence diagram that fits a screen or two: what people and
 * the server said to each other, faults, and what the lobby decided. Where that is too long, what
 * tells least goes first.
 */
public final class SequenceDiagram {

    private static final int MOST_LINES = 40;
    private static final int FIRST_LINES = 10;
    private static final int LONGEST = 90;

    private final RunResult run;
    private final Lexicon lexicon;
    private final Map<SocketId, SubjectId> sockets = new LinkedHashMap<>();
    private final Set<String> people = new LinkedHashSet<>();
    private final List<Line> lines = new ArrayList<>();

    /** How soon a line may be left out. */
    private enum Weight {
        /** Part of every measurement, and of no failure but its own. */
        CANDIDATE,
        /** How things stand, and what the media plane does. */
        STATE,
        TALK,
        FAULT
    }

    private record Line(Weight weight, String text) {}

    private SequenceDiagram(RunResult run) {
        this.run = run;
        this.lexicon = run.trace().lexicon();
    }

    /**
     * Draws a run up to the violation of a claim, or to its end if this claim is not violated.
     *
     * @param run with its trace recorded
     */
    public static String of(RunResult run, String claim) {
        ClaimResult violated = run.claims().stream()
                .filter(each -> each.name().equals(claim) && each.verdict() == Verdict.VIOLATED)
                .findFirst()
                .orElse(null);
        SequenceDiagram diagram = new SequenceDiagram(run);
        diagram.draw(violated == null ? run.events() : violated.event());
        String end = violated == null
                ? String.valueOf(run.lobbyFailure())
                : claim + ": " + violated.why();
        return diagram.text(end);
    }

    private void draw(long last) {
        for (TraceEntry entry : run.trace().entries()) {
            if (entry.event() <= last) {
                add(entry, entry.event() == last);
            }
        }
    }

    private void add(TraceEntry entry, boolean isLast) {
        String label = lexicon.label(entry.what());
        switch (entry.kind()) {
            case INPUT -> input(entry, label, isLast);
            case EFFECT -> effect(entry, label, isLast);
            case DELIVER -> {
                String to = person(entry.to());
                line(weight(entry.what()), "S->>" + to + ": " + label);
            }
            case NETWORK -> network(entry, label);
            case FAULT -> {
                boolean known = !entry.to().isEmpty() && !entry.to().equals(Chronicle.SERVER);
                note(Weight.FAULT, known ? person(entry.to()) : "S", label);
            }
            case MEDIA -> note(Weight.STATE, person(entry.from()), label);
            case PERSON -> note(Weight.TALK, person(entry.from()), label);
            case SEND -> line(weight(entry.what()), person(entry.from()) + "->>S: " + label);
        }
    }

    private void input(TraceEntry entry, String label, boolean isLast) {
        if (entry.what() instanceof Input.Connect connect) {
            sockets.put(connect.socket(), connect.subject());
        }
        SocketId socket = StoryProbes.socket(entry.what());
        SubjectId who = socket == null ? null : sockets.get(socket);
        if (who != null) {
            line(weight(entry.what()), person(who.value()) + "->>S: " + label);
        } else if (isLast || entry.what() instanceof Input.Shutdown) {
            note(Weight.TALK, "S", label);
        }
    }

    private void effect(TraceEntry entry, String label, boolean isLast) {
        if (!(entry.what() instanceof Effect.Send send)) {
            note(Weight.TALK, "S", label);
        } else if (isLast) {
            String message = lexicon.label(send.message());
            line(
                    Weight.FAULT,
                    "S-->>" + person(send.subject().value()) + ": " + message + " (" + send.socket()
                            + ")");
        }
    }

    private void network(TraceEntry entry, String label) {
        boolean up = entry.to().equals(Chronicle.SERVER);
        boolean down = entry.from().equals(Chronicle.SERVER);
        if (up || down) {
            line(
                    Weight.FAULT,
                    up
                            ? person(entry.from()) + "-xS: " + label
                            : "S-x" + person(entry.to()) + ": " + label);
        } else {
            note(Weight.FAULT, person(entry.to()), label);
        }
    }

    private static Weight weight(Object what) {
        Object message = what instanceof Input.Receive receive ? receive.message() : what;
        boolean candidate = (message instanceof ClientMessage.Signal said
                        && said.type() == SignalType.ICE_CANDIDATE)
                || (message instanceof ServerMessage.RelayedSignal relayed
                        && relayed.type() == SignalType.ICE_CANDIDATE);
        if (candidate) {
            return Weight.CANDIDATE;
        }
        return message instanceof ServerMessage.WaitingRoomState ? Weight.STATE : Weight.TALK;
    }

    private void line(Weight weight, String text) {
        lines.add(new Line(weight, text));
    }

    private void note(Weight weight, String over, String words) {
        line(weight, "Note over " + over + ": " + words);
    }

    /** The name of a lifeline; ids of people may hold what Mermaid takes for something else. */
    private String person(String id) {
        people.add(id);
        return "P" + (List.copyOf(people).indexOf(id) + 1);
    }

    private String text(String end) {
        StringBuilder text = new StringBuilder("sequenceDiagram\n");
        int number = 0;
        for (String id : people) {
            text.append("    participant P")
                    .append(++number)
                    .append(" as ")
                    .append(id)
                    .append('\n');
            if (number == 1) {
                text.append("    participant S as server\n");
            }
        }
        if (people.isEmpty()) {
            text.append("    participant S as server\n");
        }
        for (Line line : shortened()) {
            text.append("    ").append(clean(line.text())).append('\n');
        }
        return text.append("    Note over S: ").append(clean(end)).append('\n').toString();
    }

    private List<Line> shortened() {
        List<Line> left = new ArrayList<>(lines);
        for (Weight weight : List.of(Weight.CANDIDATE, Weight.STATE)) {
            if (left.size() > MOST_LINES) {
                left.removeIf(line -> line.weight() == weight);
            }
        }
        int tooMany = left.size() - MOST_LINES;
        if (tooMany > 0) {
            List<Line> middle = left.subList(FIRST_LINES, FIRST_LINES + tooMany);
            List<Line> faults = middle.stream()
                    .filter(line -> line.weight() == Weight.FAULT)
                    .limit(FIRST_LINES)
                    .toList();
            int gone = middle.size() - faults.size();
            middle.clear();
            middle.add(new Line(Weight.TALK, "Note over S: … " + gone + " steps …"));
            middle.addAll(faults);
        }
        return left;
    }

    /** Mermaid takes # and ; for its own. */
    private static String clean(String text) {
        String plain = text.replace('#', ' ').replace(';', ',').replaceAll("\\p{Cntrl}", " ");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST - 1) + "…" : plain;
    }
}
