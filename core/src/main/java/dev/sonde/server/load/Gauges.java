package dev.sonde.server.load;

import dev.sonde.server.SondeServer;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** What a server in this process says about itself, and what it takes. */
final class Gauges {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private final SondeServer server;

    Gauges(SondeServer server) {
        this.server = server;
    }

    /** All samples of a metric together, whatever their labels. */
    long sum(String name) {
        double sum = 0;
        for (String line : server.metrics().split("\n", -1)) {
            boolean isOfIt = line.startsWith(name + " ") || line.startsWith(name + "{");
            sum += isOfIt ? Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) : 0;
        }
        return Math.round(sum);
    }

    /** The gauges that ought to be 0 once everybody has gone and are not. */
    String leftOver() {
        StringJoiner left = new StringJoiner(", ");
        for (String name : new String[] {
            "sonde_connections", "sonde_probes_live", "sonde_waiting", "sonde_loop_queue_depth"
        }) {
            long value = sum(name);
            if (value != 0) {
                left.add(name + " " + value);
            }
        }
        return left.toString();
    }

    static double serverCpuSeconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith(SondeServer.IO_THREAD)) {
                nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos / 1e9;
    }

    /** Open sockets of this process, whoever's; -1 where the system does not tell. */
    static long openSockets() {
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            return descriptors.filter(Gauges::isSocket).count();
        } catch (IOException e) {
            return -1;
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            // Closed since it was listed.
            return false;
        }
    }

    /** In bytes; a full collection comes first. */
    static long heapAfterCollection() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
