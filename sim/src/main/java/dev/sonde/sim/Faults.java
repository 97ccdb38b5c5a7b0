package dev.sonde.sim;

import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.Direction;
import dev.sonde.sim.network.LossRule;
import dev.sonde.sim.network.MediaPlane;
import dev.sonde.sim.network.Proof;
import dev.sonde.sim.network.Rule;
import dev.sonde.sim.network.Signalling;
import dev.sonde.sim.peer.Forgeries;
import dev.sonde.sim.peer.Person;
import dev.sonde.sim.peer.PersonSpec;
import dev.sonde.sim.peer.World;
import dev.sonde.sim.scenario.MachineFault;
import dev.sonde.sim.scenario.NetworkFault;
import dev.sonde.sim.scenario.PersonFault;
import dev.sonde.sim.scenario.ServerFault;
import dev.sonde.sim.scenario.TimedFault;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the faults of a scenario happen, and keeps which of them took effect. */
final class Faults implements EventHandler {

    private static final double MILLION = 1e6;
    private static final String SERVER = Chronicle.SERVER;

    private final Kernel kernel;
    private final Signalling signalling;
    private final MediaPlane media;
    private final ServerDriver server;
    private final Attendance attendance;
    private final Epochs epochs;
    private final Chronicle chronicle;
    private final World world;
    private final List<Planned> planned = new ArrayList<>();
    private final List<LossRule> losses = new ArrayList<>(0);
    private final Map<String, Forgeries> forgeries = new LinkedHashMap<>();

    /** A fault, and whether it has taken effect. Two of a file may be equal. */
    private static final class Planned {

        private final TimedFault fault;
        private final List<Proof> proofs = new ArrayList<>(1);
        private boolean done;
        private String phase = "";

        private Planned(TimedFault fault) {
            this.fault = fault;
        }

        /** What lasts has to meet something that it acts on. */
        boolean isDelivered() {
            return done && (proofs.isEmpty() || proofs.stream().anyMatch(Proof::isDelivered));
        }

        String label() {
            return "fault/" + FaultWords.kind(fault) + "/" + phase;
        }
    }

    Faults(
            Kernel kernel,
            Signalling signalling,
            MediaPlane media,
            ServerDriver server,
            Attendance attendance,
            World world,
            Epochs epochs,
            Chronicle chronicle) {
        this.kernel = kernel;
        this.signalling = signalling;
        this.media = media;
        this.server = server;
        this.attendance = attendance;
        this.world = world;
        this.epochs = epochs;
        this.chronicle = chronicle;
    }

    /** Sets the timers; once, at the start of the run. */
    void start(List<TimedFault> faults, List<LossRule> ofPackets) {
        losses.addAll(ofPackets);
        losses.forEach(media::lose);
        for (TimedFault fault : faults) {
            Planned plan = new Planned(fault);
            planned.add(plan);
            kernel.timer(kernel.startNanos() + fault.atNanos(), this, 0, plan);
            if (fault instanceof PersonFault.Forge forge
                    && !forgeries.containsKey(forge.person())) {
                forgeries.put(forge.person(), new Forgeries(person(forge.person()), world));
            }
        }
    }

    /** The run is over: what lasted has acted on something by now, or never. */
    void over() {
        for (Planned plan : planned) {
            if (!plan.proofs.isEmpty() && plan.isDelivered()) {
                epochs.now().reached(plan.label());
            }
        }
    }

