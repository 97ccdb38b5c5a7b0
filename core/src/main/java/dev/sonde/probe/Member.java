package dev.sonde.probe;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** One of the two members of one probe: bits and instants, no counters that could run twice. */
final class Member {

    final SubjectId subject;
    boolean ready;
    boolean connected;
    long startedNanos = ProbeEnd.NEVER;
    long reportedNanos = ProbeEnd.NEVER;
    /** The reported value; NaN if it reported a failure, or nothing yet. */
    double rttMillis = Double.NaN;

    int signals;
    int signalBytes;
    /** Signals for this member that came while it was away; null until there is one. */
    @Nullable
    List<ClientMessage.Signal> held;

    Member(SubjectId subject) {
        this.subject = subject;
    }

    boolean hasReported() {
        return reportedNanos != ProbeEnd.NEVER;
    }

    /** The probe has ended: that it reported still matters, when it did no longer does. */
    void forgetWhen() {
        startedNanos = ProbeEnd.NEVER;
        if (hasReported()) {
            reportedNanos = 0;
        }
    }

    boolean hasSucceeded() {
        return !Double.isNaN(rttMillis);
    }

    void hold(ClientMessage.Signal signal) {
        List<ClientMessage.Signal> list = held;
        if (list == null) {
            list = new ArrayList<>();
            held = list;
        }
        list.add(signal);
    }

    /** What was held, which is then held no more. */
    List<ClientMessage.Signal> takeHeld() {
        List<ClientMessage.Signal> list = held;
        held = null;
        return list == null ? List.of() : list;
    }

    ProbeEnd.MemberEnd end() {
        return new ProbeEnd.MemberEnd(subject, startedNanos, reportedNanos);
    }
}
