package dev.sonde.architecture.planted.ring.b;

import dev.sonde.architecture.planted.ring.a.LinkA;

/** One of two rooms that import each other. */
public record LinkB(int number) {

    public LinkA next() {
        return new LinkA(number + 1);
    }
}
