// SPDX-License-Identifier: Apache-2.0
// Two plans side by side, each with its own data: what changes, tour by tour and line by line, and
// why. Things of both are told by their keys, since ids are of one scenario only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "judge/judge.hpp"

namespace muster::explain {

// Why a tour is in one plan and not, or not so, in the other; the first that applies, asked in this
// order.
enum class Why : std::uint8_t {
  requirement_added,
  requirement_gone,
  offer_added,
  offer_gone,
  status,               // of the offer: before, after
  counted,              // the plans do not count the same; before, after: what they count
  condition,            // keys: the condition; before, after: open, met, refused or none
  window,               // of the offer: before, after, as from/until
  delivery,             // rows of the data fix the offer's deliveries otherwise; keys: these rows
  rule,                 // another rule of judge forbids it with the data of the other plan
  requirement_changed,  // changes: the columns
  elsewhere,            // keys: requirements that its unit serves in the other plan
  limit,                // keys: ceilings, budget or stocks of its nation are not the same
  others,               // keys: offers that serve these days in the other plan
  full,                 // in the other plan the requirement is full without it
  choice                // nothing in the data decides it
};
// Spelled as the enumerator.
[[nodiscard]] std::string_view to_text(Why why);

// A cell that is not the same in both data sets.
struct CellChange {
  std::string column, before, after;  // empty: not stated
  friend bool operator==(const CellChange&, const CellChange&) = default;
};

struct Because {
  Why why = Why::choice;
  std::optional<judge::Rule> rule;
  std::vector<std::string> keys;
  std::string before, after;
  std::vector<CellChange> changes;
};

// Tours are the same where offer, requirement, days and quantity are; those of one offer that
// follow each other without a gap are one. A delivery is a change of one day. `moved` pairs what is
// left of one offer on one requirement.
struct TourChange {
  enum class Kind : std::uint8_t { added, removed, moved, firmer, softer };
  Kind kind = Kind::added;
  bool delivery = false;
  std::string nation, unit, offer, requirement;          // keys
  std::int64_t quantity_before = 0, quantity_after = 0;  // of the offer; 0 where it is not there
  std::optional<Period> before, after;
  std::optional<Counting> degree_before, degree_after;
  std::string waited_for;  // the condition that was open before and is met after, else empty
  Because because;
};
[[nodiscard]] std::string_view to_text(TourChange::Kind kind);

// A condition that was open and is met, and the live offers that waited for it (keys).
struct Released {
  std::string condition;
  std::optional<Day> on;  // the last act
  std::vector<std::string> offers;
};

// Days on which more is short than on the same days before; a requirement that is new had nothing
// short before.
struct NewlyShort {
  Period days{};
  Amount more;
};

// A requirement of which anything changes: itself, who serves it, or what it lacks.
struct LineChange {
  std::string requirement, capability;  // key; name
  Measure measure = Measure::unit;
  bool added = false, gone = false;
  Wide unmet_before = 0, unmet_after = 0;        // thousandths × days; 0 where it is not there
  Wide weighted_before = 0, weighted_after = 0;  // the same × the priority's weight
  std::vector<NewlyShort> newly_short;
  std::vector<CellChange> cells;
  std::vector<std::size_t> changes;  // indices into Comparison::changes
};

struct Comparison {
  judge::Goals before, after;
  std::size_t lines_short_before = 0, lines_short_after = 0;  // requirements with anything unmet
  std::size_t kept = 0;             // tours and deliveries that are the same in both
  std::vector<TourChange> changes;  // sorted by nation, offer, requirement, first day
  std::vector<LineChange> lines;    // the largest change of weighted unmet first
  std::vector<Released> released;
  std::vector<std::string> requirements_added, requirements_removed;  // keys
  std::vector<std::string> offers_added, offers_removed;              // keys
};

// A plan with the data that it was made of and what judge says of it.
struct Judged {
  const Scenario& scenario;
  const Plan& plan;
  const judge::Verdict& verdict;
};
[[nodiscard]] Comparison compare(const Judged& before, const Judged& after);

}  // namespace muster::explain
