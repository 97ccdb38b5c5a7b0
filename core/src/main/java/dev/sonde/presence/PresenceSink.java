package dev.sonde.presence;

import dev.sonde.protocol.Instance;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

/** What the {@link PresenceRegistry} has to say. Must not call back into it. */
public interface PresenceSink {

    /**
     * Present, after having been absent.
     *
     * @param page as it named itself
     */
    void appeared(SubjectId subject, Instance page);

    /** The current connection is gone. */
    void wentAway(SubjectId subject);

    /**
     * Present on a new connection, after having been away or in place of another connection.
     *
     * @param anotherPage true if the page said that it is not the one from before
     */
    void cameBack(SubjectId subject, boolean anotherPage);

    /** Away for longer than a probe waits. */
    void lostForProbe(SubjectId subject);

    /**
     * Away for longer than anything waits.
     *
     * @param page the one that was here last
     */
    void lost(SubjectId subject, Instance page);

    /** Another connection took this one's place: tell it, then end it. */
    void superseded(SocketId socket, SubjectId subject);

    /** The server shuts down: end this connection. */
    void dismissed(SocketId socket, SubjectId subject);
}
