package dev.sonde.sim.broken;

import dev.sonde.lobby.LobbyUnderTest;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * All broken lobbies by name. Names and rows are those of the race corpus; a row of 0 stands for a
 * claim that no race of the corpus breaks.
 */
public final class BrokenLobbies {

    private static final List<Entry> ALL = List.of(
            new Entry(
                    "early-callback",
                    1,
                    List.of("CompleteOnce", "NoLeak"),
                    simple(EarlyCallback::new)),
            new Entry("ready-counter", 2, List.of("BothReady"), simple(ReadyCounter::new)),
            new Entry(
                    "stranger-ready",
                    3,
                    List.of("BothReady", "Membership"),
                    simple(StrangerReady::new)),
            new Entry("no-timer", 5, List.of("Terminates"), simple(NoTimer::new)),
            new Entry("timer-after-end", 6, List.of("Cause"), simple(TimerAfterEnd::new)),
            new Entry("late-timer-wins", 7, List.of("CompleteOnce"), simple(LateTimerWins::new)),
            new Entry("filtered-empty", 8, List.of("NoLostWakeup"), FilteredEmpty::around),
            new Entry("survivor-forgotten", 9, List.of("NoLostWakeup"), SurvivorForgotten::around),
            new Entry("blacklist-any", 10, List.of("FailClass"), BlacklistAny::around),
            new Entry(
                    "flag-survives-disconnect",
                    11,
                    List.of("Reconnect", "NoLeak"),
                    simple(FlagSurvivesDisconnect::new)),
            new Entry(
                    "flag-freed-by-old-probe",
                    12,
                    List.of("OneProbe"),
                    simple(FlagFreedByOldProbe::new)),
            new Entry(
                    "callback-before-delete",
                    13,
                    List.of("CompleteOnce"),
                    simple(CallbackBeforeDelete::new)),
            new Entry("rtt-unchecked", 14, List.of("Verdict"), simple(RttUnchecked::new)),
            new Entry(
                    "result-from-anyone",
                    15,
                    List.of("Membership", "Verdict"),
                    simple(ResultFromAnyone::new)),
            new Entry("cached-socket", 16, List.of("FreshSocket"), simple(CachedSocket::new)),
            new Entry(
                    "reconnect-locked-out",
                    17,
                    List.of("Reconnect"),
                    simple(ReconnectLockedOut::new)),
            new Entry("lookup-by-pair", 18, List.of("CompleteOnce"), simple(LookupByPair::new)),
            new Entry("pair-for-group", 19, List.of("GroupComplete"), simple(PairForGroup::new)),
            new Entry("self-candidate", 20, List.of("NoSelf"), simple(SelfCandidate::new)),
            new Entry(
                    "ghost-after-advance", 21, List.of("NoGhost"), simple(GhostAfterAdvance::new)),
            new Entry(
                    "ghost-after-disconnect",
                    22,
                    List.of("NoGhost"),
                    simple(GhostAfterDisconnect::new)),
            new Entry("stuck-after-error", 23, List.of("AtomicMatch"), StuckAfterError::around),
            new Entry("countdown-drop", 24, List.of("Survivor"), simple(CountdownDrop::new)),
            new Entry("innocent-ejected", 25, List.of("Survivor"), simple(InnocentEjected::new)),
            new Entry("check-then-act", 26, List.of("OneProbe"), simple(CheckThenAct::new)),
            new Entry(
                    "client-only-expiry",
                    27,
                    List.of("BoundedWait"),
                    simple(ClientOnlyExpiry::new)),
            new Entry("equal-ids", 28, List.of("OneInitiator"), simple(EqualIds::new)),
            new Entry("start-before-peer", 29, List.of("Fifo"), simple(StartBeforePeer::new)),
            new Entry(
                    "failure-beats-success",
                    30,
                    List.of("Cause"),
                    simple(FailureBeatsSuccess::new)),
            new Entry(
                    "first-rejection-final",
                    31,
                    List.of("NoLostWakeup"),
                    FirstRejectionFinal::around),
            new Entry("reprobe-loop", 32, List.of("NoSpin"), simple(ReprobeLoop::new)),
            new Entry("half-announced", 33, List.of("AtomicMatch"), simple(HalfAnnounced::new)),
            new Entry(
                    "ready-gate-shorter-than-setup",
                    34,
                    List.of("NoSpin"),
                    simple(ReadyGateShorterThanSetup::new)),
            new Entry("two-tabs", 35, List.of("OneProbe"), simple(TwoTabs::new)),
            new Entry("double-disconnect", 36, List.of("Reconnect"), simple(DoubleDisconnect::new)),
            new Entry("late-disconnect", 37, List.of("Reconnect"), simple(LateDisconnect::new)),
            new Entry("signal-after-end", 39, List.of("Fifo"), simple(SignalAfterEnd::new)),
            new Entry("signal-to-self", 40, List.of("Membership"), simple(SignalToSelf::new)),
            new Entry(
                    "cross-probe",
                    41,
                    List.of("Membership", "Attribution"),
                    simple(CrossProbe::new)),
            new Entry("sweep-skips", 42, List.of("Terminates"), simple(SweepSkips::new)),
            new Entry(
                    "sweep-granularity", 43, List.of("Terminates"), simple(SweepGranularity::new)),
            new Entry("turn-leak", 44, List.of("Secrets"), simple(TurnLeak::new)),
            new Entry("stale-snapshot", 45, List.of("NoGhost"), simple(StaleSnapshot::new)),
            new Entry(
                    "proposed-while-draining",
                    46,
                    List.of("Draining"),
                    simple(ProposedWhileDraining::new)),
            new Entry(
                    "start-again-on-return",
                    47,
                    List.of("BothReady"),
                    simple(StartAgainOnReturn::new)),
            new Entry("misattribution", 0, List.of("Attribution"), simple(Misattribution::new)),
            new Entry("phase-backwards", 0, List.of("Monotone"), simple(PhaseBackwards::new)),
            new Entry("unbounded-relay", 0, List.of("Bounded"), simple(UnboundedRelay::new)),
            new Entry(
                    "shutdown-forgets", 0, List.of("Conservation"), simple(ShutdownForgets::new)));

    /**
     * One broken lobby.
     *
     * @param row its row in the race corpus, 0 if it has none
     * @param claims what is to catch it; at least one of them in every run that meets the defect
     */
    public record Entry(
            String name, int row, List<String> claims, Function<RealLobby, LobbyUnderTest> maker) {

        public Entry {
            claims = List.copyOf(claims);
        }
    }

    private BrokenLobbies() {}

    /** All of them, those of the race corpus first, by row. */
    public static List<Entry> all() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(Entry::name).toList();
    }

    /**
     * Breaks a lobby.
     *
     * @throws IllegalArgumentException if no broken lobby has this name
     */
    public static LobbyUnderTest create(String name, RealLobby real) {
        for (Entry entry : ALL) {
            if (entry.name().equals(name)) {
                return entry.maker().apply(real);
            }
        }
        throw new IllegalArgumentException(
                "there is no broken lobby named " + name + "; there are " + names());
    }

    private static Function<RealLobby, LobbyUnderTest> simple(
            UnaryOperator<LobbyUnderTest> breaking) {
        return real -> breaking.apply(real.with(UnaryOperator.identity()));
    }
}
