package dev.sonde.sim.oracle;

import dev.sonde.protocol.MatchId;

import java.util.List;

/** What effects told about one match that is not final yet. */
final class MatchLog {

    final MatchId id;
    final List<Person> members;
    final long[] joinedAtNanos;
    final long formedAtNanos;
    final long formedStep;

    boolean isOver;

    MatchLog(MatchId id, List<Person> members, long formedAtNanos, long formedStep) {
        this.id = id;
        this.members = members;
        this.formedAtNanos = formedAtNanos;
        this.formedStep = formedStep;
        this.joinedAtNanos = new long[members.size()];
        for (int i = 0; i < joinedAtNanos.length; i++) {
            joinedAtNanos[i] = members.get(i).joinedAtNanos;
        }
    }
}
