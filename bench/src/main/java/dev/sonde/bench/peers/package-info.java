/**
 * What a user would pick instead, doing the same as ours: other event kernels, timers, and a model
 * checker. docs/benchmarks.md says how each is set up, and why that is a fair use of it.
 *
 * <p>Peers in other languages are in {@code bench/peers}. May import the libraries that are
 * measured, and core; nothing imports this.
 */
@NullMarked
package dev.sonde.bench.peers;

import org.jspecify.annotations.NullMarked;
