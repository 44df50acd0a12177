// SPDX-License-Identifier: Apache-2.0
// From what stands in the way to what to ask for.
#include <algorithm>
#include <limits>
#include <map>

#include "asks/rows.hpp"

namespace muster::asks {
namespace {

using explain::Cause;
using explain::Reason;

std::int64_t days_between(Day from, Day until) {
  return (until - from).count();
}

// The changes of one way, noted one by one; `is_askable` turns false where nobody could grant one.
class Asking {
 public:
  Asking(const Scenario& scenario, const Plan& plan, const explain::Way& way)
      : scenario_{scenario},
        plan_{plan},
        way_{way},
        offer_{scenario->offers[way.offer]},
        unit_{scenario->units[offer_.unit]},
        requirement_{
            scenario->requirements[way.move.added.empty() ? way.move.delivered.front().requirement
                                                          : way.move.added.front().requirement]} {}

  [[nodiscard]] std::optional<std::vector<Change>> all() && {
    for (const Reason& reason : way_.reasons) add(reason);
    if (!is_askable_) return std::nullopt;
    return std::move(changes_);
  }

 private:
  void add(const Reason& reason);
  void add_status();
  void add_condition(const Reason& reason);
  void add_windows();
  Day add_offer_end(Day until);  // the day on which the offer then ends
  void add_budget(const Budget& budget, std::int64_t amount);
  void add_notice(const Reason& reason);
  void add_lead_share(const Reason& reason);
  void add_budget_period(const Budget& budget);
  void add_delivery_days();
  void add_term();
  void add_scope();
  void add_caveat(const Reason& reason);
  void add_allowed(CaveatRule rule, const std::string& value);
  void add_rest(const Reason& reason);
  void add_ceilings(const Reason& reason);
  void add_stock(const Reason& reason);
  void add_of_policy(const std::string& field, const std::string& before, std::int64_t value);
  void change(AskKind kind, RowKey row, FieldChange field, std::int64_t amount);

  [[nodiscard]] Period days() const { return explain::days_of(way_); }
  [[nodiscard]] const Policy& policy() const { return scenario_->policies[*unit_.policy]; }
  [[nodiscard]] const std::string& giver() const { return scenario_->nations[offer_.nation].key; }
  [[nodiscard]] std::string owner() const;

