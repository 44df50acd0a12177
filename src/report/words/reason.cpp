// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/demand.hpp"

#include "report/text.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

struct Said {
  const Scenario& scenario;
  const Plan& plan;
  const explain::Reason& reason;

  [[nodiscard]] const Offer& offer() const { return scenario->offers[*reason.offer]; }
  // "NLD nl-mq9"
  [[nodiscard]] std::string who() const {
    return scenario->nations[offer().nation].key + " " + offer().key;
  }
};

std::string free_words(const Said& said) {
  const auto& shares = said.scenario->fair_shares;
  const bool has_share = std::ranges::any_of(
      shares.ids(), [&](auto id) { return shares[id].nation == said.offer().nation; });
  return said.who() + " is free: no tour of this grid fits, "
         + (has_share ? "it is worth more elsewhere, or its nation is at its fair share"
                      : "or it is worth more elsewhere");
}

std::string scope_words(const Said& said) {
  const Offer& offer = said.offer();
  if (offer.requirement) {
    return said.who() + " is offered for " + said.scenario->requirements[*offer.requirement].key
           + " only";
  }
  if (offer.activity) {
    const Activity& activity = said.scenario->activities[*offer.activity];
    return said.who() + " is offered for " + name_or_key(activity.name, activity.key) + " only";
  }
  return said.who() + " is offered for something else only";
}

std::string extension_words(const Said& said) {
  const Offer& offer = said.offer();
  if (!offer.extension_days) return {};
  const std::string option = "; an option of " + days_text(*offer.extension_days) + " more ";
  const auto& decide_by = offer.extension_decide_by;
  if (decide_by && *decide_by < said.scenario->as_of)
    return option + "had to be decided by " + to_text(*decide_by);
  if (said.plan.counting == Counting::best) return {};
  return option + "is not counted" + (decide_by ? ", to be decided by " + to_text(*decide_by) : "");
}

std::string window_words(const Said& said) {
  const explain::Reason& reason = said.reason;
  if (reason.cause == explain::Cause::window_begins_late) {
    return said.who() + ": window begins " + days_text(reason.amount) + " late, on "
           + to_text(reason.days.until);
  }
  return said.who() + ": window ends " + days_text(reason.amount) + " early, on "
         + to_text(reason.days.from) + extension_words(said);
}

std::string condition_words(const Said& said) {
  const Condition& condition = said.scenario->conditions[*said.reason.condition];
  const bool refused = said.reason.cause == explain::Cause::condition_refused;
  return said.who() + (refused ? ": condition " : " waits on ") + condition.key
         + (refused ? " refused: " : ", open: ") + open_acts_words(condition);
}

std::string caveat_reason_words(const Said& said) {
  const auto& index = said.reason.caveat;
  const std::string words = index ? caveat_words(said.scenario, said.offer().caveats[*index])
                                  : list_words(said.scenario, said.offer());
  return said.who() + " has a caveat: " + words;
}

std::string term_words(const Said& said) {
  return said.who() + ": shortest tour " + days_text(said.reason.amount) + ", only "
         + days_text(said.reason.limit) + " free from " + to_text(said.reason.days.from);
}

std::string indivisible_words(const Said& said) {
  return said.who() + ": one unit must serve all " + days_text(said.reason.amount)
         + ", it can serve " + count_text(said.reason.limit) + " at most";
}

std::string totals_words(const Said& said) {
  return said.who() + " would be there " + days_text(said.reason.amount) + " of those from "
         + period_text(said.reason.days) + ", its policy allows " + count_text(said.reason.limit);
}

std::string elsewhere_words(const Said& said) {
  if (!said.reason.elsewhere) return said.who() + " serves twice at once already";
  const std::string& requirement = said.scenario->requirements[*said.reason.elsewhere].key;
  if (said.scenario->requirements[*said.reason.elsewhere].kind == RequirementKind::delivery) {
    return said.who() + " is given to " + requirement;
  }
  return said.who() + " is on " + requirement + " from " + period_text(said.reason.days);
}

std::string status_reason_words(const Said& said) {
  return said.who() + " is only " + std::string{status_words(said.offer().status)}
         + ", not counted under " + std::string{to_text(said.plan.counting)};
}

std::string ceiling_words(const Said& said) {
  return said.who() + ": " + said.scenario->nations[said.offer().nation].key + " would have "
         + count_text(said.reason.amount) + " persons deployed, its ceiling is "
         + count_text(said.reason.limit);
}

std::string budget_words(const Said& said) {
  return said.who() + " would take its budget to " + money_text(said.reason.amount) + " of "
         + money_text(said.reason.limit) + " (" + period_text(said.reason.days) + ")";
}

