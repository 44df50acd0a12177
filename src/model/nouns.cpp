// SPDX-License-Identifier: Apache-2.0
#include "model/nouns.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace muster {
namespace {

using Words = std::string_view;

// The word of an enumerator, from words in the order of the enumerators.
template <class Enumeration, std::size_t Size>
std::string_view word(const std::array<Words, Size>& words, Enumeration value) {
  return words.at(static_cast<std::size_t>(value));
}

constexpr std::array<Words, 7> measures{
    "unit", "person", "aircraft", "vessel", "system", "piece", "EUR"};
constexpr std::array<Words, 3> requirement_kinds{"presence", "on_call", "delivery"};
constexpr std::array<Words, 10> offer_statuses{"explored",
                                               "intended",
                                               "offered",
                                               "accepted",
                                               "committed",
                                               "in_place",
                                               "rotated",
                                               "withdrawn",
                                               "lapsed",
                                               "refused"};
constexpr std::array<Words, 3> pin_kinds{"fix", "forbid", "prefer"};
constexpr std::array<Words, 3> countings{"firm", "expected", "best"};
constexpr std::array<Words, 3> cost_pers{"day", "tour", "once"};
constexpr std::array<Words, 8> caveat_rules{"not_place",
                                            "only_place",
                                            "not_activity",
                                            "only_activity",
                                            "not_organisation",
                                            "task",
                                            "season",
                                            "only_requirement"};
constexpr std::array<Words, 3> condition_statuses{"open", "granted", "refused"};
constexpr std::array<Words, 9> delivery_states{"announced",
                                               "allocated",
                                               "released",
                                               "in_transit",
                                               "arrived",
                                               "handed_over",
                                               "in_use",
                                               "lost",
                                               "returned"};
constexpr std::array<Words, 3> promise_statuses{"open", "kept", "withdrawn"};
constexpr std::array<Words, 2> clocks{"day", "minute"};
constexpr std::array<Words, ask_kinds> ask_kind_words{"exercise_option",
                                                      "obtain_condition",
                                                      "firm_up",
                                                      "deliver_sooner",
                                                      "extend_window",
                                                      "shorten_term",
                                                      "admit_nation",
                                                      "relax_lead_share",
                                                      "accept_substitute",
                                                      "shorten_notice",
                                                      "relax_policy",
                                                      "raise_ceiling",
                                                      "raise_budget",
                                                      "lower_floor",
                                                      "lift_caveat",
                                                      "widen_scope",
                                                      "reverse_refusal",
                                                      "new_contribution"};

}  // namespace

bool is_ended(OfferStatus status) {
  return status >= OfferStatus::rotated;
}

std::string_view to_text(Measure value) {
  return word(measures, value);
}
std::string_view to_text(RequirementKind value) {
  return word(requirement_kinds, value);
}
std::string_view to_text(OfferStatus value) {
  return word(offer_statuses, value);
}
std::string_view to_text(Counting value) {
  return word(countings, value);
}
std::string_view to_text(CostPer value) {
  return word(cost_pers, value);
}
std::string_view to_text(CaveatRule value) {
  return word(caveat_rules, value);
}
std::string_view to_text(ConditionStatus value) {
  return word(condition_statuses, value);
}
std::string_view to_text(DeliveryState value) {
  return word(delivery_states, value);
}
std::string_view to_text(PinKind value) {
  return word(pin_kinds, value);
}
std::string_view to_text(PromiseStatus value) {
  return word(promise_statuses, value);
}
std::string_view to_text(Clock value) {
  return word(clocks, value);
}

std::string_view to_text(AskKind value) {
  return word(ask_kind_words, value);
}

}  // namespace muster
