package dev.sonde.architecture.planted.ring.a;

import dev.sonde.architecture.planted.ring.b.LinkB;

/** One of two rooms that import each other. */
public record LinkA(int number) {

    public LinkB next() {
        return new LinkB(number + 1);
    }
}
