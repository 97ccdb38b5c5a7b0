package dev.sonde.server;

import dev.sonde.lobby.Effect;
import dev.sonde.protocol.ProbeId;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

import java.util.LinkedHashMap;
import java.util.Map;

/** Probes and matches as events of the JDK's Flight Recorder. */
final class FlightEvents implements PoolListener {

    /** From creation to end. */
    @Name("dev.sonde.Probe")
    @Label("Probe")
    @Category("Sonde")
    @StackTrace(false)
    static final class ProbeEvent extends Event {
        String pool = "";
        String outcome = "";
        String phase = "";
    }

    @Name("dev.sonde.Match")
    @Label("Match")
    @Category("Sonde")
    @StackTrace(false)
    static final class MatchEvent extends Event {
        String pool = "";
        int members;
    }

    private final String pool;
    private final Map<ProbeId, ProbeEvent> live = new LinkedHashMap<>();

    FlightEvents(String pool) {
        this.pool = pool;
    }

    @Override
    public void effect(long nowNanos, Effect effect) {
        if (effect instanceof Effect.ProbeCreated created) {
            ProbeEvent event = new ProbeEvent();
            event.begin();
            live.put(created.probe(), event);
        } else if (effect instanceof Effect.ProbeFinished finished) {
            ProbeEvent event = live.remove(finished.probe());
            if (event != null && event.shouldCommit()) {
                event.pool = pool;
                event.outcome = finished.outcome().wireName();
                event.phase = finished.outcome().phase().wireName();
                event.commit();
            }
        } else if (effect instanceof Effect.MatchFormed formed) {
            MatchEvent event = new MatchEvent();
            event.pool = pool;
            event.members = formed.members().size();
            event.commit();
        }
    }
}
