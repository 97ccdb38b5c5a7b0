package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** One file while it is read: its text, its words, and all that is wrong with it. */
final class Reading {

    /** Nobody reads more, and a hostile file shall not make us write more. */
    static final int MAX_PROBLEMS = 50;

    private final String file;
    private final String text;
    private Vocabulary vocabulary;
    private Collection<String> protocols = List.of();
    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();
    private final Names names = new Names();
    private final List<UntilCheck> untilChecks = new ArrayList<>();
    private final List<Runnable> flowProblems = new ArrayList<>();
    private String @Nullable [] lines;

    /** A rule that needs the scenario's {@code until}. */
    interface UntilCheck {
        void check(long untilNanos);
    }

    Reading(String file, String text, Vocabulary vocabulary, Path folder) {
        this.file = file;
        this.text = text;
        this.vocabulary = vocabulary;
        this.folder = folder;
    }

    /** The words are known once the file has said which protocol it is for. */
    void wordsAre(Collection<String> known, Vocabulary words) {
        protocols = known;
        vocabulary = words;
    }

    /** The protocols that there are; none if that is not to be checked. */
    Collection<String> protocols() {
        return protocols;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Path folder() {
        return folder;
    }

    Names names() {
        return names;
    }

    boolean isFull() {
        return problems.size() >= MAX_PROBLEMS;
    }

    /** Everything that is wrong so far, in the order of the file. */
    List<Problem> problems() {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    void problem(Node.Position at, String offending, String message, String help) {
        if (!isFull()) {
            String source = at.line() == 0 ? "" : line(at.line());
            problems.add(new Problem(
                    file, at.line(), at.column(), Problem.shown(offending), source, message, help));
        }
    }

    /** Notes what is wrong with a file that this one names. */
    void problem(Problem problem) {
        if (!isFull()) {
            problems.add(problem);
        }
    }

    void whenUntilIsKnown(UntilCheck check) {
        untilChecks.add(check);
    }

    void untilIs(long untilNanos) {
        untilChecks.forEach(check -> check.check(untilNanos));
    }

    /** Notes something that is wrong if the media plane is not simulated packet by packet. */
    void whenDetailIsFlow(Runnable problem) {
        flowProblems.add(problem);
    }

    void detailIsFlow() {
        flowProblems.forEach(Runnable::run);
    }

    private String line(int number) {
        if (lines == null) {
            lines = text.split("\r\n|\r|\n", -1);
        }
        return number <= lines.length ? lines[number - 1] : "";
    }
}
