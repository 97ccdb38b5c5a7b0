package dev.sonde.sim.scenario;

/** The coordinator under test and its settings. */
public record LobbySection(
        @Key(
                value = "under-test",
                as = As.LOBBY,
                unset = "sonde",
                doc = "`sonde`, a broken coordinator by its name, or a class found by "
                        + "ServiceLoader.",
                example = "ready-counter")
        String underTest,

        @Key(
                value = "pool",
                as = As.NAME,
                unset = "study-1",
                doc = "The waiting pool that everybody is in.",
                example = "study-1")
        String pool,

        @Key(
                value = "matchmaker",
                unset = "{type: latency-fifo, max-server-rtt: 200ms, max-p2p-rtt: 100ms}",
                doc = "Who is proposed to whom, and up to which round-trip time; a type "
                        + "alone will do.",
                example = "fifo")
        MatchmakerSection matchmaker,

        @Key(value = "probe", unset = "{}", doc = "The limits of one probe.")
        ProbeSection probe,

        @Key(value = "waiting", unset = "{}", doc = "The limits of waiting.")
        WaitingSection waiting) {

    /** What a scenario without {@code lobby} has. */
    public static final LobbySection DEFAULT = Defaults.of(LobbySection.class);

    /** The same settings for another coordinator. */
    public LobbySection withUnderTest(String another) {
        return new LobbySection(another, pool, matchmaker, probe, waiting);
    }
}
