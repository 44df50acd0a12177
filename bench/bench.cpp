// SPDX-License-Identifier: Apache-2.0
// Invents a situation, plans it, judges it, verifies the proof, and prints how long each took, the
// peak of memory, and how good the plan is, as a row of a Markdown table.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <sys/resource.h>

#include "generate/generate.hpp"
#include "judge/judge.hpp"
#include "model/grid.hpp"
#include "plan/plan.hpp"
#include "verify/verify.hpp"

namespace muster {
namespace {

struct Request {
  std::vector<int> units{500};
  int requirements = 0;  // 0: as many as units
  int years = 5;
  std::vector<std::uint64_t> seeds{1};
  unsigned threads = 2;
  std::uint64_t effort = 1;
  bool plain = false;
  bool descent = true, neighbourhoods = true, exact = true, polish = true;
};

class Silent final : public plan::Observer {
 public:
  void progress(const plan::Progress& progress) override { (void)progress; }
};

class Stopwatch {
 public:
  // Seconds since the last lap, or since the start.
  double lap() {
    const auto now = std::chrono::steady_clock::now();
    const double seconds = std::chrono::duration<double>(now - last_).count();
    last_ = now;
    return seconds;
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

// Of this process so far; Linux counts in KiB.
long peak_mebibytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

double requirement_days(Points points) {
  return static_cast<double>(points) / 1e12;
}

struct Measured {
  double build = 0, plan = 0, verify = 0;
  std::size_t buckets = 0, tours = 0;
  bool proven = true;
  plan::Outcome outcome;
};

Scenario invent(const generate::Sizes& sizes, std::uint64_t seed) {
  Result<Scenario> scenario = Scenario::build(generate::generate(sizes, seed));
  if (!scenario) throw std::runtime_error{"an invented situation has problems"};
  return *std::move(scenario);
}

Measured measure(const Request& request, const generate::Sizes& sizes, std::uint64_t seed) {
  Measured measured;
  Stopwatch watch;
  const Scenario scenario = invent(sizes, seed);
  measured.build = watch.lap();
  plan::Options options;
  options.seed = seed;
  options.threads = request.threads;
  options.effort = request.effort;
  options.descent = request.descent;
  options.neighbourhoods = request.neighbourhoods;
  options.exact = request.exact;
  options.polish = request.polish;
  Silent observer;
  measured.outcome = plan::solve(scenario, options, observer, {});
  measured.plan = watch.lap();
  const plan::Outcome& outcome = measured.outcome;
  const judge::Verdict verdict = judge::evaluate(scenario, outcome.plan, {});
  const auto checks = verify::verify(scenario,
                                     {.plan = outcome.plan,
                                      .in_force = {},
                                      .step = options.grid,
                                      .certificate = outcome.certificate,
                                      .goals = verdict.goals});
  measured.verify = watch.lap();
  for (const verify::Check& check : checks) {
    measured.proven = measured.proven && check.holds;
    if (!check.holds) fmt::print(stderr, "{}: {}\n", check.claim, check.finding);
  }
  measured.buckets = make_grid(scenario, options.grid, {}).size() - 1;
  measured.tours = outcome.plan.tours.size();
  return measured;
}

void print_heading() {
  fmt::print(
      "| units | requirements | years | seed | buckets | plan s | verify s | peak MiB | tours "
      "| value | bound | gap % | stop | proven |\n"
      "|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|---|\n");
}

void print_row(const Request& request,
               const generate::Sizes& sizes,
               std::uint64_t seed,
               const Measured& it) {
  const double value = requirement_days(it.outcome.value);
  const double bound = requirement_days(it.outcome.certificate.bound);
  const double gap = value > 0 ? 100 * (value - bound) / value : 0;
  fmt::print(
      "| {} | {} | {} | {} | {} | {:.1f} | {:.1f} | {} | {} | {:.0f} | {:.0f} | {:.2f} | {} | {} "
      "|\n",
      sizes.units,
      sizes.requirements,
      request.years,
      seed,
      it.buckets,
      it.plan,
      it.verify,
      peak_mebibytes(),
      it.tours,
      value,
      bound,
      gap,
      plan::to_text(it.outcome.stop),
      it.proven ? "yes" : "NO");
  std::fflush(stdout);
}

int run(const Request& request) {
  bool all_proven = true;
  print_heading();
  for (const int units : request.units) {
    for (const std::uint64_t seed : request.seeds) {
      generate::Sizes sizes;
      sizes.units = units;
      sizes.requirements = request.requirements > 0 ? request.requirements : units;
      sizes.months = request.years * 12;
      sizes.nations = 30;
      if (request.plain) sizes.shares = generate::plain_shares();
      const Measured measured = measure(request, sizes, seed);
      print_row(request, sizes, seed, measured);
      all_proven = all_proven && measured.proven;
    }
  }
  return all_proven ? 0 : 1;
}

}  // namespace
}  // namespace muster

int main(int count, char** words) {
  muster::Request request;
  CLI::App app{
      "Plans invented situations and prints how long it takes and how good the plans are."};
  app.add_option("--units", request.units, "How many units; several for several rows");
  app.add_option(
      "--requirements", request.requirements, "How many requirements; 0: as many as units");
  app.add_option("--years", request.years, "How many years");
  app.add_option("--seed", request.seeds, "The seed; several for several rows");
  app.add_option("--threads", request.threads, "How many threads");
  app.add_option("--effort", request.effort, "A multiple of the counted effort");
  app.add_flag("--plain", request.plain, "Without rules that tie several units together");
  app.add_flag("!--no-descent", request.descent, "Without the descent");
  app.add_flag("!--no-neighbourhoods", request.neighbourhoods, "Without the neighbourhoods");
  app.add_flag("!--no-exact", request.exact, "Without the exact search");
  app.add_flag("!--no-polish", request.polish, "Without polishing the prices by the LP master");
  CLI11_PARSE(app, count, words);
  try {
    return muster::run(request);
  } catch (const std::exception& fault) {
    fmt::print(stderr, "muster_bench: {}\n", fault.what());
    return 4;
  }
}
