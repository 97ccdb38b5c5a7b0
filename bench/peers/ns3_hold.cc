// The hold model in ns-3, with its default scheduler.
// Answers "round MILLIS" with the nanoseconds of one event, until its input ends.

#include <ns3/nstime.h>
#include <ns3/simulator.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>

static std::mt19937_64 generator(7);
static long events = 0;

// Below 2^30 ns, as ours.
static ns3::Time Delay() { return ns3::NanoSeconds(static_cast<int64_t>(generator() >> 34)); }

static void Hold() {
  events++;
  ns3::Simulator::Schedule(Delay(), &Hold);
}

int main(int argc, char** argv) {
  using Clock = std::chrono::steady_clock;
  const int pending = argc > 1 ? std::atoi(argv[1]) : 1024;
  for (int i = 0; i < pending; i++) {
    ns3::Simulator::Schedule(Delay(), &Hold);
  }
  std::cout << "ready ns-3 " << NS3_VERSION << std::endl;
  std::string word;
  long millis;
  // The mean delay is 2^29 ns: slices of about 100 000 events.
  const ns3::Time slice = ns3::NanoSeconds((int64_t{1} << 29) / pending * 100000);
  while (std::cin >> word >> millis) {
    const long before = events;
    const auto begun = Clock::now();
    const auto end = begun + std::chrono::milliseconds(millis);
    while (Clock::now() < end) {
      ns3::Simulator::Stop(slice);
      ns3::Simulator::Run();
    }
    const std::chrono::duration<double, std::nano> took = Clock::now() - begun;
    std::cout << took.count() / static_cast<double>(events - before) << " -" << std::endl;
  }
  return 0;
}
