/** What is known of a subject, who waits since {@code joined}. */
final class Person {
    final String name;
    Long socket;
    Long joined;
    long away;
    long since;

    /** The probe that runs, and the last one that did. */
    Probe probe;

    Probe last;

    Person(String name) {
        this.name = name;
    }

    boolean isAway() {
        return socket == null;
    }
}
