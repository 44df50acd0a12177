// SPDX-License-Identifier: Apache-2.0
// The numbers of a situation by name, and the sizes of the published set.
#include <array>
#include <cstddef>

#include "generate/generate.hpp"
#include "generate/invent/invention.hpp"

namespace muster::generate {
namespace {

constexpr int most_things = 100'000;
constexpr int most_months = 600;

constexpr std::string_view sizes_group = "Sizes";
constexpr std::string_view units_group = "Shares of units, in percent";
constexpr std::string_view offers_group = "Shares of offers, in percent";
constexpr std::string_view requirements_group = "Shares of requirements, in percent";
constexpr std::string_view nations_group = "Shares of nations, in percent";

template <auto Member>
int& number(Sizes& sizes) {
  return sizes.*Member;
}

template <auto Member>
int& share(Sizes& sizes) {
  return sizes.shares.*Member;
}

template <auto Member>
constexpr Parameter share_of(std::string_view group, std::string_view name, std::string_view what) {
  return {group, name, what, 0, 100, share<Member>};
}

constexpr std::array all{
    Parameter{sizes_group,
              "units",
              "Units; what is delivered comes on top",
              1,
              most_things,
              number<&Sizes::units>},
    Parameter{
        sizes_group, "requirements", "Requirements", 1, most_things, number<&Sizes::requirements>},
    Parameter{
        sizes_group, "months", "Months of the horizon", 1, most_months, number<&Sizes::months>},
    Parameter{sizes_group,
              "nations",
              "Nations",
              1,
              static_cast<int>(most_nations),
              number<&Sizes::nations>},
    Parameter{sizes_group,
              "capabilities",
              "Kinds of capability that units have",
              1,
              static_cast<int>(kind_count),
              number<&Sizes::capabilities>},
    Parameter{sizes_group,
              "popularity",
              "Percent by which a kind is offered and asked for less than the one before it",
              0,
              90,
              number<&Sizes::popularity>},
    Parameter{sizes_group, "tiers", "Priorities", 1, 8, number<&Sizes::tiers>},
    Parameter{sizes_group,
              "shortest-tour",
              "Least months that policies draw",
              1,
              36,
              number<&Sizes::tour_months_least>},
    Parameter{sizes_group,
              "longest-tour",
              "Most months that policies draw",
              1,
              36,
              number<&Sizes::tour_months_most>},
    Parameter{sizes_group,
              "demand",
              "Percent of what the units' tempo allows",
              1,
              1000,
              number<&Sizes::demand_percent>},
    share_of<&Shares::pools>(units_group, "pools", "Divisible units"),
    share_of<&Shares::parts>(units_group, "parts", "Parts of an earlier unit"),
    share_of<&Shares::further>(units_group, "further", "Units with a further capability"),
    share_of<&Shares::without_policy>(units_group, "without-policy", "Units without a policy"),
    share_of<&Shares::second_offers>(units_group, "second-offers", "Units offered in two windows"),
    share_of<&Shares::double_use>(units_group, "double-use", "Units with a declared double use"),
    share_of<&Shares::scoped>(offers_group, "scoped", "For one activity or requirement only"),
    share_of<&Shares::open_windows>(offers_group, "open-windows", "For the unit's whole time"),
    share_of<&Shares::minimum_terms>(offers_group, "minimum-terms", "With a minimum term"),
    share_of<&Shares::extensions>(
        offers_group, "extensions", "With an option of extension, of those with an end"),
    share_of<&Shares::conditions>(offers_group, "conditions", "Waiting for a condition"),
    share_of<&Shares::caveats>(offers_group, "caveats", "With a caveat"),
    share_of<&Shares::budgets>(offers_group, "budgets", "Paid from a budget, of those with a cost"),
    share_of<&Shares::on_call>(requirements_group, "on-call", "On call instead of present"),
    share_of<&Shares::deliveries>(requirements_group, "deliveries", "Of things or money"),
    share_of<&Shares::nation_limits>(
        requirements_group, "nation-limits", "For at most 1 to 3 nations"),
    share_of<&Shares::lead_shares>(requirements_group, "lead-shares", "With a share of the lead"),
    share_of<&Shares::handovers>(requirements_group, "handovers", "With days of handover"),
    share_of<&Shares::ceilings>(nations_group, "ceilings", "With a ceiling"),
    share_of<&Shares::stocks>(nations_group, "stocks", "With a stock of vehicles")};

Sizes sizes_of(int units, int requirements, int months, int nations, int capabilities) {
  Sizes sizes;
  sizes.units = units;
  sizes.requirements = requirements;
  sizes.months = months;
  sizes.nations = nations;
  sizes.capabilities = capabilities;
  return sizes;
}

}  // namespace

std::span<const Parameter> parameters() {
  return all;
}

std::optional<Sizes> published_sizes(std::string_view name) {
  if (name == "S") return sizes_of(100, 100, 24, 8, 10);
  if (name == "M") return sizes_of(300, 300, 36, 16, 15);
  if (name == "L") return sizes_of(1000, 1000, 60, 24, 20);
  if (name == "XL") return sizes_of(5000, 10'000, 120, 32, 25);
  return std::nullopt;
}

Shares plain_shares() {
  Shares shares;
  shares.parts = shares.budgets = shares.deliveries = shares.nation_limits = 0;
  shares.lead_shares = shares.ceilings = shares.double_use = 0;
  return shares;
}

}  // namespace muster::generate
