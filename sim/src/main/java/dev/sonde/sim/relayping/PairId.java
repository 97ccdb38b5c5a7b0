package dev.sonde.sim.relayping;

/** Names one measurement of two people; counts from 1. */
record PairId(long number) {

    @Override
    public String toString() {
        return "pair " + number;
    }
}