    /** The faults that never took effect, in words; {@code rules} prove their own delivery. */
    List<String> withoutEffect(List<Rule> rules) {
        List<String> words = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.effects() == 0) {
                words.add(rule.name());
            }
        }
        for (LossRule loss : losses) {
            if (loss.effects() == 0) {
                words.add(loss.name());
            }
        }
        for (Planned plan : planned) {
            if (!plan.isDelivered()) {
                words.add(FaultWords.of(plan.fault));
            }
        }
        return words;
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        if (data instanceof Planned plan) {
            TimedFault fault = plan.fault;
            String person = FaultWords.victim(fault);
            plan.phase =
                    person.equals(SERVER) ? "any" : epochs.now().phaseOf(new SubjectId(person));
            plan.done = happen(fault, plan.proofs);
            if (plan.proofs.isEmpty() && plan.done) {
                epochs.now().reached(plan.label());
            }
            chronicle.add(
                    TraceEntry.Kind.FAULT,
                    Chronicle.FAULT,
                    person,
                    plan.done ? FaultWords.of(fault) : FaultWords.of(fault) + ", without effect");
        }
    }

    /** @param proofs gets one for each way in which the fault lasts */
    private boolean happen(TimedFault fault, List<Proof> proofs) {
        if (fault instanceof PersonFault.Disconnect disconnect) {
            return disconnect(disconnect);
        }
        if (fault instanceof PersonFault.Reload reload) {
            return person(reload.person()).disconnect(true, reload.backAfterNanos(), true, false);
        }
        if (fault instanceof PersonFault.Leave leave) {
            return person(leave.person()).leave(leave.backAfterNanos().orElse(PersonSpec.NEVER));
        }
        if (fault instanceof PersonFault.Forge forge) {
            Forgeries known = forgeries.get(forge.person());
            return known != null && known.say(ForgeWords.of(forge));
        }
        if (fault instanceof PersonFault.Freeze freeze) {
            return person(freeze.person()).freeze(freeze.forNanos());
        }
        if (fault instanceof MachineFault.Die die) {
            return person(die.person()).die();
        }
        if (fault instanceof MachineFault.ClockRate clock) {
            return person(clock.person()).setClockRate((int) clock.byPpm());
        }
        if (fault instanceof NetworkFault.TurnDown down) {
            proofs.add(media.turnDown(kernel.nowNanos() + down.forNanos()));
            return true;
        }
        if (fault instanceof NetworkFault.Rebind rebind) {
            return media.rebind(
                    rebind.person(), rebind.which() == NetworkFault.Rebind.Which.CARRIER);
        }
        if (fault instanceof ServerFault.Crash crash) {
            return server.crash(crash.backAfterNanos());
        }
        if (fault instanceof ServerFault.Shutdown) {
            return server.shutDown();
        }
        ofTheNetwork(fault, proofs);
        return true;
    }

    private boolean disconnect(PersonFault.Disconnect fault) {
        boolean told = fault.notice() == PersonFault.Notice.TOLD
                && fault.socket() == PersonFault.ReturnSocket.NEW;
        return person(fault.person())
                .disconnect(
                        told,
                        fault.backAfterNanos().orElse(PersonSpec.NEVER),
                        true,
                        fault.page() == PersonFault.ReturnPage.SAME);
    }

    private void ofTheNetwork(TimedFault fault, List<Proof> proofs) {
        long now = kernel.nowNanos();
        if (fault instanceof PersonFault.SlowReader slow) {
            proofs.add(signalling.stall(
                    slow.person(), Direction.FROM_SERVER, now + slow.forNanos(), "slow-reader"));
        } else if (fault instanceof NetworkFault.Stall stall) {
            stall(stall.person(), stall.direction(), now + stall.forNanos(), "stall", proofs);
        } else if (fault instanceof NetworkFault.DelaySpike spike) {
            delaySpike(spike, now + spike.forNanos(), proofs);
        } else if (fault instanceof NetworkFault.LossSpike spike) {
            proofs.add(media.lossSpike(
                    spike.person(), spike.lossPpm() / MILLION, now + spike.forNanos()));
        } else if (fault instanceof NetworkFault.DuplicateSpike spike) {
            proofs.add(media.duplicateSpike(
                    spike.person(), spike.sharePpm() / MILLION, now + spike.forNanos()));
        } else if (fault instanceof NetworkFault.ReorderSpike spike) {
            proofs.add(media.reorderSpike(
                    spike.person(),
                    spike.sharePpm() / MILLION,
                    spike.byNanos(),
                    now + spike.forNanos()));
        } else if (fault instanceof NetworkFault.Partition partition) {
            partition(partition, now + partition.forNanos(), proofs);
        }
    }

    private void delaySpike(NetworkFault.DelaySpike spike, long untilNanos, List<Proof> proofs) {
        if (spike.plane() != NetworkFault.Plane.MEDIA) {
            for (Direction direction : Direction.values()) {
                proofs.add(signalling.delaySpike(
                        spike.person(), direction, spike.byNanos(), untilNanos));
            }
        }
        if (spike.plane() != NetworkFault.Plane.SIGNALLING) {
            proofs.add(media.delaySpike(spike.person(), spike.byNanos(), untilNanos));
        }
    }

    private void partition(NetworkFault.Partition fault, long untilNanos, List<Proof> proofs) {
        if (!fault.between().isEmpty()) {
            String one = fault.between().get(0);
            String other = fault.between().get(1);
            if (fault.direction() != NetworkFault.Direction.IN) {
                proofs.add(media.partition(one, other, untilNanos));
            }
            if (fault.direction() != NetworkFault.Direction.OUT) {
                proofs.add(media.partition(other, one, untilNanos));
            }
            return;
        }
        if (fault.plane() != NetworkFault.Plane.SIGNALLING) {
            proofs.add(media.isolate(fault.of(), untilNanos));
        }
        if (fault.plane() != NetworkFault.Plane.MEDIA) {
            stall(fault.of(), fault.direction(), untilNanos, "partition", proofs);
        }
    }

    private void stall(
            String person,
            NetworkFault.Direction direction,
            long untilNanos,
            String rule,
            List<Proof> proofs) {
        if (direction != NetworkFault.Direction.IN) {
            proofs.add(signalling.stall(person, Direction.TO_SERVER, untilNanos, rule));
        }
        if (direction != NetworkFault.Direction.OUT) {
            proofs.add(signalling.stall(person, Direction.FROM_SERVER, untilNanos, rule));
        }
    }

    private Person person(String id) {
        Person person = attendance.find(new SubjectId(id));
        if (person == null) {
            throw new IllegalStateException("the scenario was read with a fault to nobody: " + id);
        }
        return person;
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return data instanceof Planned plan
                ? FaultWords.kind(plan.fault) + " of " + FaultWords.victim(plan.fault)
                : "fault";
    }
}
