package dev.sonde.sim.scenario;

import java.util.ArrayList;
import java.util.List;

/** Entries of lists that are of one kind or another. */
final class Unions {

    static final UnionForm<PersonEntry> PERSON = new UnionForm<>(
            "person",
            List.of(
                    new UnionForm.Case<>("crowd", RecordForm.of(Crowd.class), true),
                    new UnionForm.Case<>("id", RecordForm.of(Person.class), false)));

    static final UnionForm<PathEntry> PATH = new UnionForm<>(
            "path",
            List.of(
                    new UnionForm.Case<>("between", RecordForm.of(PathEntry.Between.class), false),
                    new UnionForm.Case<>("from", RecordForm.of(PathEntry.OneWay.class), false)));

    static final UnionForm<FaultEntry> FAULT = new UnionForm<>("fault", faults());

    private Unions() {}

    /** One case for each record; its first key that is not a time tells the kind. */
    private static List<UnionForm.Case<? extends FaultEntry>> faults() {
        List<UnionForm.Case<? extends FaultEntry>> cases = new ArrayList<>();
        addKinds(FaultEntry.class, cases);
        cases.add(new UnionForm.Case<>("storm", RecordForm.of(Storm.class), true));
        return cases;
    }

    private static void addKinds(
            Class<? extends FaultEntry> family, List<UnionForm.Case<? extends FaultEntry>> cases) {
        for (Class<?> each : family.getPermittedSubclasses()) {
            Class<? extends FaultEntry> kind = each.asSubclass(FaultEntry.class);
            if (kind.isInterface()) {
                addKinds(kind, cases);
            } else if (kind != Storm.class) {
                cases.add(flat(kind));
            }
        }
    }

    private static <T extends FaultEntry> UnionForm.Case<T> flat(Class<T> kind) {
        RecordForm<T> form = RecordForm.of(kind);
        List<String> keys = form.keyNames();
        return new UnionForm.Case<>(
                keys.get(0).equals("at") ? keys.get(1) : keys.get(0), form, false);
    }
}
