// SPDX-License-Identifier: Apache-2.0
// A change between two plans in words: what, and why.
#include "base/demand.hpp"

#include "report/figures/comparison.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using explain::Because;
using explain::TourChange;
using explain::Why;

// A tour's days and degree on one side.
std::string side_words(const TourChange& change, bool after) {
  const Period& days = after ? *change.after : *change.before;
  const auto& degree = after ? change.degree_after : change.degree_before;
  std::string words = change.delivery ? "delivered " + to_text(days.from) : period_text(days);
  return degree ? words + ", " + std::string{to_text(*degree)} : words;
}

std::string keys_words(const std::vector<std::string>& keys) {
  constexpr std::size_t most_named = 3;
  if (keys.size() <= most_named) return joined(keys, ", ");
  return joined({keys.begin(), keys.begin() + most_named}, ", ") + " and "
         + plural(static_cast<Wide>(keys.size() - most_named), "other", "others");
}

// "2023-11-01/2024-03-01" as it is said.
std::string window_words(const std::string& window) {
  const std::size_t stroke = window.find('/');
  const std::string from = window.substr(0, stroke), until = window.substr(stroke + 1);
  if (from.empty() && until.empty()) return "any time";
  if (from.empty()) return "until " + until;
  return until.empty() ? "from " + from : from + " to " + until;
}

std::string rule_words(const Because& because) {
  const std::string words =
      "with the other data it would break the rule "
      + std::string{because.rule ? judge::to_text(*because.rule) : std::string_view{"?"}};
  return because.changes.empty() ? words
                                 : words + " (requirement: " + cells_words(because.changes) + ")";
}

std::string neighbour_words(const TourChange& change) {
  const bool gone = change.kind == TourChange::Kind::removed;
  const bool added = change.kind == TourChange::Kind::added;
  const std::string keys = keys_words(change.because.keys);
  if (change.because.why == Why::elsewhere) {
    return gone    ? "its unit serves " + keys + " then"
           : added ? "its unit served " + keys + " then"
                   : "its unit is on " + keys + " then in the other plan";
  }
  return gone ? keys + " serves these days" : added ? "takes over from " + keys : "beside " + keys;
}

}  // namespace

std::string cells_words(const std::vector<explain::CellChange>& cells) {
  std::vector<std::string> parts;
  for (const explain::CellChange& cell : cells) {
    const auto stated = [](const std::string& text) { return text.empty() ? "–" : text; };
    parts.push_back(cell.column + " " + stated(cell.before) + " → " + stated(cell.after));
  }
  return joined(parts, ", ");
}

std::string days_words(const TourChange& change) {
  if (!change.before) return side_words(change, true);
  if (!change.after) return side_words(change, false);
  if (change.before != change.after) {
    return side_words(change, false) + " → " + side_words(change, true);
  }
  std::string words = side_words(change, false);
  if (change.degree_before != change.degree_after && change.degree_after) {
    words += " → " + std::string{to_text(*change.degree_after)};
  }
  if (change.quantity_before != change.quantity_after) {
    words += ", " + count_text(change.quantity_before) + " → " + count_text(change.quantity_after);
  }
  return words;
}

std::string_view cause_words(Why why) {
  switch (why) {
    case Why::requirement_added:
      return "on new requirements";
    case Why::requirement_gone:
      return "on requirements that are gone";
    case Why::offer_added:
      return "of new offers";
    case Why::offer_gone:
      return "of offers that are gone";
    case Why::status:
      return "by the offer's status";
    case Why::counted:
      return "by what the plan counts";
    case Why::condition:
      return "by a condition";
    case Why::window:
      return "by the offer's window";
    case Why::delivery:
      return "by the data's deliveries";
    case Why::rule:
      return "by another rule";
    case Why::requirement_changed:
      return "on changed requirements";
    case Why::elsewhere:
      return "whose unit serves another line";
    case Why::limit:
      return "by a ceiling, budget or stock";
    case Why::others:
      return "where others serve instead";
    case Why::full:
      return "where the line is full without";
    case Why::choice:
      return "by the plan's choice";
  }
  throw Defect{"every cause has words"};
}

bool is_told_by_line(const Because& because) {
  return because.why == Why::requirement_added || because.why == Why::requirement_gone
         || because.why == Why::requirement_changed;
}

std::string because_words(const TourChange& change) {
  const Because& because = change.because;
  switch (because.why) {
    case Why::requirement_added:
      return "the requirement is new";
    case Why::requirement_gone:
      return "the requirement is gone";
    case Why::offer_added:
      return "the offer is new";
    case Why::offer_gone:
      return "the offer is gone";
    case Why::status:
      return "status " + because.before + " → " + because.after;
    case Why::counted:
      return because.before + " counts before, " + because.after + " after; the offer is "
             + keys_words(because.keys);
    case Why::condition:
      return "condition " + keys_words(because.keys) + ": " + because.before + " → "
             + because.after;
    case Why::window:
      return "offered " + window_words(because.before) + " → " + window_words(because.after);
    case Why::delivery:
      return "the data says otherwise of " + keys_words(because.keys);
    case Why::rule:
      return rule_words(because);
    case Why::requirement_changed:
      return "the requirement: " + cells_words(because.changes);
    case Why::elsewhere:
    case Why::others:
      return neighbour_words(change);
    case Why::limit:
      return keys_words(because.keys) + " of its nation are not the same";
    case Why::full:
      return change.kind == TourChange::Kind::added ? "the requirement was full without it"
                                                    : "the requirement is full without it";
    case Why::choice:
      return "nothing in the data decides it: the plan's choice";
  }
  throw Defect{"every cause of a change has words"};
}

}  // namespace muster::report
