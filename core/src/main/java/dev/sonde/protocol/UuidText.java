package dev.sonde.protocol;

/** 128 bits as the canonical lower-case text of a UUID behind a prefix, without {@code UUID}. */
final class UuidText {

    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final int LENGTH = 36;

    private UuidText() {}

    static String write(String prefix, long most, long least) {
        char[] text = new char[prefix.length() + LENGTH];
        prefix.getChars(0, prefix.length(), text, 0);
        int at = prefix.length();
        for (int digit = 0; digit < 32; digit++) {
            if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
                text[at++] = '-';
            }
            long word = digit < 16 ? most : least;
            text[at++] = HEX[(int) (word >>> (60 - 4 * (digit & 15))) & 15];
        }
        return new String(text);
    }

    /** The two words, or null if the text is not exactly what {@link #write} makes of them. */
    static long @org.jspecify.annotations.Nullable [] read(String prefix, String text) {
        if (text.length() != prefix.length() + LENGTH || !text.startsWith(prefix)) {
            return null;
        }
        long[] words = new long[2];
        int at = prefix.length();
        for (int digit = 0; digit < 32; digit++) {
            if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
                if (text.charAt(at++) != '-') {
                    return null;
                }
            }
            char c = text.charAt(at++);
            int value = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (value < 0) {
                return null;
            }
            words[digit >>> 4] = (words[digit >>> 4] << 4) | value;
        }
        return words;
    }

    /** The words with version 4 and the variant of RFC 9562 put in; 122 bits stay as they were. */
    static long versioned(long most) {
        return (most & ~0xF000L) | 0x4000L;
    }

    static long variant(long least) {
        return (least & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    }
}
