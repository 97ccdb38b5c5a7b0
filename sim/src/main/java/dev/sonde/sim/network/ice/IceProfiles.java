package dev.sonde.sim.network.ice;

import dev.sonde.sim.network.Units;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads profiles. A file has one key and its value on each line; {@code #} begins a comment.
 * Durations carry units, {@code never} is the longest one, shares are in percent.
 */
public final class IceProfiles {

    /** The profiles that ship with Sonde. */
    public static final List<String> BUILT_IN = List.of("chrome", "rfc", "pion");

    /** What {@code never} reads as; an instant is added to it, so it is not the longest number. */
    static final long NEVER = Long.MAX_VALUE / 4;

    private static final int PPM_IN_PERCENT = 10_000;

    private final Map<String, String> words;
    private final String name;

    private IceProfiles(String name, Map<String, String> words) {
        this.name = name;
        this.words = words;
    }

    /** @throws IllegalArgumentException if there is none of this name */
    public static IceProfile builtIn(String name) {
        try (InputStream in = IceProfiles.class.getResourceAsStream(name + ".ice")) {
            if (in == null || !BUILT_IN.contains(name)) {
                throw new IllegalArgumentException("no ICE profile is called '" + name
                        + "'; there are " + String.join(", ", BUILT_IN));
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IllegalArgumentException naming the key that is missing, unknown or not understood
     */
    public static IceProfile parse(String name, String text) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String line : text.split("\n", -1)) {
            String bare = line.replaceFirst("#.*", "").strip();
            if (!bare.isEmpty()) {
                String[] parts = bare.split("\\s+", 2);
                String value = parts.length == 2 ? parts[1] : "";
                if (words.put(parts[0], value) != null) {
                    throw new IllegalArgumentException("'" + parts[0] + "' is there twice");
                }
            }
        }
        IceProfiles reader = new IceProfiles(name, words);
        IceProfile profile = reader.profile();
        if (!words.isEmpty()) {
            throw new IllegalArgumentException(
                    "an ICE profile has no key '" + words.keySet().iterator().next() + "'");
        }
        return profile;
    }

    private IceProfile profile() {
        return new IceProfile(
                name,
                nanos("pace"),
                oneOf("each-tick", "all", "one"),
                oneOf("freezing", "on", "off"),
                oneOf("checks", "retransmitted", "paced"),
                number("weak-checks"),
                nanos("strong-pace"),
                number("most-checks"),
                nanos("rto"),
                number("last-wait"),
                nanos("pair-fails"),
                oneOf("nomination", "at-once", "regular"),
                nanos("wait-host"),
                nanos("wait-srflx"),
                nanos("wait-prflx"),
                nanos("wait-relay"),
                nanos("keepalive"),
                number("keepalive-spread-percent") * PPM_IN_PERCENT,
                nanos("silent"),
                nanos("disconnected"),
                number("disconnected-checks"),
                nanos("failed"),
                nanos("start-fails"),
                nanos("gather-rto"),
                nanos("gather-rto-most"),
                number("gather-sends"),
                number("gather-last-wait"),
                oneOf("mdns", "on", "off"));
    }

    private String take(String key) {
        String word = words.remove(key);
        if (word == null) {
            throw new IllegalArgumentException("the ICE profile lacks the key '" + key + "'");
        }
        return word;
    }

    private long nanos(String key) {
        String word = take(key);
        long nanos = word.equals("never") ? NEVER : Units.nanos(word);
        if (nanos < 0) {
            throw new IllegalArgumentException(
                    "'" + key + " " + word + "' is no duration with a unit, as 48ms is");
        }
        return nanos;
    }

    private int number(String key) {
        String word = take(key);
        if (!word.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("'" + key + " " + word + "' is no whole number");
        }
        return Integer.parseInt(word);
    }

    private boolean oneOf(String key, String yes, String no) {
        String word = take(key);
        if (!word.equals(yes) && !word.equals(no)) {
            throw new IllegalArgumentException(
                    "'" + key + "' is " + yes + " or " + no + ", not '" + word + "'");
        }
        return word.equals(yes);
    }
}
