package dev.sonde.probe;

import dev.sonde.deadlines.Deadline;
import dev.sonde.deadlines.DeadlineQueue;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The probes by their names and by their members. Ended ones are known for a while, so that what
 * comes late is told {@code finished} and not {@code unknown-probe}.
 */
final class ProbeMemory {

    private final ProbeConfig config;
    private final Map<ProbeId, Probe> probes = new LinkedHashMap<>();
    /** The latest probe of each subject, until it is forgotten. */
    private final Map<SubjectId, Probe> latest = new LinkedHashMap<>();

    private final DeadlineQueue<Probe> ended = new DeadlineQueue<>();

    ProbeMemory(ProbeConfig config) {
        this.config = config;
    }

    void add(Probe probe) {
        probes.put(probe.id, probe);
        latest.put(probe.a.subject, probe);
        latest.put(probe.b.subject, probe);
    }

    @Nullable
    Probe find(ProbeId id) {
        return probes.get(id);
    }

    @Nullable
    Probe latestOf(SubjectId subject) {
        return latest.get(subject);
    }

    /** All that are known, in order of creation. */
    Collection<Probe> all() {
        return List.copyOf(probes.values());
    }

    /** The probe has ended; from now on its time here is limited. */
    void ended(long nowNanos, Probe probe) {
        ended.set(probe.overall, nowNanos + config.rememberedNanos());
    }

    /** Forgets the first probe whose time is over, or that is one too many; null if none is. */
    @Nullable
    Probe forgetOne(long nowNanos) {
        boolean tooMany = ended.size() > config.rememberedProbes();
        Probe probe = ended.pollDue(tooMany ? Deadline.NONE : nowNanos);
        if (probe != null) {
            probes.remove(probe.id);
            latest.remove(probe.a.subject, probe);
            latest.remove(probe.b.subject, probe);
        }
        return probe;
    }

    int endedProbes() {
        return ended.size();
    }
}
