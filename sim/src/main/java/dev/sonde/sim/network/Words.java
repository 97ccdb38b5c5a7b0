package dev.sonde.sim.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The words of a text, read one after another, and the errors that point at one of them. */
final class Words {

    private record Word(String text, int offset) {}

    private final List<Word> words = new ArrayList<>();
    private final int end;
    private int next;

    Words(String text) {
        end = text.length();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean gap = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (gap && start >= 0) {
                words.add(new Word(text.substring(start, i), start));
                start = -1;
            } else if (!gap && start < 0) {
                start = i;
            }
        }
    }

    boolean hasNext() {
        return next < words.size();
    }

    /** The next word, which stays; empty at the end. */
    String peek() {
        return hasNext() ? words.get(next).text() : "";
    }

    String take() {
        String word = peek();
        next++;
        return word;
    }

    /** Takes the next word if it is this one. */
    boolean takes(String word) {
        boolean found = peek().equals(word);
        next += found ? 1 : 0;
        return found;
    }

    int position() {
        return next;
    }

    /** Takes one of the known words. */
    String takeOneOf(List<String> known, String expected) {
        if (!known.contains(peek())) {
            throw unexpected(expected + ": " + String.join(", ", known), known);
        }
        return take();
    }

    /** The next word is not what is expected here. */
    LinkSyntaxException unexpected(String expected, List<String> known) {
        return unexpectedAt(next, expected, known);
    }

    LinkSyntaxException unexpectedAt(int position, String expected, List<String> known) {
        String word = position < words.size() ? words.get(position).text() : "";
        int offset = position < words.size() ? words.get(position).offset() : end;
        return new LinkSyntaxException(word, offset, expected, known);
    }

    /** Makes a value of words already taken; what is wrong with it is told at {@code position}. */
    <T> T checked(int position, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (LinkSyntaxException alreadyTold) {
            throw alreadyTold;
        } catch (IllegalArgumentException refused) {
            String why = refused.getMessage();
            throw unexpectedAt(position, why == null ? "another value" : why, List.of());
        }
    }
}