  const Scenario& scenario_;
  const Plan& plan_;
  const explain::Way& way_;
  const Offer& offer_;
  const Unit& unit_;
  const Requirement& requirement_;
  std::vector<Change> changes_;
  std::map<std::string, std::string> relaxed_;  // fields of the unit's policy
  std::int64_t dwell_permille_ = std::numeric_limits<std::int64_t>::max();  // that all rests need
  bool is_askable_ = true;
};

// Who may change a requirement.
std::string Asking::owner() const {
  const Activity& activity = scenario_->activities[requirement_.activity];
  if (!activity.organisation.empty()) return activity.organisation;
  return activity.lead ? scenario_->nations[*activity.lead].key : activity.key;
}

void Asking::change(AskKind kind, RowKey row, FieldChange field, std::int64_t amount) {
  const bool of_line = row.table == "requirements" || row.table == "substitutions";
  Change change;
  change.kind = kind;
  change.party = of_line ? owner() : giver();
  change.object = row.keys.front().second;
  change.field = field.field;
  change.before = field.before;
  change.after = field.after;
  change.amount = amount;
  row.keys.emplace_back(field.field, field.after);
  change.rows.push_back({row.table, Operation::change, std::move(row.keys)});
  changes_.push_back(std::move(change));
}

void Asking::add_status() {
  const bool firm = plan_.counting == Counting::firm;
  const OfferStatus wanted = firm ? OfferStatus::committed : OfferStatus::accepted;
  change(AskKind::firm_up,
         {"offers", {{"offer", offer_.key}}},
         {"status", std::string{to_text(offer_.status)}, std::string{to_text(wanted)}},
         0);
}

void Asking::add_condition(const Reason& reason) {
  const Condition& condition = scenario_->conditions[*reason.condition];
  for (const Condition::Act& act : condition.acts) {
    const bool granted = act.status == ConditionStatus::granted;
    if (granted && (!act.on || *act.on <= days().from)) continue;
    const bool refused = act.status == ConditionStatus::refused;
    change(refused ? AskKind::reverse_refusal : AskKind::obtain_condition,
           {"conditions", {{"condition", condition.key}, {"name", act.name}, {"party", act.party}}},
           {"status", std::string{to_text(act.status)}, "granted"},
           0);
    Change& made = changes_.back();
    made.party = act.party;
    made.rows.front().cells.emplace_back("on", to_text(days().from));
  }
}

Day Asking::add_offer_end(Day until) {
  const Day end = *scenario_.usable_until(offer_, plan_.counting);
  const Day with_option = *offer_.until + Days{offer_.extension_days.value_or(0)};
  const bool is_offered =
      offer_.extension_days && until <= with_option
      && !(offer_.extension_decide_by && *offer_.extension_decide_by < scenario_->as_of);
  change(is_offered ? AskKind::exercise_option : AskKind::extend_window,
         {"offers", {{"offer", offer_.key}}},
         {"until", to_text(*offer_.until), to_text(is_offered ? with_option : until)},
         days_between(end, until));
  if (is_offered) changes_.back().rows.front().cells.emplace_back("extension_days", "");
  return is_offered ? with_option : until;
}

// All windows that the days reach beyond: the offer's, its unit's, with preparing and recovering.
void Asking::add_windows() {
  const Period tour = days();
  const bool rests = unit_.policy && requirement_.kind == RequirementKind::presence;
  const Day ready = tour.from - Days{rests ? policy().preparation_days : 0};
  Day done = tour.until + Days{rests ? policy().recovery_days : 0};
  if (offer_.from && tour.from < *offer_.from)
    change(AskKind::extend_window,
           {"offers", {{"offer", offer_.key}}},
           {"from", to_text(*offer_.from), to_text(tour.from)},
           days_between(tour.from, *offer_.from));
  const auto end = scenario_.usable_until(offer_, plan_.counting);
  if (end && *end < tour.until) done = std::max(done, add_offer_end(tour.until));
  if (unit_.implied) return;
  if (unit_.from && ready < *unit_.from)
    change(AskKind::extend_window,
           {"units", {{"unit", unit_.key}}},
           {"from", to_text(*unit_.from), to_text(ready)},
           days_between(ready, *unit_.from));
  if (unit_.until && *unit_.until < done)
    change(AskKind::extend_window,
           {"units", {{"unit", unit_.key}}},
           {"until", to_text(*unit_.until), to_text(done)},
           days_between(*unit_.until, done));
}

void Asking::add_budget_period(const Budget& budget) {
  const Period tour = days();
  if (tour.from < budget.period.from)
    change(AskKind::extend_window,
           {"budgets", {{"budget", budget.key}}},
           {"from", to_text(budget.period.from), to_text(tour.from)},
           days_between(tour.from, budget.period.from));
  if (budget.period.until < tour.until)
    change(AskKind::extend_window,
           {"budgets", {{"budget", budget.key}}},
           {"until", to_text(budget.period.until), to_text(tour.until)},
           days_between(budget.period.until, tour.until));
}

void Asking::add_delivery_days() {
  for (const PlannedDelivery& delivery : way_.move.delivered) {
    if (!delivery.delivery) continue;
    const Delivery& row = scenario_->deliveries[*delivery.delivery];
    if (!row.on || *row.on == delivery.on) continue;
    change(AskKind::deliver_sooner,
           {"deliveries", {{"delivery", row.key}}},
           {"on", to_text(*row.on), to_text(delivery.on)},
           days_between(delivery.on, *row.on));
    changes_.back().object = offer_.key + " (" + row.key + ")";
  }
}

void Asking::add_of_policy(const std::string& field,
                           const std::string& before,
                           std::int64_t value) {
  const Policy& rules = policy();
  const std::string key = rules.key + "." + unit_.key;
  change(AskKind::relax_policy, {"units", {{"unit", unit_.key}}}, {"policy", rules.key, key}, 0);
  Change& made = changes_.back();
  made.field = field;
  made.before = before;
  made.after = field == "dwell_ratio" ? thousandths_text(value) : std::to_string(value);
  relaxed_[field] = made.after;
  made.rows.push_back(policy_row(rules, key, relaxed_));
}

void Asking::add_term() {
  const std::int64_t length = days_between(days().from, days().until);
  if (offer_.minimum_days && length < *offer_.minimum_days)
    change(AskKind::shorten_term,
           {"offers", {{"offer", offer_.key}}},
           {"minimum_days", std::to_string(*offer_.minimum_days), std::to_string(length)},
           *offer_.minimum_days - length);
  const bool rests = unit_.policy && requirement_.kind == RequirementKind::presence;
  if (rests && policy().tour_min_days && length < *policy().tour_min_days)
    add_of_policy("tour_min_days", std::to_string(*policy().tour_min_days), length);
  if (requirement_.overlap_days >= length && days().from != requirement_.period.from)
    is_askable_ = false;
}

void Asking::add_scope() {
  const RowKey row{"offers", {{"offer", offer_.key}}};
  if (offer_.requirement)
    change(AskKind::widen_scope,
           row,
           {"requirement", scenario_->requirements[*offer_.requirement].key, ""},
           0);
  if (offer_.activity && *offer_.activity != requirement_.activity)
    change(AskKind::widen_scope,
           row,
           {"activity", scenario_->activities[*offer_.activity].key, ""},
           0);
}

// One more of the things that a caveat allows.
void Asking::add_allowed(CaveatRule rule, const std::string& value) {
  change(AskKind::lift_caveat,
         {"caveats", {{"offer", offer_.key}, {"rule", std::string{to_text(rule)}}}},
         {"value", "", value},
         0);
  changes_.back().rows.front().operation = Operation::add;
}

void Asking::add_caveat(const Reason& reason) {
  if (!reason.caveat) {
    add_allowed(CaveatRule::only_requirement, requirement_.key);
    return;
  }
  const Caveat& caveat = offer_.caveats[*reason.caveat];
  if (caveat.rule == CaveatRule::only_activity) {
    add_allowed(caveat.rule, scenario_->activities[requirement_.activity].key);
    return;
  }
  if (caveat.rule == CaveatRule::only_place && requirement_.place) {
    add_allowed(caveat.rule, scenario_->places[*requirement_.place].key);
    return;
  }
  change(AskKind::lift_caveat,
         {"caveats", {{"offer", offer_.key}, {"rule", std::string{to_text(caveat.rule)}}}},
         {"value", caveat.value, caveat.value},
         0);
  changes_.back().rows.front().operation = Operation::remove;
}

// A rest short enough to fit between the two tours.
void Asking::add_rest(const Reason& reason) {
  const Policy& rules = policy();
  std::int64_t length = days_between(days().from, days().until);
  if (reason.cause == Cause::resting) {
    const auto is_before = [&](const Tour& tour) {
      return scenario_->offers[tour.offer].unit == offer_.unit
             && tour.period.until == reason.days.from;
    };
    const auto before = std::ranges::find_if(plan_.tours, is_before);
    if (before == plan_.tours.end()) return void(is_askable_ = false);
    length = days_between(before->period.from, before->period.until);
  }
  const std::int64_t fitting = reason.amount * 1000 / std::max<std::int64_t>(1, length);
  dwell_permille_ = std::min({dwell_permille_, fitting, std::int64_t{rules.dwell_permille}});
  const bool turns_round = rules.preparation_days + rules.recovery_days <= reason.amount;
  if (!turns_round) return void(is_askable_ = false);
  add_of_policy("dwell_ratio", thousandths_text(rules.dwell_permille), dwell_permille_);
  changes_.back().amount = reason.limit - reason.amount;
}

void Asking::add_ceilings(const Reason& reason) {
  for (const auto id : scenario_->ceilings.ids()) {
    const Ceiling& ceiling = scenario_->ceilings[id];
    const bool concerns =
        ceiling.nation == offer_.nation && ceiling.personnel.count() < reason.amount
        && ceiling.period.from < days().until && days().from < ceiling.period.until;
    if (!concerns) continue;
    change(AskKind::raise_ceiling,
           {"ceilings", {{"nation", giver()}, {"from", to_text(ceiling.period.from)}}},
           {"personnel", std::to_string(ceiling.personnel.count()), std::to_string(reason.amount)},
           reason.amount - ceiling.personnel.count());
  }
}

void Asking::add_stock(const Reason& reason) {
  for (const auto id : scenario_->stocks.ids()) {
    const Stock& stock = scenario_->stocks[id];
    const std::int64_t more = reason.amount - reason.limit;
    const bool concerns = stock.nation == offer_.nation && stock.on == reason.days.from
                          && stock.source == reason.source;
    if (!concerns) continue;
    if (stock.floor < more) is_askable_ = false;
    change(AskKind::lower_floor,
           {"stocks",
            {{"nation", giver()},
             {"capability", scenario_->capabilities[stock.capability].key},
             {"on", to_text(stock.on)}}},
           {"floor", std::to_string(stock.floor), std::to_string(stock.floor - more)},
           more);
  }
}

void Asking::add_budget(const Budget& budget, std::int64_t amount) {
  change(AskKind::raise_budget,
         {"budgets", {{"budget", budget.key}}},
         {"amount", std::to_string(budget.amount), std::to_string(amount)},
         amount - budget.amount);
}

void Asking::add_notice(const Reason& reason) {
  change(AskKind::shorten_notice,
         {"units", {{"unit", unit_.key}}},
         {"notice_days", std::to_string(reason.amount), std::to_string(reason.limit)},
         reason.amount - reason.limit);
}

void Asking::add_lead_share(const Reason& reason) {
  change(AskKind::relax_lead_share,
         {"requirements", {{"requirement", requirement_.key}}},
         {"lead_share", thousandths_text(reason.limit), thousandths_text(reason.amount)},
         0);
}

void Asking::add(const Reason& reason) {
  const RowKey line{"requirements", {{"requirement", requirement_.key}}};
  switch (reason.cause) {
    case Cause::status:
      return add_status();
    case Cause::condition_open:
    case Cause::condition_refused:
      return add_condition(reason);
    case Cause::window_ends_early:
    case Cause::window_begins_late:
      if (reason.condition) return add_condition(reason);
      add_windows();
      if (offer_.budget) add_budget_period(scenario_->budgets[*offer_.budget]);
      return;
    case Cause::comes_later:
      return add_delivery_days();
    case Cause::term_too_long:
      return add_term();
    case Cause::scope:
      return add_scope();
    case Cause::caveat:
      return add_caveat(reason);
    case Cause::notice:
      return add_notice(reason);
    case Cause::tour_too_long:
    case Cause::indivisible:
      return add_of_policy("tour_max_days", std::to_string(reason.limit), reason.amount);
    case Cause::totals:
      return add_of_policy("total_days", std::to_string(reason.limit), reason.amount);
    case Cause::resting:
    case Cause::rest_before:
      return add_rest(reason);
    case Cause::ceiling:
      return add_ceilings(reason);
    case Cause::budget:
      return add_budget(scenario_->budgets[*offer_.budget], reason.amount);
    case Cause::stock:
      return add_stock(reason);
    case Cause::nations:
      return change(AskKind::admit_nation,
                    line,
                    {"max_nations", std::to_string(reason.limit), std::to_string(reason.amount)},
                    reason.amount - reason.limit);
    case Cause::lead_share:
      return add_lead_share(reason);
    case Cause::elsewhere:  // the plan's to change; of a third use at once nobody's
      if (!reason.elsewhere) is_askable_ = false;
      return;
    case Cause::nobody_offers:
    case Cause::all_given:
    case Cause::none_could:
    case Cause::handover:
    case Cause::pinned:  // a person's own word, which nobody else can change
    case Cause::no_worth:
    case Cause::not_worth_it:
      is_askable_ = false;
      return;
  }
}

}  // namespace

std::optional<std::vector<Change>> changes_of(const Scenario& scenario,
                                              const Plan& plan,
                                              const explain::Way& way) {
  auto changes = Asking{scenario, plan, way}.all();
  if (!changes) return std::nullopt;
  std::vector<Change> once;
  for (Change& change : *changes) {
    // A condition's act may be named twice, and a unit's rest before and after: the last counts.
    const auto same = std::ranges::find_if(once, [&](const Change& other) {
      const bool policy = change.kind == AskKind::relax_policy && other.kind == change.kind
                          && other.object == change.object && other.field == change.field;
      return other.rows == change.rows || policy;
    });
    if (same != once.end()) {
      change.amount = std::max(change.amount, same->amount);
      once.erase(same);
    }
    const AskCost cost = cost_of(scenario, change.kind);
    const bool counts_days = change.kind == AskKind::extend_window
                             || change.kind == AskKind::deliver_sooner
                             || change.kind == AskKind::relax_policy;
    const std::int64_t months = counts_days ? (change.amount + 29) / 30 : 0;
    change.cost = cost.cost + months * cost.per_30_days;
    once.push_back(std::move(change));
  }
  return once;
}

}  // namespace muster::asks
