package dev.sonde.sim;

import dev.sonde.protocol.Instance;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.MediaPlane;
import dev.sonde.sim.peer.Grapevine;
import dev.sonde.sim.peer.Observer;
import dev.sonde.sim.peer.Uplink;
import dev.sonde.sim.peer.World;
import dev.sonde.sim.trace.TraceEntry;

/** What virtual people live in, and who writes down what they do. */
final class Surroundings implements World, Observer {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Kernel kernel;
    private final Choices choices;
    private final MediaPlane media;
    private final Uplinks uplinks;
    private final Attendance attendance;
    private final Epochs epochs;
    private final Recorder recorder;
    private final Chronicle chronicle;
    private final Grapevine grapevine = new Grapevine();

    Surroundings(
            Kernel kernel,
            Choices choices,
            MediaPlane media,
            Uplinks uplinks,
            Attendance attendance,
            Epochs epochs,
            Recorder recorder,
            Chronicle chronicle) {
        this.kernel = kernel;
        this.choices = choices;
        this.media = media;
        this.uplinks = uplinks;
        this.attendance = attendance;
        this.epochs = epochs;
        this.recorder = recorder;
        this.chronicle = chronicle;
    }

    @Override
    public Kernel kernel() {
        return kernel;
    }

    @Override
    public Choices choices() {
        return choices;
    }

    @Override
    public MediaPlane media() {
        return media;
    }

    @Override
    public Uplink connect(SubjectId subject, Instance instance, Uplink.Listener listener) {
        return uplinks.connect(subject, instance, listener);
    }

    @Override
    public void gone(SubjectId subject) {
        uplinks.forget(subject);
        media.forget(subject.value());
        attendance.gone(subject);
    }

    @Override
    public Observer observer() {
        return this;
    }

    @Override
    public Grapevine grapevine() {
        return grapevine;
    }

    @Override
    public void person(SubjectId subject, String words) {
        chronicle.add(TraceEntry.Kind.PERSON, subject.value(), Chronicle.NOBODY, words);
    }

    @Override
    public void mediaOpened(
            SubjectId subject, ProbeId probe, long trueRttNanos, String candidateType) {
        chronicle.add(
                TraceEntry.Kind.MEDIA, subject.value(), Chronicle.NOBODY, opened(candidateType));
        recorder.opened(kernel.nowNanos(), probe, trueRttNanos, candidateType);
    }

    private static String opened(String candidateType) {
        return switch (candidateType) {
            case "host" -> "data channel open, host";
            case "srflx" -> "data channel open, srflx";
            case "prflx" -> "data channel open, prflx";
            case "relay" -> "data channel open, relay";
            default -> "data channel open";
        };
    }

    @Override
    public void mediaClosed(SubjectId subject, ProbeId probe) {
        chronicle.add(
                TraceEntry.Kind.MEDIA, subject.value(), Chronicle.NOBODY, "peer connection closed");
    }

    @Override
    public void honestResult(
            SubjectId subject,
            ProbeId probe,
            long reportedMillis,
            long trueMedianNanos,
            long allowanceNanos) {
        epochs.honestResult(
                kernel.events(),
                kernel.nowNanos(),
                new Notebook.HonestResult(
                        subject,
                        probe,
                        (double) reportedMillis,
                        trueMedianNanos / NANOS_PER_MILLI,
                        allowanceNanos / NANOS_PER_MILLI));
    }

    @Override
    public void abandoned(SubjectId subject) {
        chronicle.add(TraceEntry.Kind.PERSON, subject.value(), Chronicle.NOBODY, "loses patience");
        recorder.abandoned(subject);
    }
}
