package dev.sonde.architecture.planted.wall;

/** A room that others import, and that keeps static state in both wrong ways. */
public final class Wall {

    static final int[] COURSES = {1, 2, 3};
    static final String NAME = "a constant";
    private static int built;

    public int bricks() {
        built += COURSES.length + NAME.length();
        return built;
    }
}
