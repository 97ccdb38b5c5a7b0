package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Draws;

import java.util.ArrayList;
import java.util.List;

/** What is wrong on the media plane, and when. Empty in most runs. */
public final class MediaFaults {

    private static final String ANYBODY = "";

    /** Packets from one to the other, sent from one instant on and before another. */
    private record Scope(String from, String to, long fromNanos, long untilNanos) {

        boolean covers(String sender, String receiver, long atNanos) {
            return atNanos >= fromNanos
                    && atNanos < untilNanos
                    && (from.equals(ANYBODY) || from.equals(sender))
                    && (to.equals(ANYBODY) || to.equals(receiver));
        }
    }

    /** These packets are lost with this probability. */
    private record Loss(Scope scope, double probability, Proof proof) {}

    /** These packets arrive twice with this probability. */
    private record Duplication(Scope scope, double probability, Proof proof) {}

    /** These packets take longer. */
    private record Spike(Scope scope, long extraNanos, Proof proof) {}

    private record Outage(long fromNanos, long untilNanos, Proof proof) {}

    private final List<Spike> spikes = new ArrayList<>(0);
    private final List<Loss> losses = new ArrayList<>(0);
    private final List<Duplication> duplications = new ArrayList<>(0);
    private final List<Reordering> reorderings = new ArrayList<>(0);
    private final List<Outage> outages = new ArrayList<>(0);

    public Proof turnDown(long fromNanos, long untilNanos) {
        Proof proof = new Proof();
        outages.add(new Outage(fromNanos, untilNanos, proof));
        return proof;
    }

    public Proof lose(String person, double probability, long fromNanos, long untilNanos) {
        Proof proof = new Proof();
        for (Scope scope : eachWay(person, fromNanos, untilNanos)) {
            losses.add(new Loss(scope, probability, proof));
        }
        return proof;
    }

    private static List<Scope> eachWay(String person, long fromNanos, long untilNanos) {
        return List.of(
                new Scope(person, ANYBODY, fromNanos, untilNanos),
                new Scope(ANYBODY, person, fromNanos, untilNanos));
    }

    public Proof delay(String person, long extraNanos, long fromNanos, long untilNanos) {
        Proof proof = new Proof();
        for (Scope scope : eachWay(person, fromNanos, untilNanos)) {
            spikes.add(new Spike(scope, extraNanos, proof));
        }
        return proof;
    }

    public Proof cut(String from, String to, long fromNanos, long untilNanos) {
        Proof proof = new Proof();
        losses.add(new Loss(new Scope(from, to, fromNanos, untilNanos), 1, proof));
        return proof;
    }

    public Proof isolate(String person, long fromNanos, long untilNanos) {
        return lose(person, 1, fromNanos, untilNanos);
    }

    public Proof duplicate(String person, double probability, long fromNanos, long untilNanos) {
        Proof proof = new Proof();
        for (Scope scope : eachWay(person, fromNanos, untilNanos)) {
            duplications.add(new Duplication(scope, probability, proof));
        }
        return proof;
    }

    /** @param byNanos how long a packet is held back, so that others overtake it */
    public Proof reorder(
            String person, double probability, long byNanos, long fromNanos, long untilNanos) {
        Reordering reordering = new Reordering(person, probability, byNanos, fromNanos, untilNanos);
        reorderings.add(reordering);
        return reordering.proof();
    }

    /** True if no packet is lost that the links do not lose. */
    public boolean losesNothing() {
        return losses.isEmpty() && outages.isEmpty();
    }

    /** True if the TURN server does not answer what is asked of it at this instant. */
    public boolean isTurnDown(long atNanos) {
        for (int i = 0; i < outages.size(); i++) {
            Outage outage = outages.get(i);
            if (atNanos >= outage.fromNanos && atNanos < outage.untilNanos) {
                outage.proof.acts();
                return true;
            }
        }
        return false;
    }

    /** Draws whether a packet is lost that is sent then, on top of the links' own loss. */
    public boolean loses(Draws draws, String sender, String receiver, long atNanos) {
        double passes = 1;
        for (int i = 0; i < losses.size(); i++) {
            Loss loss = losses.get(i);
            if (loss.scope.covers(sender, receiver, atNanos)) {
                passes *= 1 - loss.probability;
            }
        }
        if (!draws.chance(1 - passes)) {
            return false;
        }
        for (Loss loss : losses) {
            if (loss.scope.covers(sender, receiver, atNanos)) {
                loss.proof.acts();
            }
        }
        return true;
    }

    /** How much longer a packet takes that is sent then. */
    public long extraNanos(String sender, String receiver, long atNanos) {
        long extra = 0;
        for (int i = 0; i < spikes.size(); i++) {
            Spike spike = spikes.get(i);
            if (spike.scope.covers(sender, receiver, atNanos)) {
                spike.proof.acts();
                extra += spike.extraNanos;
            }
        }
        return extra;
    }

    /** Draws how many more copies of a packet arrive that is sent then. */
    public int copies(Draws draws, String sender, String receiver, long atNanos) {
        int copies = 0;
        for (int i = 0; i < duplications.size(); i++) {
            Duplication duplication = duplications.get(i);
            if (duplication.scope.covers(sender, receiver, atNanos)
                    && draws.chance(duplication.probability)) {
                duplication.proof.acts();
                copies++;
            }
        }
        return copies;
    }

    /**
     * Draws how much later a packet leaves that is sent now: it takes longer, or is held back.
     * Asked once for each packet, in the order in which they are sent.
     *
     * @param leavesNanos when it would leave without any faults
     */
    public long lateNanos(
            Draws draws, String sender, String receiver, long nowNanos, long leavesNanos) {
        long late = extraNanos(sender, receiver, nowNanos);
        for (int i = 0; i < reorderings.size(); i++) {
            late += reorderings
                    .get(i)
                    .holdsNanos(draws, sender, receiver, nowNanos, leavesNanos + late);
        }
        return late;
    }
}
