package dev.sonde.matchmaking;

import dev.sonde.transitions.Rule;
import dev.sonde.transitions.Visits;

/** Holds what happens to a person against the table: looked up before, checked after. */
final class Steps {

    final Visits visits = RoomTable.TABLE.newVisits();

    Rule visit(Person person, RoomInput input) {
        return RoomTable.TABLE.visit(person.place, input, visits);
    }

    /** Nothing is to be checked where the rule is to do nothing. */
    void check(Rule rule, Person person) {
        if (rule.kind() == Rule.Kind.MOVES) {
            RoomTable.TABLE.check(rule, person.place);
        }
    }
}
