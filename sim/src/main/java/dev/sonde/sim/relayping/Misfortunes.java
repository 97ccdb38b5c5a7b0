package dev.sonde.sim.relayping;

import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.SeededChoices;
import dev.sonde.sim.network.Direction;
import dev.sonde.sim.network.Signalling;
import dev.sonde.sim.pack.PackException;
import dev.sonde.sim.peer.Behaviour;
import dev.sonde.sim.peer.PersonSpec;
import dev.sonde.sim.scenario.ExpectSection;
import dev.sonde.sim.scenario.FaultEntry;
import dev.sonde.sim.scenario.NetworkFault;
import dev.sonde.sim.scenario.NetworkFault.Plane;
import dev.sonde.sim.scenario.Person;
import dev.sonde.sim.scenario.PersonEntry;
import dev.sonde.sim.scenario.PersonFault;
import dev.sonde.sim.scenario.PersonFault.Notice;
import dev.sonde.sim.scenario.PersonFault.ReturnPage;
import dev.sonde.sim.scenario.PersonFault.ReturnSocket;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.TimedFault;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Makes the faults of a scenario happen, and draws more of them for exploration. */
final class Misfortunes implements EventHandler {

    /** The kinds that this protocol knows, for the table of what is reached. */
    static final List<String> KINDS = List.of("disconnect", "leave", "stall", "delay-spike");

    private static final List<Behaviour> ODD =
            List.of(Behaviour.SILENT, Behaviour.DOUBLE_READY, Behaviour.DOUBLE_RESULT);

    private static final long MILLI = 1_000_000L;

    private final Chronicle chronicle;
    private final Signalling signalling;
    private final Map<String, Page> pages;
    private final Rows rows;
    private final Set<TimedFault> withoutEffect = new LinkedHashSet<>();

    Misfortunes(Chronicle chronicle, Signalling signalling, Map<String, Page> pages, Rows rows) {
        this.chronicle = chronicle;
        this.signalling = signalling;
        this.pages = pages;
        this.rows = rows;
    }

    /** @throws PackException if a fault is of a kind that this protocol does not have */
    static void check(List<FaultEntry> faults) throws PackException {
        for (FaultEntry fault : faults) {
            if (!KINDS.contains(kind(fault))) {
                throw new PackException("relay-ping has no fault of this kind: " + fault
                        + "; known are: " + String.join(", ", KINDS));
            }
        }
    }

    private static String kind(FaultEntry fault) {
        if (fault instanceof PersonFault.Disconnect) {
            return "disconnect";
        }
        if (fault instanceof PersonFault.Leave) {
            return "leave";
        }
        if (fault instanceof NetworkFault.Stall) {
            return "stall";
        }
        return fault instanceof NetworkFault.DelaySpike ? "delay-spike" : "";
    }

    /** Sets a timer for each. */
    void start(List<FaultEntry> faults) {
        Kernel kernel = chronicle.kernel();
        for (FaultEntry fault : faults) {
            if (fault instanceof TimedFault timed) {
                withoutEffect.add(timed);
                kernel.timer(kernel.startNanos() + timed.atNanos(), this, 0, timed);
            }
        }
    }

    /** Those that never took effect, in words. */
    List<String> withoutEffect() {
        return withoutEffect.stream().map(Misfortunes::words).toList();
    }

    private static String words(TimedFault fault) {
        return kind(fault) + " of " + victim(fault) + " at " + fault.atNanos() / MILLI + "ms";
    }

    private static String victim(TimedFault fault) {
        if (fault instanceof PersonFault theirs) {
            return theirs.person();
        }
        if (fault instanceof NetworkFault.Stall stall) {
            return stall.person();
        }
        return fault instanceof NetworkFault.DelaySpike spike ? spike.person() : "";
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        if (data instanceof TimedFault fault) {
            boolean done = happen(fault);
            if (done) {
                withoutEffect.remove(fault);
                rows.reached("fault/" + kind(fault));
            }
            chronicle.add(
                    TraceEntry.Kind.FAULT,
                    Chronicle.FAULT,
                    victim(fault),
                    done ? words(fault) : words(fault) + ", without effect");
        }
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return data instanceof TimedFault fault ? kind(fault) + " of " + victim(fault) : "fault";
    }

