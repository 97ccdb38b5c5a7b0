package dev.sonde.sim.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Seeds as people write them: {@code 7}, {@code 1..100}, {@code 7, 1..100}. */
final class SeedSet {

    private static final Pattern RANGE =
            Pattern.compile("(-?[0-9]{1,18})(?:\\.\\.(-?[0-9]{1,18}))?");

    private record Range(long first, long last) {}

    private final List<Range> ranges;

    private SeedSet(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** @throws IllegalArgumentException if these are no seeds */
    static SeedSet parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                throw wrong(text);
            }
            long first = Long.parseLong(range.group(1));
            long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
            if (last < first) {
                throw wrong(text);
            }
            ranges.add(new Range(first, last));
        }
        return new SeedSet(ranges);
    }

    LongStream stream() {
        return ranges.stream()
                .flatMapToLong(range -> LongStream.rangeClosed(range.first(), range.last()));
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'" + text + "' are no seeds; write 7, 1..100, or several with commas between");
    }
}
