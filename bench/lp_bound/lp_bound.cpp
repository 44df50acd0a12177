// SPDX-License-Identifier: Apache-2.0
// How far dual ascent stays below the bound of the linear programme, at sizes at which nobody wants
// to wait for that programme: column generation from the schedules that a long ascent meets last.
// The programme over some columns is above the LP bound, what its prices prove is below it; rounds
// bring the two together.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "generate/generate.hpp"
#include "plan/lp/master.hpp"
#include "plan/search/search.hpp"

namespace muster::plan {
namespace {

struct Request {
  std::string size = "L";
  std::uint64_t seed = 1;
  unsigned threads = 2;
  double short_seconds = 10;        // of the ascent that is asked about
  std::uint64_t long_steps = 3000;  // of the ascent before the columns
  std::uint64_t kept_steps = 60;    // that leave their schedules as columns
  int rounds = 20;
  double close = 0.0005;  // enough: the two are as near, as a part
};

double seconds() {
  static const auto start = std::chrono::steady_clock::now();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void tell(std::string_view what, double bound) {
  fmt::print("| {:.1f} | {} | {:.1f} |\n", seconds(), what, bound / 1000);
  std::fflush(stdout);
}

// Notes the bound when the seconds asked about are over.
class Clock final : public Observer {
 public:
  explicit Clock(double limit) : limit_{limit} {}
  void progress(const Progress& progress) override {
    if (seconds() - began_ <= limit_) bound_ = progress.bound / points_per_thousandth_day;
  }
  [[nodiscard]] double bound() const { return bound_; }

 private:
  double limit_ = 0, began_ = seconds(), bound_ = 0;
};

class Columns {
 public:
  Columns(const Instance& instance, const std::vector<std::set<Schedule>>& seen)
      : instance_{instance}, rows_{instance, lp_, true}, deliveries_(instance.packages.size()) {
    lp_.prefer_interior_point();
    seen_.resize(instance.crews.size());
    for (std::size_t k = 0; k < seen.size(); ++k)
      for (const Schedule& schedule : seen[k]) add(k, schedule);
  }

  [[nodiscard]] LpAnswer solve() { return lp_.solve({}, std::stop_token{}); }
  [[nodiscard]] double optimum(const LpAnswer& answer) const {
    return (answer.objective + rows_.out_of_reach()) * thousand;
  }
  [[nodiscard]] Prices<double> prices(const LpAnswer& answer) const {
    return rows_.prices(answer.duals);
  }
  [[nodiscard]] std::size_t size() const { return size_; }

  std::size_t add(const Response& response) {
    const std::size_t before = size_;
    for (std::size_t k = 0; k < response.schedules.size(); ++k) add(k, response.schedules[k]);
    for (std::size_t p = 0; p < response.deliveries.size(); ++p) {
      const BestDelivery<double>& one = response.deliveries[p];
      if (!one.used || !deliveries_[p].insert({one.target, one.at}).second) continue;
      lp_.add_column(
          in_days(rows_.points(p, one)), LinearProgramme::unlimited, rows_.entries(p, one));
      ++size_;
    }
    return size_ - before;
  }

 private:
  static constexpr double thousand = 1000.0;
  static double in_days(std::int64_t points) {
    return static_cast<double>(points) / static_cast<double>(points_per_thousandth_day) / thousand;
  }
  void add(std::size_t crew, const Schedule& schedule) {
    if (schedule.empty() || !seen_[crew].insert(schedule).second) return;
    lp_.add_column(in_days(rows_.points(crew, schedule)),
                   LinearProgramme::unlimited,
                   rows_.entries(crew, schedule));
    ++size_;
  }

  const Instance& instance_;
  LinearProgramme lp_;
  MasterRows rows_;
  std::vector<std::set<Schedule>> seen_;
  std::vector<std::set<std::pair<std::size_t, Boundary>>> deliveries_;
  std::size_t size_ = 0;
};

// The best that is proved, and the least that a programme allowed.
void close_in(const Instance& instance, const Request& request, const Ascent& start, double early) {
  Columns columns{instance, start.seen};
  columns.add(respond(instance, start.prices, request.threads));
  double proved = start.bound;
  double allowed = std::numeric_limits<double>::infinity();
  for (int round = 0; round < request.rounds; ++round) {
    const LpAnswer answer = columns.solve();
    if (!answer.optimal) throw std::runtime_error{"no answer of the linear programme"};
    allowed = std::min(allowed, columns.optimum(answer));
    const Response response = respond(instance, columns.prices(answer), request.threads);
    proved = std::max(proved, response.bound);
    tell(fmt::format("programme over {} columns", columns.size()), columns.optimum(answer));
    if (allowed - proved <= request.close * allowed || columns.add(response) == 0) break;
  }
  tell("best proved", proved);
  fmt::print(
      "\nThe LP bound is between {:.1f} and {:.1f}; ascent within {:.0f} s stays below it by "
      "{:.4f} to {:.4f} %.\n",
      proved / 1000,
      allowed / 1000,
      request.short_seconds,
      100 * (proved - early) / proved,
      100 * (allowed - early) / allowed);
}

void run(const Request& request) {
  const auto sizes = generate::published_sizes(request.size);
  if (!sizes) throw std::runtime_error{"there is no such size. Maybe S, M, L or XL"};
  const auto scenario = Scenario::build(generate::generate(*sizes, request.seed)).value();
  const Instance instance = make_instance(scenario, {});
  State first{instance};
  construct(first, {});
  fmt::print("| s | what | requirement-days |\n|--:|---|--:|\n");
  Effort effort;
  Clock clock{request.short_seconds};
  const Ascent ascent =
      ascend(instance, first.value(), {request.long_steps, request.threads}, effort, clock, {});
  tell(fmt::format("ascent after {:.0f} s", request.short_seconds), clock.bound());
  tell(fmt::format("ascent after {} steps", effort.ascent_steps), ascent.bound);
  AscentLimits keeping{request.kept_steps, request.threads, true};
  keeping.start = &ascent.prices;
  Clock unused{0};
  const Ascent kept = ascend(instance, first.value(), keeping, effort, unused, {});
  close_in(instance, request, kept, clock.bound());
}

}  // namespace
}  // namespace muster::plan

int main(int count, char** words) {
  muster::plan::Request request;
  CLI::App app{"How far dual ascent stays below the bound of the linear programme."};
  app.add_option("--size", request.size, "S, M, L or XL");
  app.add_option("--seed", request.seed, "The seed");
  app.add_option("--threads", request.threads, "How many threads price");
  app.add_option("--within", request.short_seconds, "Seconds of ascent that are asked about");
  app.add_option("--steps", request.long_steps, "Steps of ascent before the programme");
  app.add_option("--kept", request.kept_steps, "Steps that leave their schedules as columns");
  app.add_option("--rounds", request.rounds, "Programmes at most");
  app.add_option("--close", request.close, "A part of the bound that is near enough");
  CLI11_PARSE(app, count, words);
  try {
    muster::plan::run(request);
    return 0;
  } catch (const std::exception& fault) {
    fmt::print(stderr, "muster_lp_bound: {}\n", fault.what());
    return 4;
  }
}
