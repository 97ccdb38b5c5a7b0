package dev.sonde.sim;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

import java.util.List;

/** Ids of people that are easily put in a wrong order: some are numbers, some only look so. */
public final class TrickyIds {

    /** The worst that anybody has thought of. */
    public static final List<String> WORST = List.of(
            "0",
            "-0",
            "00",
            "0x",
            "0x0",
            "0X1f",
            "0b2",
            "0o17",
            "1e3",
            "1000",
            "1e-400",
            "1e400",
            "Infinity",
            "-Infinity",
            "infinity",
            "NaN",
            ".",
            ".5",
            "5.",
            "0.5",
            "-",
            "--1",
            "1_0",
            "1d",
            "1f",
            "0x1p3",
            "a",
            "A",
            "aA",
            "Aa",
            "_",
            "a_",
            "a-",
            "a.",
            "9007199254740993",
            "9007199254740992",
            "0x20000000000001",
            "9".repeat(64),
            "a".repeat(64));

    private TrickyIds() {}

    /** Short ones of the characters that numbers are written with. */
    public static Arbitrary<String> any() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("0123456789eExXbBoOaAfFzZ.-_")
                        .ofMinLength(1)
                        .ofMaxLength(7),
                Arbitraries.strings().withChars("01.e-").ofMinLength(1).ofMaxLength(5));
    }
}
