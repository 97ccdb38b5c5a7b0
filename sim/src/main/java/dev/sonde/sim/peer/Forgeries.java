package dev.sonde.sim.peer;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Draws;

import org.jspecify.annotations.Nullable;

/** What one person knows of probes and can forge messages about; listens from the start on. */
public final class Forgeries implements Grapevine.Ear {

    private record Known(ProbeId probe, SubjectId target) {}

    private final Person person;
    private final PersonSpec spec;
    private final Draws draws;
    private @Nullable Known own;
    private @Nullable Known former;
    private @Nullable Known foreign;

    public Forgeries(Person person, World world) {
        this.person = person;
        spec = person.spec();
        draws = world.choices().draws(spec.subject().value(), "fault", "forge");
        world.grapevine().listen(this);
    }

    @Override
    public void overhear(ProbeId probe, SubjectId member, SubjectId peer) {
        SubjectId self = spec.subject();
        if (!member.equals(self) && !peer.equals(self)) {
            foreign = new Known(probe, member);
        } else if (own == null || !own.probe.equals(probe)) {
            former = own;
            own = new Known(probe, member.equals(self) ? peer : member);
        }
    }

    /**
     * The person's page says it.
     *
     * @return false if there is no such probe, or nothing runs that could say it
     */
    public boolean say(Forging forging) {
        Page page = person.page();
        ClientMessage message = make(forging);
        return page != null && message != null && page.say(message);
    }

    private @Nullable ClientMessage make(Forging forging) {
        if (forging.what() == Forging.Kind.JOIN) {
            return new ClientMessage.Join(spec.groupHistory(), spec.serverRttMillis(), "");
        }
        if (forging.what() == Forging.Kind.LEAVE) {
            return new ClientMessage.Leave();
        }
        Known about = about(forging.probe());
        return about == null ? null : make(forging, about);
    }

    private @Nullable Known about(Forging.Which which) {
        return switch (which) {
            case OWN -> own;
            case FORMER -> former;
            case FOREIGN -> foreign;
            case UNKNOWN -> new Known(Forgery.unknownProbe(draws), spec.subject());
        };
    }

    private ClientMessage make(Forging forging, Known about) {
        return switch (forging.what()) {
            case READY -> new ClientMessage.Ready(about.probe);
            case CONNECTED -> new ClientMessage.Connected(about.probe);
            case RESULT ->
                new ClientMessage.Result(about.probe, forging.report(), ClientMessage.Details.NONE);
            default ->
                Forgery.signalTo(
                        draws,
                        about.probe,
                        forging.target().isEmpty()
                                ? about.target
                                : new SubjectId(forging.target()));
        };
    }
}
