package dev.sonde.sim.peer;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.network.IceCandidate;
import dev.sonde.sim.network.Measurement;
import dev.sonde.sim.network.PeerConnection;
import dev.sonde.sim.network.SessionDescription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** One probe that a page holds: its peer connection, and the candidates that came too early. */
final class ProbeHold implements PeerConnection.Listener {

    private final ProbeClient client;
    private final Page page;
    private final ProbeId id;
    private final SubjectId peer;
    private final PeerConnection connection;
    private final List<IceCandidate> early = new ArrayList<>(4);

    private boolean started;
    private boolean described;
    private boolean measuring;

    /** The run that hears of this probe's channel. */
    ProbeClient.@Nullable Run run;

    ProbeHold(ProbeClient client, Page page, ProbeId id, SubjectId peer, boolean turn) {
        this.client = client;
        this.page = page;
        this.id = id;
        this.peer = peer;
        connection = page.world().media().open(page.subject().value(), turn, this);
    }

    ProbeId id() {
        return id;
    }

    SubjectId peer() {
        return peer;
    }

    PeerConnection connection() {
        return connection;
    }

    boolean isMeasuring() {
        return measuring;
    }

    /** The start was handled; false if this side should offer and the browser refuses to. */
    boolean start(boolean offers) {
        started = true;
        return !offers || attempt(connection::createOffer);
    }

    /** Before the start, candidates are kept and an offer is lost. */
    void onSignal(ServerMessage.RelayedSignal signal) {
        VirtualPayload payload = VirtualPayload.of(signal.payload());
        if (payload instanceof VirtualPayload.Candidate candidate) {
            if (started && described) {
                add(candidate.candidate());
            } else {
                early.add(candidate.candidate());
            }
        } else if (started && payload instanceof VirtualPayload.Description description) {
            take(description.description());
        }
    }

    private void take(SessionDescription description) {
        if (attempt(() -> connection.setRemoteDescription(description))) {
            described = true;
            early.forEach(this::add);
            early.clear();
        }
    }

    private void add(IceCandidate candidate) {
        attempt(() -> connection.addRemoteCandidate(candidate));
    }

    /** Does what the browser may refuse; pages log that and go on. */
    private static boolean attempt(Runnable step) {
        try {
            step.run();
            return true;
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    /** True if there is a connection that nobody was told to use. */
    boolean isUnused() {
        return !started && !connection.isClosed();
    }

    void close() {
        if (!connection.isClosed()) {
            connection.close();
            page.world().observer().mediaClosed(page.subject(), id);
        }
    }

    @Override
    public void onLocalDescription(SessionDescription description) {
        if (page.isRunning()) {
            send(
                    description.offer() ? SignalType.OFFER : SignalType.ANSWER,
                    new VirtualPayload.Description(description));
        } else {
            page.whenItRuns(() -> onLocalDescription(description));
        }
    }

    @Override
    public void onLocalCandidate(@Nullable IceCandidate candidate) {
        if (!page.isRunning()) {
            page.whenItRuns(() -> onLocalCandidate(candidate));
        } else if (candidate != null) {
            send(SignalType.ICE_CANDIDATE, new VirtualPayload.Candidate(candidate));
        } else if (client.isModern()) {
            // Pages of old look at `event.candidate` first and say nothing at the end.
            send(SignalType.ICE_CANDIDATE, VirtualPayload.END_OF_CANDIDATES);
        }
    }

    private void send(SignalType type, VirtualPayload payload) {
        if (!connection.isClosed()) {
            page.send(new ClientMessage.Signal(id, peer, type, payload));
        }
    }

    @Override
    public void onOpen() {
        if (!page.isRunning()) {
            page.whenItRuns(this::onOpen);
        } else if (!connection.isClosed()) {
            measuring = true;
            client.onOpen(this);
        }
    }

    @Override
    public void onMeasured(Measurement measurement) {
        if (page.isRunning()) {
            measuring = false;
            client.onMeasured(this, measurement);
        } else {
            page.whenItRuns(() -> onMeasured(measurement));
        }
    }
}
