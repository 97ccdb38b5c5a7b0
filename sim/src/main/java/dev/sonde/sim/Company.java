package dev.sonde.sim;

import dev.sonde.lobby.Effect;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.EventHandler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * With whom everybody shares a probe, or a match that is not final: whom it touches when the lobby
 * hears from somebody. Who shares neither may be proposed to anybody, so that touches everybody.
 */
final class Company {

    private final Map<SubjectId, Long> parties = new LinkedHashMap<>();
    private final Map<MatchId, List<SubjectId>> matches = new LinkedHashMap<>();

    /** Takes note of what the lobby has done. */
    void effect(Effect effect) {
        if (effect instanceof Effect.ProbeCreated created) {
            meet(List.of(created.subjectA(), created.subjectB()));
        } else if (effect instanceof Effect.ProbeFinished finished) {
            part(List.of(finished.subjectA(), finished.subjectB()));
        } else if (effect instanceof Effect.MatchFormed formed) {
            meet(formed.members());
            matches.put(formed.match(), formed.members());
        } else if (effect instanceof Effect.MatchFinal last) {
            part(matches.getOrDefault(last.match(), List.of()));
        } else if (effect instanceof Effect.MatchCancelled cancelled) {
            part(matches.getOrDefault(cancelled.match(), List.of()));
        }
    }

    private void meet(List<SubjectId> members) {
        long all = 0;
        for (SubjectId member : members) {
            all |= EventHandler.party(member.value());
        }
        for (SubjectId member : members) {
            parties.put(member, all);
        }
    }

    private void part(List<SubjectId> members) {
        members.forEach(parties::remove);
    }

    /** The parties, as {@link EventHandler#touches} gives them. */
    long of(SubjectId subject) {
        return parties.getOrDefault(subject, EventHandler.EVERYBODY);
    }
}
