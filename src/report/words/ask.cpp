// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/demand.hpp"

#include "report/asks.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

std::string window_words(const asks::Change& change) {
  const bool begins = change.field == "from";
  return change.object + " " + days_text(change.amount)
         + (begins ? " earlier, from " : " longer, until ") + change.after;
}

std::string caveat_change_words(const asks::Change& change) {
  if (change.before.empty()) return change.object + " also allowed for " + change.after;
  return change.object + " freed from its caveat (" + change.before + ")";
}

std::string instead_words(const asks::Change& change, const std::string& what) {
  return what + " of " + change.object + " " + change.after + " instead of " + change.before;
}

std::string policy_words(const asks::Change& change) {
  if (change.field == "dwell_ratio") return instead_words(change, "dwell ratio");
  if (change.field == "tour_max_days") return instead_words(change, "longest tour in days");
  if (change.field == "tour_min_days") return instead_words(change, "shortest tour in days");
  return instead_words(change, "most days in all");
}

}  // namespace

std::string change_words(const asks::Change& change) {
  switch (change.kind) {
    case AskKind::exercise_option:
      return change.object + ": its option exercised, until " + change.after;
    case AskKind::obtain_condition:
      return "condition " + change.object + " granted by " + change.party;
    case AskKind::firm_up:
      return change.object + " firmed up from " + change.before + " to " + change.after;
    case AskKind::deliver_sooner:
      return change.object + " " + days_text(change.amount) + " sooner, on " + change.after;
    case AskKind::extend_window:
      return window_words(change);
    case AskKind::shorten_term:
      return instead_words(change, "shortest term in days");
    case AskKind::admit_nation:
      return instead_words(change, "most nations");
    case AskKind::relax_lead_share:
      return instead_words(change, "lead's share");
    case AskKind::accept_substitute:
      return change.object + " accepted in place of " + change.after;
    case AskKind::shorten_notice:
      return instead_words(change, "days of notice");
    case AskKind::relax_policy:
      return policy_words(change);
    case AskKind::raise_ceiling:
      return "ceiling of " + change.object + " raised by "
             + plural(change.amount, "person", "persons") + " to " + change.after;
    case AskKind::raise_budget:
      return "budget " + change.object + " raised by " + money_text(change.amount);
    case AskKind::lower_floor:
      return "floor of the stock of " + change.object + " lowered by " + count_text(change.amount)
             + " to " + change.after;
    case AskKind::lift_caveat:
      return caveat_change_words(change);
    case AskKind::widen_scope:
      return change.object + " offered beyond " + change.before;
    case AskKind::reverse_refusal:
      return "condition " + change.object + ": " + change.party + " reverses its refusal";
    case AskKind::new_contribution:
      return change.after + " more for " + change.object + ", " + days_text(change.amount);
  }
  throw Defect{"every kind of ask has its words"};
}

std::string move_words(const Scenario& scenario, const explain::Way& way) {
  std::vector<std::string> parts;
  const auto& added = way.move.added;
  for (std::size_t i = 1; i < added.size(); ++i)
    parts.push_back(scenario->offers[added[i].offer].key + " takes over "
                    + scenario->requirements[added[i].requirement].key);
  std::vector<std::string> left;
  for (const Tour& tour : way.move.given_up) {
    const bool here = !added.empty() && tour.requirement == added.front().requirement;
    const std::string& key = scenario->requirements[tour.requirement].key;
    if (!here && std::ranges::find(left, key) == left.end()) left.push_back(key);
  }
  if (!left.empty() && !added.empty())
    parts.push_back(scenario->offers[way.offer].key + " comes from " + joined(left, ", ") + " to "
                    + scenario->requirements[added.front().requirement].key);
  return joined(parts, ", ");
}

std::string ask_words(const Scenario& scenario, const asks::Ask& ask) {
  std::vector<std::string> parts;
  for (const asks::Change& change : ask.changes) parts.push_back(change_words(change));
  if (ask.way.offer.index() < scenario->offers.size()) {
    const std::string move = move_words(scenario, ask.way);
    if (!move.empty()) parts.push_back(move);
  }
  if (parts.empty()) {
    const auto& added = ask.way.move.added;
    const std::string when = added.empty() ? "" : " from " + period_text(added.front().period);
    return scenario->offers[ask.way.offer].key + " comes" + when;
  }
  return joined(parts, "; ");
}

std::string asked_words(const asks::Ask& ask) {
  std::vector<std::string> parties;
  for (const asks::Change& change : ask.changes)
    if (std::ranges::find(parties, change.party) == parties.end()) parties.push_back(change.party);
  return parties.empty() ? "nobody" : joined(parties, ", ");
}

std::string fill_words(const explain::Shortfall& shortfall, Wide fills) {
  const Wide days = shortfall.period.length().count();
  const Wide unmet = shortfall.unmet.count();
  constexpr Wide one = 1000;
  if (fills == unmet * days) return "all " + days_text(shortfall.period.length().count());
  if (unmet == one) return rounded_text(fills) + " of " + plural(days, "day", "days");
  return rounded_text(fills) + " of " + rounded_text(unmet * days) + " requirement-days";
}

}  // namespace muster::report
