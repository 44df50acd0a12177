// SPDX-License-Identifier: Apache-2.0
// A plan and its situation laid out for many trials. Days are numbers from the horizon's first.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "model/plan.hpp"
#include "model/scenario.hpp"
#include "simulate/uncertainty.hpp"

namespace muster::simulate {

inline constexpr std::int32_t always = std::numeric_limits<std::int32_t>::max() / 4;

// Things of each of a number of others, side by side in one row of memory.
template <class Thing>
class Rows {
 public:
  using Pair = std::pair<std::uint32_t, Thing>;  // whose it is, and the thing
  void build(std::size_t count, const std::vector<Pair>& pairs) {
    first_.assign(count + 1, 0);
    things_.resize(pairs.size());
    for (const Pair& one : pairs) ++first_[one.first + 1];
    for (std::size_t k = 0; k < count; ++k) first_[k + 1] += first_[k];
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (const Pair& one : pairs) things_[next[one.first]++] = one.second;
  }
  [[nodiscard]] std::span<const Thing> of(std::size_t whose) const {
    return std::span{things_}.subspan(first_[whose], first_[whose + 1] - first_[whose]);
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<Thing> things_;
};

struct FieldOffer {
  std::int32_t from = -always, until = always;  // when it may be used, as the plan counts
  std::int32_t stated_until = always;           // without its extension
  std::uint32_t unit = 0, nation = 0;
  std::int32_t condition = -1, condition_expected = 0;  // an open one; the day it is expected
  std::int32_t least_days = 1, most_days = always;      // of a tour
  std::int64_t dwell_permille = 0;                      // after a tour
  std::int32_t turn_round_days = 0;                     // at least, after a tour
  bool divisible = false;
  std::int64_t pieces = 0;  // of its unit
  // No new tour may begin before it, whatever becomes of the offer.
  std::int32_t callable_from = -always;
};

struct FieldTour {
  std::uint32_t offer = 0, line = 0;
  std::int32_t from = 0, until = 0, handover = 0;  // days at its beginning that do not count
  bool is_delivery = false;
  std::int64_t amount = 0, pieces = 0;
};

// The same, as its line sees it.
struct LineTour {
  std::uint32_t number = 0, offer = 0;  // of Field::tours
  std::int32_t until = 0, handover = 0;
  // Its unit could stay until then, and for so long, if nothing else were in the way.
  std::int32_t latest = 0, most_days = always;
  std::int64_t amount = 0, pieces = 0;
};

// Where an offer stands among those who could serve a class of lines.
struct Suit {
  std::uint32_t of_class = 0, at = 0;
};

struct Line {
  Id<Requirement> requirement{0};
  std::int32_t from = 0, until = 0, handover = 0;
  std::int64_t required = 0;  // thousandths
  std::int64_t weight = 0;
  bool is_presence = false, is_delivery = false;
  std::uint32_t first_month = 0, end_month = 0;  // that it lies in
  std::int32_t arrival = -1;  // the row of arrivals that it is a place for; empty until one comes
};

struct Field {
  const Scenario* scenario = nullptr;
  std::shared_ptr<const Scenario> with_arrivals;  // where `scenario` is not the plan's own
  Counting counting = Counting::best;
  std::vector<FieldOffer> offers;
  std::vector<FieldTour> tours;            // by offer
  std::vector<std::uint32_t> first_tours;  // of each offer, and the number of all
  std::vector<Line> lines;                 // those of the plan, then places for what arrives
  std::size_t planned_lines = 0;
  std::vector<std::int32_t> line_of;  // by requirement of the plan's scenario; -1: it has none
  std::vector<std::uint32_t> order;   // of lines, the weightiest first
  // Lines that ask for one capability; who may serve any of them, of the capability itself first.
  std::size_t classes = 0;
  std::vector<std::uint32_t> class_of_line;
  Rows<std::uint32_t> suitors_of_class;
  Rows<Suit> suits_of_offer;
  // Of each line: a bit for each suitor of its class, whether it may serve the line.
  Rows<std::uint64_t> may_serve;
  Rows<std::uint32_t> lines_of_offer;  // that it has tours to
  Rows<LineTour> tours_of_line;        // in the order of the plan
  Rows<std::uint32_t> tours_of_unit;   // by their first days
  std::int32_t days = 0;               // of the horizon
  std::int32_t today = 0;              // what lies before it has happened
  std::vector<std::int32_t> months;    // their first days, and the day after the last
  std::size_t units = 0;

  // The months that its days lie in.
  void lay_in_months(Line& line) const;
  [[nodiscard]] Day day(std::int32_t number) const {
    return (*scenario)->horizon.from + Days{number};
  }
  [[nodiscard]] std::int32_t rest_after(const FieldOffer& offer,
                                        bool is_presence,
                                        std::int32_t length) const;
};

// Thousandths × days of a line, weighted, as requirement-days.
[[nodiscard]] inline double weighted_days(const Line& line, std::int64_t amount_days) {
  constexpr double thousandths = 1000;
  return static_cast<double>(amount_days) / thousandths * static_cast<double>(line.weight);
}

// The scenario must outlive it.
[[nodiscard]] Field field_of(const Scenario& scenario, const Plan& plan);
// With places for what arrives: for so many of each row that more come in one future of 10^12.
[[nodiscard]] Field field_of(const Scenario& scenario,
                             const Plan& plan,
                             const Uncertainty& uncertainty);

}  // namespace muster::simulate
