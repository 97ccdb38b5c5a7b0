package dev.sonde.architecture.planted.unmarked;

/** Lives in a package that does not say what it is. */
public record Nameless(int number) {}
