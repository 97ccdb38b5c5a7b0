package dev.sonde.sim;

import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.Signalling;
import dev.sonde.sim.peer.Person;
import dev.sonde.sim.peer.PersonSpec;
import dev.sonde.sim.peer.World;
import dev.sonde.sim.population.Participant;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is here. Where nobody speaks of those who are not, people <em>come and go</em>: each is made
 * on arrival and let go of when gone for good, and one arrival is pending at a time. Of a million
 * people some ten thousand are here at once. The order of all events is the same either way.
 */
final class Attendance implements EventHandler {

    private final Kernel kernel;
    private final List<Participant> people;
    private final boolean comeAndGo;
    private final Map<SubjectId, Person> present = new LinkedHashMap<>();
    private @Nullable World world;
    private @Nullable Signalling signalling;

    /** In order of arrival, without those who are here; empty where nobody comes and goes. */
    private ArrayDeque<Coming> coming = new ArrayDeque<>(1);

    /** Somebody who is yet to come, with the place of the arrival among events of its instant. */
    private record Coming(PersonSpec spec, long place) {}

    /**
     * @param people all of them, in the order of the scenario
     * @param comeAndGo false if a fault or a schedule may speak of somebody who is not here
     */
    Attendance(Kernel kernel, List<Participant> people, boolean comeAndGo) {
        this.kernel = kernel;
        this.people = people;
        this.comeAndGo = comeAndGo;
    }

    /** Makes those who are here, or listen, before anybody arrives; once, before all else. */
    void begin(World newWorld, Signalling newSignalling) {
        world = newWorld;
        signalling = newSignalling;
        for (Participant participant : people) {
            if (!comeAndGo || participant.spec().behaviour().overhears()) {
                admit(participant.spec());
            }
        }
    }

    private Person admit(PersonSpec spec) {
        if (world == null || signalling == null) {
            throw new IllegalStateException("somebody arrives before there is a world");
        }
        Host host = spec.host();
        signalling.addPerson(host.person(), host.profile());
        Person person = new Person(world, spec);
        present.put(spec.subject(), person);
        return person;
    }

    /** Sets the timers of arrivals; once, at the start of the run. */
    void start() {
        if (!comeAndGo) {
            present.values().forEach(Person::start);
            return;
        }
        long place = kernel.reserve(people.size());
        List<Coming> all = new ArrayList<>(people.size());
        for (Participant participant : people) {
            all.add(new Coming(participant.spec(), place++));
        }
        all.sort(Comparator.comparingLong(next -> next.spec.joinNanos()));
        coming = new ArrayDeque<>(all);
        expectNext();
    }

    private void expectNext() {
        Coming next = coming.peek();
        if (next != null) {
            long due = kernel.startNanos() + next.spec.joinNanos();
            kernel.timerAt(next.place, due, this, 0, next.spec);
        }
    }

    /** How many are yet to come of whose arrival the kernel does not know. */
    int toCome() {
        return Math.max(0, coming.size() - 1);
    }

    /** The next one arrives. */
    @Override
    public void handle(int what, @Nullable Object data) {
        if (data instanceof PersonSpec spec) {
            coming.remove();
            expectNext();
            Person known = present.get(spec.subject());
            (known == null ? admit(spec) : known).arrive();
        }
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return data instanceof PersonSpec spec ? spec.subject() + " arrives" : "?";
    }

    /** Somebody is gone for good. */
    void gone(SubjectId subject) {
        if (comeAndGo && signalling != null) {
            present.remove(subject);
            signalling.removePerson(subject.value());
        }
    }

    /** Somebody who is here; without coming and going, anybody. */
    @Nullable
    Person find(SubjectId subject) {
        return present.get(subject);
    }

    /** As {@link #find}, all of them. */
    Collection<Person> present() {
        return present.values();
    }
}