    private boolean happen(TimedFault fault) {
        Page page = pages.get(victim(fault));
        if (page == null) {
            return false;
        }
        if (fault instanceof PersonFault.Disconnect broken) {
            boolean told = broken.notice() == Notice.TOLD && broken.socket() == ReturnSocket.NEW;
            return page.breaks(told, broken.backAfterNanos().orElse(PersonSpec.NEVER));
        }
        if (fault instanceof PersonFault.Leave leave) {
            boolean left = page.leave();
            if (left && leave.backAfterNanos().isPresent()) {
                page.back(leave.backAfterNanos().getAsLong());
            }
            return left;
        }
        long now = chronicle.kernel().nowNanos();
        if (fault instanceof NetworkFault.Stall stall) {
            long until = now + stall.forNanos();
            if (stall.direction() != NetworkFault.Direction.IN) {
                signalling.stall(stall.person(), Direction.TO_SERVER, until, "stall");
            }
            if (stall.direction() != NetworkFault.Direction.OUT) {
                signalling.stall(stall.person(), Direction.FROM_SERVER, until, "stall");
            }
            return true;
        }
        if (fault instanceof NetworkFault.DelaySpike spike && spike.plane() != Plane.MEDIA) {
            long until = now + spike.forNanos();
            for (Direction direction : Direction.values()) {
                signalling.delaySpike(spike.person(), direction, spike.byNanos(), until);
            }
            return true;
        }
        return false;
    }

    /** The scenario with what a seed adds to it: odd pages and faults of those listed by name. */
    static Scenario added(Scenario scenario, long seed) {
        Draws draws = new SeededChoices(seed).draws("misfortunes", "fault", "");
        List<String> names = new ArrayList<>();
        List<PersonEntry> people = new ArrayList<>();
        for (PersonEntry entry : scenario.people()) {
            if (entry instanceof Person person) {
                names.add(person.id());
                people.add(
                        draws.chance(0.1)
                                ? person.withPage(
                                        ODD.get((int) draws.below(ODD.size())).wireName(),
                                        person.instance())
                                : person);
            } else {
                people.add(entry);
            }
        }
        long count = names.isEmpty() ? 0 : draws.below(scenario.explore().faults() + 1L);
        List<FaultEntry> faults = new ArrayList<>(scenario.faults());
        for (int i = 0; i < count; i++) {
            faults.add(
                    draw(names.get((int) draws.below(names.size())), scenario.untilNanos(), draws));
        }
        return scenario.withPeople(people).withFaults(faults).withExpect(ExpectSection.DEFAULT);
    }

    /** Early instants and short times are as likely as late and long ones: both are log-uniform. */
    private static TimedFault draw(String person, long untilNanos, Draws draws) {
        long at = Math.min(untilNanos, lasting(draws));
        long lasting = Math.max(MILLI, Math.min(untilNanos - at, lasting(draws)));
        return switch ((int) draws.below(4)) {
            case 0 ->
                new PersonFault.Disconnect(
                        at,
                        person,
                        OptionalLong.of(lasting),
                        draws.chance(0.3) ? ReturnSocket.OVERLAPPING : ReturnSocket.NEW,
                        ReturnPage.SAME,
                        draws.chance(0.3) ? Notice.SILENT : Notice.TOLD);
            case 1 ->
                new PersonFault.Leave(
                        at,
                        person,
                        draws.chance(0.5) ? OptionalLong.empty() : OptionalLong.of(lasting));
            case 2 ->
                new NetworkFault.Stall(
                        at, person, NetworkFault.Direction.values()[(int) draws.below(3)], lasting);
            default ->
                new NetworkFault.DelaySpike(
                        at, person, MILLI << draws.below(10), Plane.SIGNALLING, lasting);
        };
    }

    /** From 16 ms to 32 s. */
    private static long lasting(Draws draws) {
        long base = (16 * MILLI) << draws.below(11);
        return draws.between(base, 2 * base);
    }
}
