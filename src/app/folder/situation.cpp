// SPDX-License-Identifier: Apache-2.0
#include "app/folder/situation.hpp"

#include <utility>

#include "app/folder/amount_text.hpp"
#include "app/folder/ledger_state.hpp"
#include "io/package.hpp"

namespace muster::app {
namespace {

namespace fs = std::filesystem;

// "overlays/sweden-accedes/" is called "sweden-accedes".
std::string name_of(const fs::path& overlay) {
  const fs::path plain = fs::absolute(overlay).lexically_normal();
  return (plain.has_filename() ? plain : plain.parent_path()).filename().string();
}

Result<Draft> put_on_top(Draft draft, const std::vector<fs::path>& overlays) {
  for (const fs::path& folder : overlays) {
    const Result<DraftOverlay> overlay = io::read_overlay(folder);
    if (!overlay) return std::unexpected{overlay.error()};
    Result<Draft> changed = apply(std::move(draft), *overlay);
    if (!changed) return changed;
    draft = *std::move(changed);
  }
  return draft;
}

io::Reading read(const DataSet& data) {
  if (!is_ledger(data.folder)) {
    if (!data.as_of && !data.known_on) return io::read_text(data.folder);
    return {{},
            {{data.folder.string(),
              0,
              {},
              "only a ledger knows other days than its own, and this is a folder",
              "Leave --as-of and --known-on out, or name a ledger."}},
            {}};
  }
  Result<Draft> draft = draft_of_ledger(data);
  if (draft) return {*std::move(draft), {}, {}};
  return {{}, std::move(draft.error()), {}};
}

Situation situation_of(Draft draft, Scenario scenario, const std::vector<fs::path>& overlays) {
  std::vector<io::NamedText> files = io::normal_files(draft);
  std::string hash = io::digest_of(files);
  Texts package;
  for (io::NamedText& file : files) package.emplace(std::move(file.path), std::move(file.text));
  std::vector<std::string> names;
  for (const fs::path& overlay : overlays) names.push_back(name_of(overlay));
  return {
      std::move(draft), std::move(scenario), std::move(package), std::move(hash), std::move(names)};
}

Result<Situation> rebuilt(Draft draft, const std::vector<std::string>& overlays) {
  Result<Scenario> scenario = Scenario::build(draft);
  if (!scenario) return std::unexpected{std::move(scenario.error())};
  Situation made = situation_of(std::move(draft), *std::move(scenario), {});
  made.overlays = overlays;
  return made;
}

}  // namespace

Result<Draft> load_draft(const DataSet& data) {
  io::Reading reading = read(data);
  Problems problems = io::all_problems(reading, check_schema(reading.draft));
  if (!problems.empty()) return std::unexpected{std::move(problems)};
  return put_on_top(std::move(reading.draft), data.overlays);
}

Result<Situation> load(const DataSet& data) {
  io::Reading reading = read(data);
  Result<Scenario> scenario = Scenario::build(reading.draft);
  // The problems of text, schemas and scenario together, so that none waits behind another.
  Problems problems = io::all_problems(reading, scenario ? Problems{} : scenario.error());
  if (!problems.empty()) return std::unexpected{std::move(problems)};
  Draft draft = std::move(reading.draft);
  if (!data.overlays.empty()) {
    Result<Draft> changed = put_on_top(std::move(draft), data.overlays);
    if (!changed) return std::unexpected{std::move(changed.error())};
    draft = *std::move(changed);
    scenario = Scenario::build(draft);
    if (!scenario) return std::unexpected{std::move(scenario.error())};
  }
  return situation_of(std::move(draft), *std::move(scenario), data.overlays);
}

Result<Situation> fix_tours(const Situation& situation,
                            const std::vector<Tour>& tours,
                            const std::string& prefix,
                            const std::string& note) {
  Draft draft = situation.draft;
  std::erase_if(draft.table("pins").rows,
                [&](const DraftRow& row) { return row.cells.front().text.starts_with(prefix); });
  const Nouns& nouns = *situation.scenario;
  for (std::size_t t = 0; t < tours.size(); ++t) {
    const Tour& tour = tours[t];
    const Offer& offer = nouns.offers[tour.offer];
    const bool is_part = nouns.units[offer.unit].divisible;
    draft.add("pins",
              {{"pin", prefix + std::to_string(t + 1)},
               {"kind", "fix"},
               {"offer", offer.key},
               {"requirement", nouns.requirements[tour.requirement].key},
               {"from", to_text(tour.period.from)},
               {"until", to_text(tour.period.until)},
               {"quantity", is_part ? std::to_string(tour.quantity) : std::string{}},
               {"note", note}});
  }
  return rebuilt(std::move(draft), situation.overlays);
}

Result<Situation> weigh_distance(const Situation& situation,
                                 std::optional<std::int64_t> weight_permille,
                                 const std::string& note) {
  Draft draft = situation.draft;
  std::erase_if(draft.table("goal_weights").rows,
                [](const DraftRow& row) { return row.cells.front().text == "distance"; });
  if (weight_permille)
    draft.add("goal_weights",
              {{"goal", "distance"}, {"weight", decimal(*weight_permille, 3)}, {"note", note}});
  return rebuilt(std::move(draft), situation.overlays);
}

Result<Situation> measure_in(const Situation& situation,
                             const std::vector<DrawnFuture>& futures,
                             std::size_t counted,
                             const std::string& note) {
  Draft draft = situation.draft;
  const Nouns& nouns = *situation.scenario;
  for (const DrawnFuture& future : futures) {
    draft.add("futures", {{"future", future.key}, {"note", note}});
    for (const Future::Loss& loss : future.losses)
      draft.add("future_losses",
                {{"future", future.key},
                 {"offer", nouns.offers[loss.offer].key},
                 {"from", to_text(loss.period.from)},
                 {"until", to_text(loss.period.until)}});
  }
  if (counted < futures.size())
    draft.add("goal_weights",
              {{"goal", "worst_futures"}, {"weight", std::to_string(counted)}, {"note", note}});
  return rebuilt(std::move(draft), situation.overlays);
}

}  // namespace muster::app
