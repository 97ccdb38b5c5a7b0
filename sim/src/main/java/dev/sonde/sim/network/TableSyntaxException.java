package dev.sonde.sim.network;

/** A file of numbers was not understood. Says where. */
public final class TableSyntaxException extends IllegalArgumentException {

    private final int line;
    private final String cell;

    TableSyntaxException(int line, String cell, String expected) {
        super("line " + line + ": '" + cell + "', expected " + expected);
        this.line = line;
        this.cell = cell;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The text that was not understood. */
    public String cell() {
        return cell;
    }
}
