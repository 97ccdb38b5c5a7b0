package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The moments that a claim can listen to. A claim implements those it needs, and {@link Claims}
 * passes them on. Inputs are in the {@link Ledger} already when a claim sees them,
 * effects are not yet.
 */
final class Hooks {

    private Hooks() {}

    interface OnInput {
        void input(Input input);
    }

    interface OnSend {
        void sent(Effect.Send effect, @Nullable Connection to);
    }

    interface OnPrepare {
        void prepared(
                Effect.Send effect,
                ServerMessage.Prepare message,
                @Nullable Connection to,
                @Nullable ProbeLog probe);
    }

    interface OnStart {
        void started(
                ServerMessage.Start message, @Nullable Connection to, @Nullable ProbeLog probe);
    }

    interface OnRelay {
        void relayed(Relay relay);
    }

    interface OnCreated {
        void created(Effect.ProbeCreated effect, Person a, Person b);
    }

    interface OnFinished {
        void finished(Effect.ProbeFinished effect, @Nullable ProbeLog probe);
    }

    interface OnStayOpened {
        void stayOpened(Effect.StayOpened effect, Person person);
    }

    interface OnStayClosed {
        void stayClosed(Effect.StayClosed effect, Person person);
    }

    interface OnMatchFormed {
        void matchFormed(Effect.MatchFormed effect, List<Person> members);
    }

    interface OnMatchFinal {
        void matchFinal(Effect.MatchFinal effect, @Nullable MatchLog match);
    }

    interface OnMatchCancelled {
        void matchCancelled(Effect.MatchCancelled effect, @Nullable MatchLog match);
    }

    interface OnRefused {
        void refused(Effect.Refused effect);
    }

    interface OnText {
        /** A text that a lobby lets out into logs. */
        void text(String text);
    }

    interface OnHonestResult {
        void honestResult(SubjectId subject, double reported, double trueMedian, double allowance);
    }

    /** One input and all its effects are through. */
    interface AfterStep {
        void afterStep();
    }

    /** One kernel event is over, whether or not the lobby had a part in it. */
    interface AfterEvent {
        void afterEvent(long nowNanos);
    }

    interface OnCalm {
        void calm();
    }

    interface AtEnd {
        void end(EndFacts facts);
    }
}
