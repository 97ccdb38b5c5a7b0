import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two people, of whom the first offers, and how far they are. */
final class Probe {
    final String id;
    final List<Person> pair;
    final long latest;
    final Set<Person> ready = new HashSet<>();

    /** When they came. */
    final Map<Person, Long> reports = new HashMap<>();

    String phase = "preparing";
    Long started;
    long until;
    String then = "timeout";

    Probe(String id, List<Person> pair, long latest) {
        this.id = id;
        this.pair = pair;
        this.latest = latest;
    }

    Person other(Person one) {
        return pair.get(pair.get(0) == one ? 1 : 0);
    }

    boolean hasReport(Person one) {
        return reports.containsKey(one);
    }

    void start(long now) {
        phase = "connecting";
        started = now;
        until = latest;
    }

    void settle(long end) {
        phase = "settling";
        then = "reported-failure";
        until = Math.min(end, latest);
    }

    /** The members as JSON. */
    String names() {
        return "[\"" + pair.get(0).name + "\",\"" + pair.get(1).name + "\"]";
    }
}