std::string stock_words(const Said& said) {
  const std::string left =
      said.reason.limit == 0 ? "nothing more" : "only " + count_text(said.reason.limit) + " more";
  return said.who() + ": the floor of its stock lets "
         + said.scenario->nations[said.offer().nation].key + " give " + left + ", "
         + count_text(said.reason.amount) + (said.reason.amount == 1 ? " is" : " are")
         + " on offer";
}

std::string nations_words(const Said& said) {
  return said.who() + " would be nation " + count_text(said.reason.amount) + " where "
         + count_text(said.reason.limit) + " are allowed";
}

std::string lead_words(const Said& said) {
  return said.who() + " would leave the lead " + decimal_text(said.reason.amount * 100)
         + " %, at least " + decimal_text(said.reason.limit * 100) + " % is asked";
}

std::string notice_words(const Said& said) {
  return said.who() + ": notice " + days_text(said.reason.amount) + ", wanted "
         + count_text(said.reason.limit);
}

std::string long_tour_words(const Said& said) {
  return said.who() + ": a tour of " + days_text(said.reason.amount) + ", its policy allows "
         + count_text(said.reason.limit);
}

std::string rest_before_words(const Said& said) {
  return said.who() + " must have rested before it is on "
         + said.scenario->requirements[*said.reason.elsewhere].key + " from "
         + to_text(said.reason.days.from);
}

std::string no_worth_words(const Said& said) {
  const Capability& given = said.scenario->capabilities[said.offer().capability];
  return said.who() + " is " + name_or_key(given.name, given.key)
         + ", which is not accepted in place of what is asked";
}

std::string handover_words(const Said& said) {
  return said.who() + " is taking over until " + to_text(said.reason.days.until)
         + " and counts from then";
}

std::string comes_later_words(const Said& said) {
  return said.who() + " comes " + days_text(said.reason.amount) + " later, on "
         + to_text(said.reason.days.from);
}

std::string pinned_words(const Said& said) {
  return said.who() + " is kept from it by a pin from " + to_text(said.reason.days.from) + " to "
         + to_text(said.reason.days.until);
}

std::string cause_words(const Scenario& scenario, const Plan& plan, const explain::Reason& reason) {
  const Said said{scenario, plan, reason};
  switch (reason.cause) {
    case explain::Cause::nobody_offers:
      return "nobody offers this";
    case explain::Cause::all_given:
      return "all that is offered is there; nobody offers more";
    case explain::Cause::none_could:
      return "nothing that is offered could fill any of it";
    case explain::Cause::status:
      return status_reason_words(said);
    case explain::Cause::condition_open:
    case explain::Cause::condition_refused:
      return condition_words(said);
    case explain::Cause::scope:
      return scope_words(said);
    case explain::Cause::caveat:
      return caveat_reason_words(said);
    case explain::Cause::notice:
      return notice_words(said);
    case explain::Cause::window_ends_early:
    case explain::Cause::window_begins_late:
      return window_words(said);
    case explain::Cause::comes_later:
      return comes_later_words(said);
    case explain::Cause::term_too_long:
      return term_words(said);
    case explain::Cause::tour_too_long:
      return long_tour_words(said);
    case explain::Cause::indivisible:
      return indivisible_words(said);
    case explain::Cause::totals:
      return totals_words(said);
    case explain::Cause::handover:
      return handover_words(said);
    case explain::Cause::resting:
      return said.who() + " rests until " + to_text(reason.days.until);
    case explain::Cause::rest_before:
      return rest_before_words(said);
    case explain::Cause::elsewhere:
      return elsewhere_words(said);
    case explain::Cause::ceiling:
      return ceiling_words(said);
    case explain::Cause::budget:
      return budget_words(said);
    case explain::Cause::stock:
      return stock_words(said);
    case explain::Cause::nations:
      return nations_words(said);
    case explain::Cause::lead_share:
      return lead_words(said);
    case explain::Cause::pinned:
      return pinned_words(said);
    case explain::Cause::no_worth:
      return no_worth_words(said);
    case explain::Cause::not_worth_it:
      return free_words(said);
  }
  throw Defect{"every cause has a sentence"};
}

}  // namespace

std::string reason_sentence(const Scenario& scenario,
                            const Plan& plan,
                            const explain::Reason& reason) {
  std::string words = cause_words(scenario, plan, reason);
  for (const explain::Reason& beside : reason.beside)
    words += ", and " + cause_words(scenario, plan, beside);
  return words;
}

}  // namespace muster::report
