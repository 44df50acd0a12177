// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "base/demand.hpp"
#include "base/parallel.hpp"

#include "explain/explain.hpp"
#include "explain/reasons/reasons.hpp"
#include "explain/ways.hpp"

namespace muster::explain {
namespace {

// The live offers that are of use for each capability that is asked for.
Table<Capability, std::vector<Id<Offer>>> worthy_offers(const Scenario& scenario) {
  Table<Capability, std::vector<Id<Offer>>> worthy{scenario->capabilities.size()};
  for (const Id<Capability> wanted : scenario->capabilities.ids())
    for (const Id<Offer> offer : scenario.useful(wanted))
      if (is_live(scenario, scenario->offers[offer])) worthy[wanted].push_back(offer);
  return worthy;
}

// Neighbouring days with the same amount unmet.
std::vector<Shortfall> unmet_runs(Id<Requirement> requirement,
                                  const std::vector<judge::Stretch>& coverage) {
  std::vector<Shortfall> runs;
  for (const judge::Stretch& stretch : coverage) {
    const Amount unmet = stretch.unmet();
    if (unmet == Amount{}) continue;
    const bool goes_on = !runs.empty() && runs.back().period.until == stretch.period.from
                         && runs.back().unmet == unmet;
    if (goes_on) {
      runs.back().period.until = stretch.period.until;
    } else {
      runs.push_back({requirement, stretch.period, unmet, {}});
    }
  }
  return runs;
}

std::vector<Reason> reasons_of(const Question& question, const std::vector<Id<Offer>>& worthy) {
  std::vector<Reason> reasons;
  for (const Id<Offer> offer : worthy) {
    if (auto reason = why_not(question, offer)) reasons.push_back(*std::move(reason));
  }
  // Who is offered for something else only is worth telling where there is nobody nearer.
  const auto other_scope = [](const Reason& reason) { return reason.cause == Cause::scope; };
  if (!std::ranges::all_of(reasons, other_scope)) std::erase_if(reasons, other_scope);
  return reasons;
}

// The reason with all that the way of its offer breaks; none: nothing that it could do would fill
// anything, whatever were lifted.
std::optional<Reason> tried(const WayFinder& finder,
                            const Shortfall& run,
                            Reason reason,
                            std::vector<Way>& tried_ways) {
  std::vector<Way> ways = finder.ways(run, *reason.offer);
  if (ways.empty()) return std::nullopt;
  const bool is_free = reason.cause == Cause::not_worth_it && ways.back().reasons.empty();
  std::vector<Reason> broken = ways.front().reasons;
  std::ranges::move(ways, std::back_inserter(tried_ways));
  if (broken.empty() || is_free) return reason;
  const auto same = std::ranges::find(broken, reason.cause, &Reason::cause);
  if (same != broken.end()) std::rotate(broken.begin(), same, same + 1);
  Reason first = std::move(broken.front());
  first.beside.assign(std::make_move_iterator(broken.begin() + 1),
                      std::make_move_iterator(broken.end()));
  return first;
}

// Where nobody offers what is asked: those whose offers would do, were they accepted in its place.
std::vector<Reason> substitutes(const WayFinder& finder,
                                const Shortfall& run,
                                std::vector<Way>& tried_ways) {
  const Id<Capability> wanted = finder.scenario()->requirements[run.requirement].capability;
  const WayFinder& accepting = finder.accepting_siblings(wanted);
  const Scenario& scenario = accepting.scenario();
  std::vector<Reason> reasons;
  for (const Id<Offer> offer : scenario.useful(wanted)) {
    if (!is_live(scenario, scenario->offers[offer])) continue;
    std::vector<Way> ways = accepting.ways(run, offer);
    if (ways.empty()) continue;
    Reason reason;
    reason.cause = Cause::no_worth;
    reason.offer = offer;
    reason.days = run.period;
    reason.source = scenario->offers[offer].source;
    reason.beside = ways.front().reasons;
    reasons.push_back(std::move(reason));
    std::ranges::move(ways, std::back_inserter(tried_ways));
  }
  std::ranges::stable_sort(reasons, {}, [](const Reason& reason) { return reason.beside.size(); });
  if (reasons.size() > reasons_kept) reasons.resize(reasons_kept);
  return reasons;
}

Reason reason_of_line(const Question& question, Cause cause) {
  Reason reason;
  reason.cause = cause;
  reason.days = question.days;
  reason.source = question.scenario->requirements[question.requirement].source;
  return reason;
}

void explain_run(const Question& question,
                 const WayFinder& finder,
                 const std::vector<Id<Offer>>& worthy,
                 std::size_t most,
                 Shortfall& run,
                 std::vector<Way>& ways) {
  if (worthy.empty()) run.reasons = substitutes(finder, run, ways);
  if (!run.reasons.empty()) return;
  std::vector<Reason> reasons = reasons_of(question, worthy);
  if (reasons.empty()) {
    const Cause cause = worthy.empty() ? Cause::nobody_offers : Cause::all_given;
    run.reasons.push_back(reason_of_line(question, cause));
    return;
  }
  run.others = reasons.size();
  keep_nearest(question.scenario, question.requirement, most, reasons);
  for (Reason& reason : reasons)
    if (auto told = tried(finder, run, std::move(reason), ways))
      run.reasons.push_back(*std::move(told));
  run.others -= run.reasons.size();
  if (run.reasons.empty()) run.reasons.push_back(reason_of_line(question, Cause::none_could));
}

void keep_best(std::vector<Way>& ways) {
  std::erase_if(ways, [](const Way& way) { return way.gains <= 0; });
  std::ranges::stable_sort(ways, {}, [](const Way& way) {
    return std::tuple{way.reasons.size() + way.move.given_up.size(), -way.fills};
  });
  if (ways.size() > ways_kept) ways.resize(ways_kept);
  ways.shrink_to_fit();
}

}  // namespace

TriedShortfalls tried_shortfalls(const Scenario& scenario,
                                 const Plan& plan,
                                 const judge::Verdict& verdict,
                                 unsigned threads) {
  const PlanIndex index{scenario, plan};
  const WayFinder finder{scenario, plan, verdict};
  const auto worthy = worthy_offers(scenario);
  std::vector<Shortfall> all;
  for (const Id<Requirement> id : scenario->requirements.ids())
    std::ranges::move(unmet_runs(id, verdict.coverage[id]), std::back_inserter(all));
  const std::size_t most = all.size() > many_shortfalls ? reasons_kept_of_many : reasons_kept;
  const auto wanted_by = [&](const Shortfall& run) {
    return scenario->requirements[run.requirement].capability;
  };
  // Made here, since two threads may not.
  for (const Shortfall& run : all)
    if (worthy[wanted_by(run)].empty()) (void)finder.accepting_siblings(wanted_by(run));
  std::vector<std::vector<Way>> ways(all.size());
  const auto explain_one = [&](std::size_t i) {
    Shortfall& run = all[i];
    explain_run({scenario, plan, index, run.requirement, run.period, run.unmet},
                finder,
                worthy[wanted_by(run)],
                most,
                run,
                ways[i]);
    keep_best(ways[i]);
  };
  for_each_item(
      all.size(), threads != 0 ? threads : std::thread::hardware_concurrency(), explain_one);
  return {std::move(all), std::move(ways)};
}

std::vector<Shortfall> shortfalls(const Scenario& scenario,
                                  const Plan& plan,
                                  const judge::Verdict& verdict,
                                  unsigned threads) {
  return tried_shortfalls(scenario, plan, verdict, threads).shortfalls;
}

std::string_view to_text(Cause cause) {
  constexpr auto count = static_cast<std::size_t>(Cause::not_worth_it) + 1;
  constexpr std::array<std::string_view, count> names{"nobody_offers",
                                                      "all_given",
                                                      "none_could",
                                                      "status",
                                                      "condition_open",
                                                      "condition_refused",
                                                      "scope",
                                                      "caveat",
                                                      "notice",
                                                      "window_ends_early",
                                                      "window_begins_late",
                                                      "comes_later",
                                                      "term_too_long",
                                                      "tour_too_long",
                                                      "indivisible",
                                                      "totals",
                                                      "handover",
                                                      "resting",
                                                      "rest_before",
                                                      "elsewhere",
                                                      "ceiling",
                                                      "budget",
                                                      "stock",
                                                      "nations",
                                                      "lead_share",
                                                      "pinned",
                                                      "no_worth",
                                                      "not_worth_it"};
  static_assert(!names.back().empty(), "every cause has a name");
  return names.at(static_cast<std::size_t>(cause));
}

}  // namespace muster::explain
