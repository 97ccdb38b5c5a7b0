package dev.sonde.architecture.planted.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sonde.architecture.planted.wall.Wall;

/** Imports another room and a library, neither of which its line would allow. */
public final class EagerKernel {

    private final Wall wall;

    EagerKernel(Wall wall) {
        this.wall = wall;
    }

    int bricks(ObjectNode ignored) {
        return wall.bricks() + ignored.size();
    }
}
