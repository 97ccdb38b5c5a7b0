package dev.sonde.sim.broken;

import static dev.sonde.sim.broken.Conversation.of;

import dev.sonde.lobby.Input;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.SocketId;
import dev.sonde.sim.oracle.Stage;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/** The shortest conversation for each broken lobby, in the order of {@link BrokenLobbies}. */
final class Conversations {

    private Conversations() {}

    static final List<Conversation> ALL = List.of(
            of(
                    "early-callback",
                    List.of("Conservation", "NoGhost"),
                    s -> s.connect("ann")
                            .join("ann")
                            .disconnect("ann")
                            .connect("bob")
                            .join("bob")
                            .end(0)),
            of("ready-counter", s -> s.meet("ann", "bob").ready("ann").ready("ann")),
            of(
                    "stranger-ready",
                    s -> s.meet("ann", "bob").connect("cat").say("cat", Words.ready(s, "ann"))),
            of("no-timer", s -> s.meet("ann", "bob").ready("ann").at(6000)),
            of(
                    "timer-after-end",
                    s -> s.meet("ann", "bob")
                            .measure("ann", "bob", 150)
                            .success("bob", 150)
                            .at(10_000)
                            .connect("cat")
                            .join("cat")
                            .at(16_000)),
            of(
                    "late-timer-wins",
                    s -> s.meet("ann", "bob")
                            .ready("ann")
                            .ready("bob")
                            .at(15_001)
                            .success("ann", 40)),
            of(
                    "filtered-empty",
                    s -> s.meet("ann", "bob")
                            .connect("cat")
                            .join("cat")
                            .connect("dan")
                            .join("dan")
                            .ready("ann")
                            .ready("bob")
                            .leave("dan")
                            .success("ann", 150)
                            .success("bob", 150)
                            .end(0)),
            of(
                    "survivor-forgotten",
                    s -> s.meet("ann", "bob")
                            .measure("ann", "bob", 40)
                            .success("bob", 40)
                            .at(1000)
                            .leave("bob")
                            .connect("cat")
                            .join("cat")
                            .end(0)),
            of("blacklist-any", s -> s.meet("ann", "bob").end(0)),
            of(
                    "flag-survives-disconnect",
                    List.of("Conservation"),
                    s -> s.meet("ann", "bob")
                            .disconnect("ann")
                            .at(6000)
                            .connect("ann")
                            .join("ann")
                            .end(0)),
            of("flag-freed-by-old-probe", s -> {
                s.meet("ann", "bob").ready("ann").ready("bob").failure("bob");
                ProbeId old = Objects.requireNonNull(s.probeOf("ann"));
                s.connect("ann", "two").connect("ann", "three").join("ann");
                s.at(100).leave("bob").connect("cat").join("cat").connect("dan").join("dan");
                s.say("ann", Words.success(old, 40));
            }),
            of(
                    "callback-before-delete",
                    s -> s.meet("ann", "bob").measure("ann", "bob", 40).success("bob", 41)),
            of(
                    "rtt-unchecked",
                    s -> s.meet("ann", "bob")
                            .ready("ann")
                            .ready("bob")
                            .result("ann", Report.INVALID)),
            of(
                    "result-from-anyone",
                    s -> s.meet("ann", "bob")
                            .ready("ann")
                            .ready("bob")
                            .connect("cat")
                            .say("cat", Words.success(s.probeOf("ann"), 7))),
            of(
                    "cached-socket",
                    s -> s.meet("ann", "bob")
                            .ready("ann")
                            .ready("bob")
                            .disconnect("bob")
                            .connect("bob")
                            .signal("ann", "bob")),
            of(
                    "reconnect-locked-out",
                    s -> s.connect("ann").join("ann").at(100).connect("ann").at(3000)),
            of(
                    "lookup-by-pair",
                    List.of("Verdict"),
                    s -> s.meet("ann", "bob")
                            .at(10_500)
                            .ready("ann")
                            .ready("bob")
                            .success("ann", 40)),
            new Conversation(
                    "pair-for-group", 3, OptionalDouble.of(100), List.of(), Conversations::three),
            of("self-candidate", s -> s.connect("ann").join("ann").join("ann")),
            of(
                    "ghost-after-advance",
                    s -> s.connect("ann")
                            .join("ann")
                            .leave("ann")
                            .connect("bob")
                            .join("bob")),
            of(
                    "ghost-after-disconnect",
                    s -> s.connect("ann")
                            .join("ann")
                            .disconnect("ann")
                            .connect("bob")
                            .join("bob")),
            of("stuck-after-error", s -> s.meet("ann", "bob").join("bob")),
            of(
                    "countdown-drop",
                    s -> s.meet("ann", "bob").measure("ann", "bob", 40).at(1000).leave("bob")),
            of(
                    "innocent-ejected",
                    s -> s.meet("ann", "bob")
                            .measure("ann", "bob", 40)
                            .at(1000)
                            .leave("bob")
                            .at(2000)),
            of(
                    "check-then-act",
                    s -> s.meet("ann", "bob").at(5500).connect("cat").join("cat")),
            of("client-only-expiry", s -> s.connect("ann").join("ann").at(140_000)),
            of("equal-ids", s -> s.meet("01", "1")),
            of(
                    "start-before-peer",
                    s -> s.meet("ann", "bob").ready("ann").ready("bob").signal("ann", "bob")),
            of(
                    "failure-beats-success",
                    s -> s.meet("ann", "bob")
                            .ready("ann")
                            .ready("bob")
                            .failure("ann")
                            .success("bob", 40)),
            of(
                    "first-rejection-final",
                    s -> s.meet("ann", "bob")
                            .measure("ann", "bob", 150)
                            .success("bob", 150)
                            .connect("cat")
                            .join("cat")
                            .end(0)),
            of(
                    "reprobe-loop",
                    s -> s.meet("ann", "bob").measure("ann", "bob", 150).success("bob", 150)),
            of("half-announced", s -> s.meet("ann", "bob").measure("ann", "bob", 40)),
            of(
                    "ready-gate-shorter-than-setup",
                    s -> s.meet("ann", "bob").ready("ann").at(5500)),
            of("two-tabs", s -> s.meet("ann", "bob").connect("cat").join("cat").connect("ann")),
            of(
                    "double-disconnect",
                    s -> s.connect("ann")
                            .join("ann")
                            .disconnect("ann")
                            .connect("ann")
                            .at(25_000)),
            of("late-disconnect", s -> {
                s.connect("ann").join("ann");
                SocketId old = s.socketOf("ann");
                s.connect("ann").disconnect(old);
            }),
            of(
                    "signal-after-end",
                    s -> s.meet("ann", "bob").measure("ann", "bob", 40).signal("bob", "ann")),
            of(
                    "signal-to-self",
                    s -> s.meet("ann", "bob").ready("ann").ready("bob").signal("ann", "ann")),
            of(
                    "cross-probe",
                    s -> s.meet("ann", "bob")
                            .ready("ann")
                            .ready("bob")
                            .meet("cat", "dan")
                            .signal("cat", "ann", Objects.requireNonNull(s.probeOf("ann")))),
            of("sweep-skips", s -> s.meet("ann", "bob").meet("cat", "dan").at(6000)),
            of("sweep-granularity", s -> s.at(1000).meet("ann", "bob").at(11_000)),
            of(
                    "turn-leak",
                    List.of("FreshSocket"),
                    s -> s.connect("ann")
                            .join("ann")
                            .disconnect("ann")
                            .connect("ann")
                            .connect("bob")
                            .join("bob")),
            of(
                    "stale-snapshot",
                    s -> s.connect("ann")
                            .join("ann")
                            .leave("ann")
                            .connect("bob")
                            .join("bob")),
            of(
                    "proposed-while-draining",
                    s -> s.meet("ann", "bob")
                            .connect("cat")
                            .join("cat")
                            .measure("ann", "bob", 150)),
            of(
                    "start-again-on-return",
                    s -> s.meet("ann", "bob")
                            .ready("ann")
                            .ready("bob")
                            .disconnect("bob")
                            .connect("bob")),
            of(
                    "misattribution",
                    s -> s.meet("ann", "bob").ready("ann").ready("bob").signal("ann", "bob")),
            of("phase-backwards", s -> s.meet("ann", "bob").measure("ann", "bob", 40)),
            of("unbounded-relay", s -> {
                s.meet("ann", "bob").ready("ann").ready("bob");
                for (int i = 0; i < 257; i++) {
                    s.at(s.millis() + 25).signal("ann", "bob");
                }
            }),
            of("shutdown-forgets", s -> {
                s.meet("ann", "bob").put(Input.SHUTDOWN);
                s.endNow();
            }));

    /** A group of three whose pairs are measured one after another. */
    private static void three(Stage s) {
        s.connect("ann").join("ann").connect("bob").join("bob").connect("cat").join("cat");
        for (int round = 0; round < 3; round++) {
            for (String one : List.of("ann", "bob", "cat")) {
                s.ready(one);
            }
            for (String one : List.of("ann", "bob", "cat")) {
                s.success(one, 40);
            }
        }
    }
}
