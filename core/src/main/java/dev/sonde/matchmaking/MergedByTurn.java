package dev.sonde.matchmaking;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Several lines of people as one, by turn; reads no further into a line than it is asked. */
final class MergedByTurn implements Iterator<Person> {

    /** The first of one line, with what is behind. */
    private record Head(Person first, Iterator<Person> rest) {}

    private final PriorityQueue<Head> heads =
            new PriorityQueue<>((left, right) -> Person.BY_TURN.compare(left.first, right.first));

    MergedByTurn(List<Iterator<Person>> lines) {
        lines.forEach(this::enter);
    }

    private void enter(Iterator<Person> line) {
        if (line.hasNext()) {
            heads.add(new Head(line.next(), line));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public Person next() {
        Head head = heads.poll();
        if (head == null) {
            throw new NoSuchElementException();
        }
        enter(head.rest);
        return head.first;
    }
}
