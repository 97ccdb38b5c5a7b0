/**
 * How fast the machines and the simulation are, measured with JMH.
 *
 * <p>All benchmarks, as one table:
 *
 * <pre>
 * mvn -q -pl bench -am package -DskipTests
 * java -jar bench/target/benchmarks.jar -prof gc
 * </pre>
 *
 * <p>Some of them, by a part of their name, or once only to see whether they run:
 *
 * <pre>
 * java -jar bench/target/benchmarks.jar WholeProbe -p network=fibre -prof gc
 * java -jar bench/target/benchmarks.jar -bm ss -wi 0 -i 1 -foe true
 * </pre>
 *
 * <p>Times drift on shared machines. What counts is the ratio between two rows of one run, and the
 * bytes per operation. Start with {@link dev.sonde.bench.WholeProbe}. May import all of sim and
 * core; nothing imports this.
 */
@NullMarked
package dev.sonde.bench;

import org.jspecify.annotations.NullMarked;
