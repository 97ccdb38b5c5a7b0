package dev.sonde.sim.broken;

import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Report;

/** Row 14, Verdict: a value that is no round-trip time is accepted as one. */
final class RttUnchecked extends BrokenLobby {

    private static final double WHAT_IT_READS = 12;

    RttUnchecked(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void perform(Input input) {
        ClientMessage.Result result = message(input, ClientMessage.Result.class);
        if (result != null
                && input instanceof Input.Receive receive
                && result.report() instanceof Report.Invalid) {
            Report read = Report.ofSuccess(WHAT_IT_READS);
            pass(new Input.Receive(
                    receive.socket(),
                    new ClientMessage.Result(result.probe(), read, result.details())));
        } else {
            pass(input);
        }
    }
}
