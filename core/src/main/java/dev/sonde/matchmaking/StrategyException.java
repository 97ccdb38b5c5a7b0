package dev.sonde.matchmaking;

/** A strategy threw, or proposed what can't be. */
final class StrategyException extends Exception {

    private static final int LONGEST = 128;

    StrategyException(RuntimeException cause) {
        super(cause);
    }

    /** What went wrong, in one short line. */
    String line() {
        String text = String.valueOf(getCause()).replaceAll("\\p{Cntrl}", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
