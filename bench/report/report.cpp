// SPDX-License-Identifier: Apache-2.0
// What a plan's reports take: gathering what is shown (with the reasons of all shortfalls), the
// page, the placemat, and how large they are.
#include <chrono>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

#include <fmt/core.h>

#include "app/folder/kept_plan.hpp"
#include "report/page.hpp"
#include "report/placemat.hpp"

namespace muster {
namespace {

class Stopwatch {
 public:
  double lap() {
    const auto now = std::chrono::steady_clock::now();
    const double seconds = std::chrono::duration<double>(now - last_).count();
    last_ = now;
    return seconds;
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

void tell(std::string_view what, double seconds, std::size_t bytes) {
  fmt::print("| {} | {:.2f} | {:.2f} |\n", what, seconds, static_cast<double>(bytes) / 1e6);
}

int run(const char* folder) {
  Stopwatch watch;
  const Result<app::KeptPlan> kept = app::open_kept(folder);
  if (!kept) {
    fmt::print(stderr, "muster_report_bench: {} is no plan's folder\n", folder);
    return 3;
  }
  fmt::print("| what | s | MB |\n|---|--:|--:|\n");
  tell("reading and judging", watch.lap(), 0);
  const report::PlanView view = app::view_of(kept->parts, kept->record);
  tell("what is shown, with reasons", watch.lap(), 0);
  const std::string page = report::plan_page(view);
  tell("page", watch.lap(), page.size());
  const std::string sheet = report::placemat(view, {}, {});
  tell("placemat", watch.lap(), sheet.size());
  return 0;
}

}  // namespace
}  // namespace muster

int main(int count, char** words) {
  if (count != 2) {
    fmt::print(stderr, "muster_report_bench PLAN: the folder of a plan\n");
    return 2;
  }
  try {
    return muster::run(words[1]);
  } catch (const std::exception& fault) {
    fmt::print(stderr, "muster_report_bench: {}\n", fault.what());
    return 4;
  }
}
