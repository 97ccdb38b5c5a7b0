package dev.sonde.sim.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States one key of the file format, on the record component that holds its value.
 *
 * <p>What the value looks like follows from the component's type and, where that does not tell,
 * from the end of its name ({@code Nanos} is a duration, {@code Ppm} a share) and from {@link #as}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Key {

    /** An {@link #unset} of a key that has to be there. */
    String REQUIRED = "(required)";

    /** An {@link #unset} of a key without which there is no such thing. */
    String NONE = "";

    /** The word in the file. */
    String value();

    /** What a text stands for. */
    As as() default As.TYPE;

    /** What the file is taken to say where the key is missing. */
    String unset() default REQUIRED;

    /** Least value, as written in a file; empty for none. */
    String min() default "";

    /** Greatest value, as written in a file; empty for none. */
    String max() default "";

    /** One sentence of meaning. */
    String doc();

    /** A value as written in a file. */
    String example() default "";
}
