package dev.sonde.sim.network.packet;

import static dev.sonde.sim.network.packet.MachineCoverageTest.unvisited;
import static dev.sonde.sim.network.packet.MachineCoverageTest.wake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.network.ice.AgentState;
import dev.sonde.sim.network.ice.AgentTable;
import dev.sonde.sim.network.ice.Candidate;
import dev.sonde.sim.network.ice.CandidatePair;
import dev.sonde.sim.network.ice.CandidateType;
import dev.sonde.sim.network.ice.IceAgent;
import dev.sonde.sim.network.ice.IceOutput;
import dev.sonde.sim.network.ice.IceProfiles;
import dev.sonde.sim.network.ice.PairTable;
import dev.sonde.sim.network.nat.Endpoint;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Goal: an agent withstands checks, answers, conflicts and candidates in any order, and every rule
 * of its two tables that can come does come.
 */
class IceCoverageTest {

    private static final long SEED = 4;

    private final Random random = new Random(SEED);

    @Test
    void everyRuleOfTheIceAgentAndItsPairsIsVisited() {
        IceAgent.Coverage coverage = new IceAgent.Coverage();
        for (int life = 0; life < 4_000; life++) {
            new IceLife(coverage).live();
        }

        assertThat(unvisited(PairTable.TABLE, coverage.pairs())).isEmpty();
        assertThat(unvisited(AgentTable.TABLE, coverage.agents())).isEmpty();
    }

    /** One agent in a world that answers as it likes. */
    private final class IceLife implements IceOutput {

        private record Sent(Candidate from, long to, long transaction) {}

        private final Candidate host =
                Candidate.of(CandidateType.HOST, Endpoint.of(Endpoint.PRIVATE, 1), 0);
        private final Candidate relay =
                Candidate.of(CandidateType.RELAY, Endpoint.of(Endpoint.SERVER, 2), 0);
        private final List<Sent> sent = new ArrayList<>();
        private final List<Long> permits = new ArrayList<>();
        private final IceAgent agent;

        IceLife(IceAgent.Coverage coverage) {
            String profile = IceProfiles.BUILT_IN.get(random.nextInt(IceProfiles.BUILT_IN.size()));
            agent = new IceAgent(
                    IceProfiles.builtIn(profile),
                    random.nextBoolean(),
                    random.nextInt(100),
                    this,
                    coverage);
        }

        void live() {
            long now = 0;
            if (random.nextInt(30) > 0) {
                agent.start(0);
            }
            agent.addLocal(0, host);
            agent.addLocal(0, relay);
            for (int step = 0; step < 70; step++) {
                switch (random.nextInt(12)) {
                    case 0 -> agent.addRemote(now, remote());
                    case 1 -> check(now);
                    case 2, 3, 4 -> reply(now);
                    case 5 -> permission(now);
                    case 6 -> {
                        if (random.nextInt(12) == 0) {
                            agent.close();
                        }
                    }
                    default -> now = wake(now, agent.nextDeadlineNanos(), agent::wake);
                }
            }
        }

        private Candidate remote() {
            // Few types and many ports: some pairs share their foundation.
            CandidateType type = random.nextBoolean() ? CandidateType.HOST : CandidateType.SRFLX;
            long endpoint = Endpoint.of(Endpoint.PUBLIC, random.nextInt(6));
            return Candidate.of(type, endpoint, endpoint);
        }

        private void check(long now) {
            agent.onCheck(
                    now,
                    random.nextInt(4) == 0 ? relay : host,
                    Endpoint.of(Endpoint.PUBLIC, random.nextInt(8)),
                    1,
                    100,
                    random.nextInt(8) == 0 ? agent.isControlling() : !agent.isControlling(),
                    random.nextInt(100),
                    random.nextBoolean());
        }

        private void reply(long now) {
            if (sent.isEmpty()) {
                return;
            }
            Sent to = sent.get(sent.size() - 1 - random.nextInt(Math.min(4, sent.size())));
            switch (random.nextInt(8)) {
                case 0 -> agent.onConflict(now, to.transaction, agent.isControlling());
                case 1 -> agent.onAnswer(now, to.from, to.to + 1, to.transaction, 5);
                default -> agent.onAnswer(now, to.from, to.to, to.transaction, 5);
            }
        }

        private void permission(long now) {
            if (!permits.isEmpty()) {
                long peer = permits.get(random.nextInt(permits.size()));
                agent.permitted(now, peer, random.nextInt(3) > 0);
            }
        }

        @Override
        public void check(
                Candidate from, long to, long transaction, int priority, boolean nominate) {
            sent.add(new Sent(from, to, transaction));
        }

        @Override
        public void answer(Candidate from, long to, long transaction) {}

        @Override
        public void conflict(Candidate from, long to, long transaction) {}

        @Override
        public void permit(long peer) {
            permits.add(peer);
        }

        @Override
        public void using(CandidatePair pair) {}

        @Override
        public void fared(CandidatePair pair, String how) {}

        @Override
        public void stateChanged(AgentState state) {}

        @Override
        public long draw(long bound) {
            return bound / 2;
        }
    }
}
