package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.SubjectId;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Row 23, AtomicMatch: the strategy throws; the joiner is neither waiting nor idle, and each retry
 * is refused.
 */
final class StuckAfterError extends BrokenLobby {

    private final Set<SubjectId> stuck = new LinkedHashSet<>();

    private StuckAfterError(LobbyUnderTest real) {
        super(real);
    }

    static LobbyUnderTest around(RealLobby real) {
        return new StuckAfterError(real.with(strategy -> new PickyMatchmaker(strategy, (a, b) -> {
            throw new IllegalStateException("the strategy has a defect");
        })));
    }

    @Override
    void perform(Input input) {
        SubjectId sender = sender(input);
        if (sender == null || !stuck.contains(sender)) {
            pass(input);
        }
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        SubjectId sender = sender(input);
        if (sender == null || message(input, ClientMessage.Join.class) == null) {
            return;
        }
        if (stuck.contains(sender) && input instanceof Input.Receive receive) {
            said.add(new Effect.Refused(receive.socket(), "join", Refusal.DUPLICATE));
        } else if (said.stream().anyMatch(Effect.StrategyFailed.class::isInstance)) {
            stuck.add(sender);
            said.removeIf(effect -> effect instanceof Effect.StayOpened);
        }
    }
}
