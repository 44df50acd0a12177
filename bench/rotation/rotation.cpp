// SPDX-License-Identifier: Apache-2.0
// Measures rotations of a data set in one process: reading it, making it ready, running it, and
// running it again and again with units on other days. Prints one line of JSON.
#include "simulate/rotation.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "io/package.hpp"
#include "simulate/rotation_studies.hpp"

namespace {

using Clock = std::chrono::steady_clock;

template <class Work>
double seconds_of(const Work& work) {
  const Clock::time_point began = Clock::now();
  work();
  return std::chrono::duration<double>(Clock::now() - began).count();
}

}  // namespace

int main(int count, char** words) {
  namespace io = muster::io;
  namespace simulate = muster::simulate;
  using muster::Draft;
  using muster::Result;
  std::filesystem::path data;
  std::size_t runs = 50, replications = 200;
  unsigned threads = 2;
  CLI::App program{"Measures rotations"};
  program.add_option("DATA", data)->required();
  program.add_option("--runs", runs);
  program.add_option("--replications", replications);
  program.add_option("--threads", threads);
  CLI11_PARSE(program, count, words);

  const Clock::time_point began = Clock::now();
  const Result<Draft> draft = io::read_package(data);
  if (!draft) return 1;
  const Result<simulate::RotationBook> book = simulate::rotation_book(*draft);
  if (!book) return 1;
  const double reading = std::chrono::duration<double>(Clock::now() - began).count();

  // Marathon's order; making ready and running together, as `muster rotate` does.
  std::vector<double> whole;
  simulate::RotationRun run;
  for (std::size_t k = 0; k < runs; ++k)
    whole.push_back(seconds_of([&] { run = simulate::rotate(*book, simulate::Order::marathon); }));
  std::ranges::sort(whole);
  const auto figures = simulate::figures_of(*book, run);

  const auto replicate = [&](unsigned crew) {
    simulate::StudyRun study;
    study.threads = crew;
    return seconds_of([&] {
      (void)simulate::replicate(*book, replications, 1, simulate::Order::documented, study);
    });
  };
  const double alone = replicate(1), together = replicate(threads);
  fmt::print(
      "{{\"read_seconds\": {:.4f}, \"run_median_seconds\": {:.5f}, \"run_least_seconds\": {:.5f}, "
      "\"run_most_seconds\": {:.5f}, \"deployments\": {}, \"required\": {}, \"served\": {}, "
      "\"replications_a_second_1\": {:.1f}, \"replications_a_second\": {:.1f}, \"threads\": {}}}\n",
      reading,
      whole[whole.size() / 2],
      whole.front(),
      whole.back(),
      run.deployed.size(),
      figures.all.required,
      figures.all.served,
      static_cast<double>(replications) / alone,
      static_cast<double>(replications) / together,
      threads);
  return 0;
}
