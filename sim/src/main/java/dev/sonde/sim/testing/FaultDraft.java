package dev.sonde.sim.testing;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.List;

/**
 * A fault before it is known whom it hits: a template, and what is put into it.
 *
 * @param other how far from {@code who}, in the list of people, the other one is
 * @param nth from 0; also how many times more something comes
 */
record FaultDraft(String template, int who, int other, long atMillis, long forMillis, int nth) {

    private static final int LATEST_MILLIS = 40_000;
    private static final int MOST_PEOPLE = 6;

    /** One for each shape of a fault that behaves differently, the mildest first. */
    private static final List<String> TEMPLATES = List.of(
            "{delay: signal, by: @for, nth: @nth}",
            "{delay: signal, by: @for, type: answer, from: @who, nth: @nth}",
            "{delay: probe_ready, by: @for, from: @who, nth: @nth}",
            "{delay: probe_result, by: @for, nth: @nth}",
            "{delay: join, by: @for, from: @who}",
            "{delay: leave, by: @for, from: @who}",
            "{drop: signal, nth: @nth}",
            "{drop: signal, type: offer, nth: @nth}",
            "{drop: signal, type: answer, to: @who, nth: @nth}",
            "{drop: signal, type: ice-candidate, from: @who, nth: @nth}",
            "{drop: probe_ready, from: @who, nth: @nth}",
            "{drop: probe_result, nth: @nth}",
            "{drop: join, from: @who}",
            "{drop: leave, from: @who}",
            "{repeat: signal, times: @nth, type: offer}",
            "{repeat: signal, times: @nth, from: @who}",
            "{repeat: probe_ready, times: @nth}",
            "{repeat: probe_result, times: @nth, from: @who}",
            "{repeat: join, times: @nth, from: @who}",
            "{at: @at, disconnect: @who, back-after: @for}",
            "{at: @at, disconnect: @who, back-after: @for, socket: overlapping}",
            "{at: @at, disconnect: @who, back-after: @for, page: new}",
            "{at: @at, disconnect: @who, back-after: @for, notice: silent}",
            "{at: @at, disconnect: @who}",
            "{at: @at, disconnect: @who, notice: silent}",
            "{at: @at, reload: @who, back-after: @for}",
            "{at: @at, leave: @who}",
            "{at: @at, leave: @who, back-after: @for}",
            "{at: @at, freeze: @who, for: @for}",
            "{at: @at, slow-reader: @who, for: @for}",
            "{at: @at, stall: @who, for: @for}",
            "{at: @at, stall: @who, direction: out, for: @for}",
            "{at: @at, stall: @who, direction: in, for: @for}",
            "{at: @at, delay-spike: @who, by: 400ms, for: @for}",
            "{at: @at, delay-spike: @who, by: 3s, plane: signalling, for: @for}",
            "{at: @at, loss-spike: @who, loss: 30%, for: @for}",
            "{at: @at, loss-spike: @who, for: @for}",
            "{at: @at, partition: media, between: [@who, @other], for: @for}",
            "{at: @at, partition: media, between: [@who, @other], direction: out, for: @for}",
            "{at: @at, partition: signalling, of: @who, for: @for}",
            "{at: @at, partition: both, of: @who, direction: in, for: @for}",
            "{at: @at, turn-down: server, for: @for}",
            "{at: @at, forge: @who, message: probe_ready, probe: former}",
            "{at: @at, forge: @who, message: probe_result, probe: own, rtt: 1ms}",
            "{at: @at, forge: @who, message: probe_result, probe: foreign}",
            "{at: @at, forge: @who, message: probe_result, report: invalid}",
            "{at: @at, forge: @who, message: signal, probe: unknown, to: @other}",
            "{at: @at, forge: @who, message: leave}",
            "{at: @at, clock-rate: @who, by: -1%}",
            "{at: @at, clock-rate: @who, by: 50%}",
            "{at: @at, die: @who}",
            "{at: @at, crash: server, back-after: @for}",
            "{at: @at, shutdown: server}",
            "{storm: {to: @end, kinds: [disconnect, delay-spike, drop], rate: 0.2/s}}",
            "{storm: {to: @end, kinds: [reload, freeze, repeat, stall], rate: 0.2/s}}");

    static Arbitrary<FaultDraft> any() {
        return Combinators.combine(
                        Arbitraries.of(TEMPLATES),
                        Drafts.number(MOST_PEOPLE - 1),
                        Drafts.number(MOST_PEOPLE - 1),
                        Drafts.millis(LATEST_MILLIS),
                        Drafts.millis(LATEST_MILLIS),
                        Drafts.number(9))
                .as(FaultDraft::new);
    }

    /** False if it needs two people, and there is one. */
    boolean fits(Cast cast) {
        return cast.hasTwo() || !template.contains("@other");
    }

    /** The entry of a scenario. */
    String text(Cast cast) {
        long at = cast.noLaterThanUntil(atMillis);
        String text = template.replace("@at", at + "ms")
                .replace("@for", (1 + forMillis) + "ms")
                .replace("@end", Math.max(1, at) + "ms")
                .replace("@nth", Integer.toString(1 + nth))
                .replace("@who", '"' + cast.person(who) + '"');
        return cast.hasTwo() ? text.replace("@other", '"' + cast.other(who, other) + '"') : text;
    }
}
