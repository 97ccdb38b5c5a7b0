package dev.sonde.matchmaking;

import java.util.Iterator;

/** One sequence behind another. */
record Chained<T>(Iterator<T> first, Iterator<T> then) implements Iterator<T> {

    @Override
    public boolean hasNext() {
        return first.hasNext() || then.hasNext();
    }

    @Override
    public T next() {
        return first.hasNext() ? first.next() : then.next();
    }
}
