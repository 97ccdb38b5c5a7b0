package dev.sonde.matchmaking;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** The elements that pass, found one at a time. */
final class Filtered<T, S extends T> implements Iterator<T> {

    private final Iterator<S> all;
    private final Predicate<? super S> passes;
    private @Nullable T next;

    Filtered(Iterator<S> all, Predicate<? super S> passes) {
        this.all = all;
        this.passes = passes;
    }

    @Override
    public boolean hasNext() {
        while (next == null && all.hasNext()) {
            S candidate = all.next();
            if (passes.test(candidate)) {
                next = candidate;
            }
        }
        return next != null;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T found = next;
        next = null;
        if (found == null) {
            throw new NoSuchElementException();
        }
        return found;
    }
}
