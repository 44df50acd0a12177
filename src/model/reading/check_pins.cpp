// SPDX-License-Identifier: Apache-2.0
// Pins that nothing can keep: of a delivery, outside the time of what they name, more than is
// offered, or in each other's way.
#include <algorithm>
#include <string>

#include "model/reading/checks.hpp"

namespace muster::reading {
namespace {

class PinCheck {
 public:
  PinCheck(const Reading& reading, Findings& findings)
      : reading_{reading}, nouns_{reading.nouns}, findings_{findings} {}

  void check() {
    for (std::size_t p = 0; p < nouns_.pins.size(); ++p) {
      check_alone(p);
      for (std::size_t q = 0; q < p; ++q) check_pair(q, p);
    }
  }

 private:
  void add(std::size_t pin, const char* field, std::string what, std::string advice) {
    findings_.add(reading_.draft.table("pins"),
                  *reading_.pin_rows[pin],
                  field,
                  std::move(what),
                  std::move(advice));
  }

  void check_alone(std::size_t p) {
    const Pin& pin = nouns_.pins[p];
    const Offer& offer = nouns_.offers[pin.offer];
    if (pin.quantity > offer.quantity)
      add(p,
          "quantity",
          "more than " + quoted(offer.key) + " offers",
          "It offers " + std::to_string(offer.quantity) + ".");
    if (!pin.requirement) return;
    const Requirement& requirement = nouns_.requirements[*pin.requirement];
    if (requirement.kind == RequirementKind::delivery)
      add(p,
          "requirement",
          quoted(requirement.key) + " asks for deliveries, which are not pinned",
          "State the delivery under deliveries.");
    else if (pin.kind == PinKind::fix
             && (pin.period.from < requirement.period.from
                 || requirement.period.until < pin.period.until))
      add(p,
          "from",
          "the fixed tour is outside the period of " + quoted(requirement.key),
          "It lasts from " + to_text(requirement.period.from) + " until "
              + to_text(requirement.period.until) + ".");
  }

  [[nodiscard]] bool is_declared(const Pin& a, const Pin& b) const {
    return std::ranges::any_of(nouns_.double_uses, [&](const DoubleUse& use) {
      return use.unit == nouns_.offers[a.offer].unit
             && ((use.requirement == a.requirement && use.also == b.requirement)
                 || (use.requirement == b.requirement && use.also == a.requirement));
    });
  }

  void check_pair(std::size_t q, std::size_t p) {
    const Pin& one = nouns_.pins[q];
    const Pin& other = nouns_.pins[p];
    const bool overlap =
        one.period.from < other.period.until && other.period.from < one.period.until;
    if (!overlap || (one.kind != PinKind::fix && other.kind != PinKind::fix)) return;
    const std::string& key = one.key;
    if (one.kind == PinKind::fix && other.kind == PinKind::fix) {
      const Id<Unit> unit = nouns_.offers[one.offer].unit;
      const bool one_unit =
          unit == nouns_.offers[other.offer].unit && !nouns_.units[unit].divisible;
      const bool one_tour = one.offer == other.offer && one.requirement == other.requirement;
      if (!one_unit || one_tour) return;
      if (!is_declared(one, other))
        add(p,
            "from",
            "the unit is fixed elsewhere on some of these days by " + quoted(key),
            "A unit is in one place at a time.");
      else if (one.offer != other.offer || one.period != other.period)
        add(p,
            "from",
            "a double use is fixed for other days or by another offer by " + quoted(key),
            "Fix both for the same days.");
      return;
    }
    if (one.kind == PinKind::prefer || other.kind == PinKind::prefer) return;
    const Pin& forbidden = one.kind == PinKind::forbid ? one : other;
    const Pin& fixed = one.kind == PinKind::fix ? one : other;
    if (forbidden.offer == fixed.offer
        && (!forbidden.requirement || forbidden.requirement == fixed.requirement))
      add(p, "from", "the same tour is fixed and forbidden, by this and " + quoted(key), "");
  }

  const Reading& reading_;
  const Nouns& nouns_;
  Findings& findings_;
};

}  // namespace

void check_pins(const Reading& reading, Findings& findings) {
  PinCheck{reading, findings}.check();
}

}  // namespace muster::reading
