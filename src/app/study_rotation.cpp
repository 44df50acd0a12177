// SPDX-License-Identifier: Apache-2.0
#include "app/study_rotation.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "app/folder/files.hpp"
#include "app/folder/situation.hpp"
#include "app/folder/target.hpp"
#include "io/csv.hpp"
#include "report/rotation.hpp"

namespace muster::app {
namespace {

Result<simulate::RotationBook> load_book(const DataSet& data) {
  const Result<Draft> draft = load_draft(data);
  if (!draft) return std::unexpected{draft.error()};
  return simulate::rotation_book(*draft);
}

std::string objection_to(const std::filesystem::path& target) {
  return target.empty() ? std::string{} : objection_to_package(target);
}

// Tells the watcher, whatever thread it comes from.
simulate::StudyRun study_of(unsigned threads,
                            const char* step,
                            Watcher& watcher,
                            std::stop_token stop) {
  const auto guard = std::make_shared<std::mutex>();
  simulate::StudyRun study;
  study.threads = threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : threads;
  study.stop = std::move(stop);
  study.progress = [guard, step, &watcher](std::size_t done, std::size_t of) {
    const std::scoped_lock lock{*guard};
    watcher.progress(step,
                     static_cast<double>(done) / static_cast<double>(of),
                     std::numeric_limits<double>::infinity(),
                     -std::numeric_limits<double>::infinity());
  };
  return study;
}

// The periods of the book as phases.
std::vector<simulate::Phase> phases_of(const simulate::RotationBook& book) {
  std::vector<simulate::Phase> phases;
  for (const simulate::RotationPeriod& period : book.periods)
    if (period.until > 1 && period.from <= book.last_day)
      phases.push_back(
          {period.name, std::max(period.from, 1), std::min(period.until - 1, book.last_day)});
  return phases;
}

struct Told {
  std::string file;  // of its table
  report::Rows rows;
  std::string answer;
};

// What all studies have in common: the target, the book; then its table is written, and it is told.
template <class Request, class Study>
Answer study_book(const Request& request, const Speech& speech, const Study& study) {
  if (const std::string why = objection_to(request.target); !why.empty())
    return misuse(why, "Name a folder that is missing or empty.");
  const Result<simulate::RotationBook> book = load_book(request.data);
  if (!book) return refuse(book.error(), speech);
  const Told told = study(*book);
  if (!request.target.empty())
    write_folder(request.target, {{told.file, io::write_csv(told.rows)}});
  return {told.answer, {}, Exit::done};
}

}  // namespace

Answer least_supply(const LeastSupplyRequest& request,
                    const Speech& speech,
                    Watcher& watcher,
                    const std::stop_token& stop) {
  return study_book(request, speech, [&](const simulate::RotationBook& book) {
    const report::LeastSupplyView view{
        simulate::least_supply(book,
                               request.tolerated_days,
                               request.order,
                               study_of(request.threads, "capabilities", watcher, stop)),
        request.tolerated_days,
        stop.stop_requested(),
        request.target.string()};
    return Told{"least_supply.csv",
                report::least_supply_rows(view),
                speech.json ? report::least_supply_json(view)
                            : report::least_supply_text(view, speech.terminal)};
  });
}

Answer vary_supply(const SupplyVariationRequest& request,
                   const Speech& speech,
                   Watcher& watcher,
                   const std::stop_token& stop) {
  return study_book(request, speech, [&](const simulate::RotationBook& book) {
    simulate::SupplyVariation variation = request.variation;
    if (variation.phases.empty()) variation.phases = phases_of(book);
    const auto designs = simulate::designs_of(book, variation, request.order);
    const report::SupplyVariationView view{
        variation,
        simulate::run_designs(book,
                              variation,
                              designs,
                              request.order,
                              study_of(request.threads, "runs", watcher, stop)),
        designs.size(),
        request.target.string()};
    return Told{"results.csv",
                report::supply_variation_rows(view),
                speech.json ? report::supply_variation_json(view)
                            : report::supply_variation_text(view, speech.terminal)};
  });
}

Answer replicate_rotation(const ReplicationRequest& request,
                          const Speech& speech,
                          Watcher& watcher,
                          const std::stop_token& stop) {
  return study_book(request, speech, [&](const simulate::RotationBook& book) {
    const report::ReplicationsView view{
        simulate::replicate(book,
                            request.count,
                            request.seed,
                            request.order,
                            study_of(request.threads, "replications", watcher, stop)),
        request.count,
        request.seed,
        request.target.string()};
    return Told{"replications.csv",
                report::replication_rows(view),
                speech.json ? report::replications_json(view)
                            : report::replications_text(view, speech.terminal)};
  });
}

}  // namespace muster::app
