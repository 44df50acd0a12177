// SPDX-License-Identifier: Apache-2.0
// How likely it is that what was offered does not come as it was offered, and that more is
// required.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/draft.hpp"
#include "model/scenario.hpp"

namespace muster::simulate {

enum class Event : std::uint8_t {
  real,              // chance that an offer becomes real
  late,              // chance that it comes late; by days
  ends_early,        // how often in a year it is withdrawn while it is there
  option_taken,      // chance that its extension is taken
  condition_met,     // chance that an open condition is met
  condition_late,    // chance that it is met late; by days
  out_of_action,     // how often in a year its unit cannot serve; for days
  government_falls,  // how often in a year; offers of the nation that are not in place are
                     // withdrawn
};
inline constexpr std::size_t event_count = 8;
[[nodiscard]] std::string_view to_text(Event event);

// A triangular distribution of whole numbers: days, or of a size.
struct Triangle {
  std::int32_t least = 0, likely = 0, most = 0;
  // From 0 ≤ unit < 1.
  [[nodiscard]] std::int32_t at(double unit) const;
};

// Requirements that come by themselves, each for a while, as customers do to a queue: so often in a
// year, without memory.
struct Arrivals {
  std::string row;                       // its key
  Id<Requirement> like{0};               // whose activity, capability, place and rules they have
  std::optional<Id<Priority>> priority;  // none: that of `like`
  double in_a_year = 0;
  Triangle days;
  std::optional<Triangle> size;  // in the measure of the capability; none: the quantity of `like`
};

struct Likelihood {
  Event event = Event::real;
  std::optional<Id<Offer>> offer;
  std::optional<Id<Nation>> nation;
  std::optional<Id<Capability>> capability;
  std::optional<OfferStatus> status;
  double chance = 0;  // of yearly events: how often in a year
  Triangle days;
  bool assumed = false;  // no row of the data says so
};

// What the data's table `uncertainty` says, and behind it what is assumed where it says nothing.
class Uncertainty {
 public:
  Uncertainty(const Scenario& scenario, const Draft& draft);
  // Of an offer; of government_falls that of its nation.
  [[nodiscard]] const Likelihood& of(Event event, Id<Offer> offer) const;
  [[nodiscard]] const Likelihood& of_nation(Id<Nation> nation) const;
  [[nodiscard]] const std::vector<Likelihood>& rows() const { return rows_; }
  // Nothing arrives but what the data says.
  [[nodiscard]] const std::vector<Arrivals>& arrivals() const { return arrivals_; }

 private:
  const Scenario& scenario_;
  std::vector<Likelihood> rows_;
  std::vector<Arrivals> arrivals_;
};

// The assumptions, invented: rounded guesses that a user is to replace.
[[nodiscard]] const std::vector<Likelihood>& assumed_likelihoods();

}  // namespace muster::simulate
