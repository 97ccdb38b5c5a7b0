package dev.sonde.sim.network.packet;

import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.nat.Endpoint;
import dev.sonde.sim.network.nat.NatBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who stands where: machines, the NATs that they are behind, and whose an address is. A home's NAT
 * is shared by the people of one LAN, a carrier's by those of one profile.
 */
final class Topology {

    private final Map<String, PacketHost> hosts = new LinkedHashMap<>();
    private final Map<String, Gateway> homes = new LinkedHashMap<>();
    private final Map<String, Gateway> carriers = new LinkedHashMap<>();
    private final List<PacketHost> insiders = new ArrayList<>();
    private final List<Object> publicOwners = new ArrayList<>();
    private final List<Gateway> carrierOwners = new ArrayList<>();
    private NatBox.@Nullable Refusal refusal;

    @Nullable
    PacketHost known(String person) {
        return hosts.get(person);
    }

    /** The gateway that a machine's packets meet first; null if its own address is public. */
    @Nullable
    Gateway gatewayOf(Host host) {
        NatBehavior nat = host.profile().nat();
        NatBehavior carrierNat = host.profile().carrierNat();
        Gateway carrier = null;
        if (carrierNat != null) {
            carrier = carriers.get(host.profile().name());
            if (carrier == null) {
                carrier = newGateway(carrierNat, null);
                carriers.put(host.profile().name(), carrier);
            }
        }
        if (nat.equals(NatBehavior.NONE)) {
            return carrier;
        }
        if (host.lan().isEmpty()) {
            return newGateway(nat, carrier);
        }
        Gateway home = homes.get(host.lan());
        if (home == null) {
            home = newGateway(nat, carrier);
            homes.put(host.lan(), home);
        }
        return home;
    }

    private Gateway newGateway(NatBehavior behaviour, @Nullable Gateway outer) {
        boolean inside = outer != null;
        int block = inside ? Endpoint.CARRIER : Endpoint.PUBLIC;
        int first = block + (inside ? carrierOwners.size() : publicOwners.size());
        Gateway gateway = new Gateway(new NatBox(behaviour, first), block, first, outer);
        for (int i = 0; i < behaviour.poolSize(); i++) {
            if (inside) {
                carrierOwners.add(gateway);
            } else {
                publicOwners.add(gateway);
            }
        }
        return gateway;
    }

    /** Where the next machine would be: its own address. */
    int nextAddress(@Nullable Gateway gateway) {
        return gateway == null
                ? Endpoint.PUBLIC + publicOwners.size()
                : Endpoint.PRIVATE + insiders.size();
    }

    void add(PacketHost host) {
        hosts.put(host.person(), host);
        if (host.gateway() == null) {
            publicOwners.add(host);
        } else {
            insiders.add(host);
        }
    }

    /** Whose machine an endpoint belongs to, whatever filters say; null if nobody's. */
    @Nullable
    PacketHost owner(long endpoint) {
        long at = endpoint;
        while (at != Endpoint.NONE) {
            Object owner = ownerOfAddress(Endpoint.address(at));
            if (!(owner instanceof Gateway gateway)) {
                return (PacketHost) owner;
            }
            at = gateway.box().owner(at);
        }
        return null;
    }

    /**
     * Takes a packet in through every NAT on its way.
     *
     * @return the machine, or null if a NAT refuses it: {@link #refusal()}
     */
    @Nullable
    PacketHost enter(Datagram datagram, long nowNanos) {
        long at = datagram.target;
        while (true) {
            Object owner = ownerOfAddress(Endpoint.address(at));
            if (!(owner instanceof Gateway gateway)) {
                datagram.target = at;
                return (PacketHost) owner;
            }
            at = gateway.box().in(at, datagram.source, nowNanos);
            if (at == Endpoint.NONE) {
                refusal = gateway.box().refused();
                return null;
            }
        }
    }

    /** Why the last packet was refused that was refused. */
    NatBox.@Nullable Refusal refusal() {
        return refusal;
    }

    private @Nullable Object ownerOfAddress(int address) {
        int number = Endpoint.indexIn(Endpoint.PRIVATE, address);
        if (number >= 0) {
            return number < insiders.size() ? insiders.get(number) : null;
        }
        number = Endpoint.indexIn(Endpoint.PUBLIC, address);
        if (number >= 0) {
            return number < publicOwners.size() ? publicOwners.get(number) : null;
        }
        number = Endpoint.indexIn(Endpoint.CARRIER, address);
        return number >= 0 && number < carrierOwners.size() ? carrierOwners.get(number) : null;
    }
}
