package dev.sonde.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.matchmaking.WaitingRoom;
import dev.sonde.presence.PresenceRegistry;
import dev.sonde.probe.ProbeCoordinator;
import dev.sonde.transitions.Rule;
import dev.sonde.transitions.TransitionTable;
import dev.sonde.transitions.Visits;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Every pair of every transition table is visited by the written conversations, or can never come.
 * Writes all pairs with their visits to {@code core/target/transitions.txt}.
 */
final class TransitionCoverageTest {

    private final Visits presence = PresenceRegistry.table().newVisits();
    private final Visits probe = ProbeCoordinator.table().newVisits();
    private final Visits room = WaitingRoom.table().newVisits();

    @Test
    void everyPairIsVisitedUnlessItCanNeverCome() throws IOException {
        for (Path file : ConversationFile.all()) {
            ConversationFile.read(file)
                    .forEach(section -> count(section.played().lobby()));
        }
        List<String> lines = new ArrayList<>();
        List<String> unvisited = new ArrayList<>();
        list(PresenceRegistry.table(), presence, lines, unvisited);
        list(ProbeCoordinator.table(), probe, lines, unvisited);
        list(WaitingRoom.table(), room, lines, unvisited);
        Path target = ConversationFile.root().resolve("core/target/transitions.txt");
        Files.createDirectories(target.resolveSibling("."));
        Files.write(target, lines);
        assertThat(unvisited).isEmpty();
    }

    private void count(Lobby lobby) {
        Lobby.Transitions visits = lobby.transitions();
        presence.add(visits.presence());
        probe.add(visits.probe());
        room.add(visits.room());
    }

    private static <S extends Enum<S>, I extends Enum<I>> void list(
            TransitionTable<S, I> table, Visits visits, List<String> lines, List<String> missing) {
        for (TransitionTable.Pair<S, I> pair : table.pairs()) {
            Rule rule = pair.rule();
            String line = String.format(
                    Locale.ROOT,
                    "%-12s  %-10s  %-22s  %-7s  %s",
                    table.name(),
                    pair.state(),
                    pair.input(),
                    rule.kind(),
                    visits.contains(rule) ? "came" : "-");
            lines.add(line);
            if (!visits.contains(rule) && rule.kind() != Rule.Kind.NEVER) {
                missing.add(line);
            }
        }
    }

    @Test
    void whatCanNeverComeIsRejected() {
        assertThat(rejectsWhatCanNeverCome(PresenceRegistry.table())).isPositive();
        assertThat(rejectsWhatCanNeverCome(ProbeCoordinator.table())).isZero();
        assertThat(rejectsWhatCanNeverCome(WaitingRoom.table())).isPositive();
    }

    /** How many pairs of this table can never come. */
    private static <S extends Enum<S>, I extends Enum<I>> int rejectsWhatCanNeverCome(
            TransitionTable<S, I> table) {
        List<TransitionTable.Pair<S, I>> never = table.pairs().stream()
                .filter(pair -> pair.rule().kind() == Rule.Kind.NEVER)
                .toList();
        for (TransitionTable.Pair<S, I> pair : never) {
            assertThatThrownBy(() -> table.visit(pair.state(), pair.input(), table.newVisits()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(table.name() + ": " + pair.input() + " in " + pair.state()
                            + " can never come: " + pair.rule().because());
        }
        return never.size();
    }
}
