package dev.sonde.lobby;

import dev.sonde.matchmaking.WaitingConfig;
import dev.sonde.presence.PresenceConfig;
import dev.sonde.probe.ProbeConfig;

/**
 * Everything that can be set about a lobby but its matchmaker.
 *
 * @param pool the name of the pool that it serves
 * @param echoesRefusals true in development mode: clients are told why something was refused; else
 *     they are told for join and leave only
 */
public record LobbyConfig(
        String pool,
        PresenceConfig presence,
        ProbeConfig probe,
        WaitingConfig waiting,
        boolean echoesRefusals) {

    public static final LobbyConfig DEFAULT = new LobbyConfig(
            "default", PresenceConfig.DEFAULT, ProbeConfig.DEFAULT, WaitingConfig.DEFAULT, false);
}
