package dev.sonde.sim.scenario;

/** What comes out of one draw, whatever the seed would have it be. */
public record FixedDraw(
        @Key(
                value = "draw",
                as = As.LINE,
                doc = "Which draw: whose it is, of what kind, and its label.",
                example = "ann/cut/to-server")
        String draw,

        @Key(
                value = "nth",
                unset = "1",
                min = "1",
                doc = "Which of the draws of that name, counted from 1 over the run.",
                example = "2")
        long nth,

        @Key(
                value = "value",
                min = "0",
                doc = "What comes out: the answers are counted from 0; a number beyond the last"
                        + " one stands for the last one.",
                example = "1")
        long value) {}
