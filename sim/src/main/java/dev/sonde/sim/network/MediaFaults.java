package dev.sonde.sim.network;

import java.util.ArrayList;
import java.util.List;

/** What is wrong on the media plane, and when. Empty in most runs. */
public final class MediaFaults {

    private static final String ANYBODY = "";

    /**
     * Packets from one to the other are lost with this probability, from then until before then.
     */
    private record Loss(
            String from, String to, double probability, long fromNanos, long untilNanos) {

        boolean hits(String sender, String receiver, long atNanos) {
            return atNanos >= fromNanos
                    && atNanos < untilNanos
                    && (from.equals(ANYBODY) || from.equals(sender))
                    && (to.equals(ANYBODY) || to.equals(receiver));
        }
    }

    private record Outage(long fromNanos, long untilNanos) {}

    /** Packets of one person take longer, each way. */
    private record Spike(String person, long extraNanos, long fromNanos, long untilNanos) {

        boolean hits(String sender, String receiver, long atNanos) {
            return atNanos >= fromNanos
                    && atNanos < untilNanos
                    && (person.equals(sender) || person.equals(receiver));
        }
    }

    private final List<Spike> spikes = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private final List<Outage> outages = new ArrayList<>();

    public void turnDown(long fromNanos, long untilNanos) {
        outages.add(new Outage(fromNanos, untilNanos));
    }

    public void lose(String person, double probability, long fromNanos, long untilNanos) {
        losses.add(new Loss(person, ANYBODY, probability, fromNanos, untilNanos));
        losses.add(new Loss(ANYBODY, person, probability, fromNanos, untilNanos));
    }

    public void delay(String person, long extraNanos, long fromNanos, long untilNanos) {
        spikes.add(new Spike(person, extraNanos, fromNanos, untilNanos));
    }

    /** How much longer a packet takes that is sent now. */
    public long extraNanos(String sender, String receiver, long atNanos) {
        long extra = 0;
        for (int i = 0; i < spikes.size(); i++) {
            Spike spike = spikes.get(i);
            extra += spike.hits(sender, receiver, atNanos) ? spike.extraNanos : 0;
        }
        return extra;
    }

    public void cut(String from, String to, long fromNanos, long untilNanos) {
        losses.add(new Loss(from, to, 1, fromNanos, untilNanos));
    }

    public void isolate(String person, long fromNanos, long untilNanos) {
        lose(person, 1, fromNanos, untilNanos);
    }

    public boolean none() {
        return losses.isEmpty() && outages.isEmpty();
    }

    public boolean isTurnDown(long atNanos) {
        for (int i = 0; i < outages.size(); i++) {
            Outage outage = outages.get(i);
            if (atNanos >= outage.fromNanos && atNanos < outage.untilNanos) {
                return true;
            }
        }
        return false;
    }

    /** Probability that a packet is lost that is sent now, on top of the links' own loss. */
    public double lossProbability(String sender, String receiver, long atNanos) {
        double passes = 1;
        for (int i = 0; i < losses.size(); i++) {
            Loss loss = losses.get(i);
            if (loss.hits(sender, receiver, atNanos)) {
                passes *= 1 - loss.probability;
            }
        }
        return 1 - passes;
    }
}
