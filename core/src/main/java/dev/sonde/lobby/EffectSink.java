package dev.sonde.lobby;

/** Where a lobby puts its effects. It must not call back into the lobby. */
@FunctionalInterface
public interface EffectSink {

    void emit(Effect effect);
}
