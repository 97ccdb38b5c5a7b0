package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

/**
 * How one kind of value stands in a file. Reader and writer use it; schema and reference page read
 * off it what they say.
 */
sealed interface Form<T> permits ScalarForm, WordForm, ListForm, KeyedForm, RecordForm, UnionForm,
        EitherForm, IntegerForm, MappedForm, SharesForm, OneKeyForm {

    /** The value, or null with at least one problem noted. */
    @Nullable
    T read(Node node, Reading reading);

    /** The other way round. */
    Node write(T value);

    /** What stands there, for people: {@code a duration}. */
    String title();
}
