"""The hold model in SimPy, as its users write it: a process for each pending event.

Answers "round MILLIS" with the nanoseconds of one event, until its input ends.
"""

import sys
import time

try:
    from random import Random

    import simpy
except ImportError as missing:
    print("missing", missing, flush=True)
    sys.exit(0)


class Hold:
    def __init__(self, pending):
        self.events = 0
        self.draw = Random(7).random
        self.environment = simpy.Environment()
        self.pending = pending
        for _ in range(pending):
            self.environment.process(self.one())

    def one(self):
        timeout = self.environment.timeout
        draw = self.draw
        while True:
            yield timeout(draw())
            self.events += 1

    def round(self, nanos):
        """Runs slices of about a thousand events until the time is over."""
        before = self.events
        # The mean delay is half a unit, so each pending event runs twice in one.
        step = 500 / self.pending
        begun = time.perf_counter_ns()
        while time.perf_counter_ns() - begun < nanos:
            self.environment.run(until=self.environment.now + step)
        return (time.perf_counter_ns() - begun) / (self.events - before)


hold = Hold(int(sys.argv[1]))
print("ready", "SimPy", simpy.__version__, flush=True)
for line in sys.stdin:
    print(hold.round(int(line.split()[1]) * 1_000_000), "-", flush=True)
