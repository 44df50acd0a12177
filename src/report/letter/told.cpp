// SPDX-License-Identifier: Apache-2.0
#include "report/letter/told.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/cell_value.hpp"
#include "report/figures/figures.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr std::size_t most_named = 24;  // of others, with what each gives
constexpr std::int64_t permille = 1000;

std::string in_one_paragraph(const std::vector<std::string>& sentences) {
  return joined(sentences, " ");
}

// One after the other, as much each: a rotation.
bool follows(const Contribution& before, const Contribution& after) {
  return before.capability == after.capability && before.quantity == after.quantity
         && before.status == after.status && !before.is_delivery && !before.extended_until
         && !after.extended_until && before.caveats == after.caveats
         && before.waits_for == after.waits_for && before.until && after.from && after.until
         && *before.from < *after.from;
}

}  // namespace

std::vector<std::string> Told::of(Id<Activity> activity) {
  std::vector<Id<Requirement>> needs;
  for (const Id<Requirement> id : scenario_->requirements.ids())
    if (scenario_->requirements[id].activity == activity && scenario_->requirements[id].quantity)
      needs.push_back(id);
  Sentences own, filled, about;
  tell_own(activity, own);
  tell_costs(activity, own);
  tell_training(activity, about);
  tell_conditions(activity, about);
  tell_spending(activity, about);
  tell_needs(needs, filled);
  std::vector<std::string> paragraphs;
  for (const Sentences* sentences : {&own, &about, &filled})
    if (!sentences->empty()) paragraphs.push_back(in_one_paragraph(*sentences));
  if (needs.size() > 1) paragraphs.push_back(table_of(needs));
  std::ranges::move(others_on(needs), std::back_inserter(paragraphs));
  return paragraphs;
}

// The row's own source, and those of cells that a claim says.
std::vector<Citation> Told::sources_of(std::string_view table,
                                       std::string_view key,
                                       const std::string& source,
                                       const std::vector<std::string_view>& columns) const {
  std::vector<Citation> found{{source, {}}};
  for (const Claim& claim : scenario_->claims)
    if (claim.chosen && claim.table == table && claim.key == key
        && std::ranges::find(columns, claim.column) != columns.end())
      found.push_back({claim.source, claim.source == "assumed" ? claim.note : std::string{}});
  return found;
}

bool Told::is_of(const Offer& offer, Id<Activity> activity) const {
  if (offer.activity) return *offer.activity == activity;
  return offer.requirement && scenario_->requirements[*offer.requirement].activity == activity;
}

Contribution Told::contribution(Id<Offer> id) const {
  const Offer& offer = scenario_->offers[id];
  Contribution one;
  one.nation = words_.nation(offer.nation);
  one.capability = marked_down(words_.capability(offer.capability));
  one.status = offer.status;
  one.measure = scenario_->capabilities[offer.capability].measure;
  one.quantity = offer.quantity;
  one.is_delivery =
      offer.requirement
      && scenario_->requirements[*offer.requirement].kind == RequirementKind::delivery;
  one.from = offer.from;
  one.until = offer.until;
  if (offer.until && offer.extension_days)
    one.extended_until = *offer.until + Days{*offer.extension_days};
  one.decide_by = offer.extension_decide_by;
  for (const Caveat& caveat : offer.caveats) {
    const std::string key =
        offer.key + "," + std::string{to_text(caveat.rule)} + "," + caveat.value;
    if (caveat.rule == CaveatRule::task)
      one.caveats.push_back(marked_down(words_.text("caveats", key, "value", caveat.value)));
    else if (caveat.rule == CaveatRule::only_place)
      one.caveats.push_back(language_.only_in(place_words(caveat)));
  }
  if (offer.condition)
    for (const Condition::Act& act : scenario_->conditions[*offer.condition].acts)
      if (act.status != ConditionStatus::granted)
        one.waits_for.push_back(act_words(scenario_->conditions[*offer.condition], act));
  return one;
}

std::string Told::place_words(const Caveat& caveat) const {
  if (caveat.place)
    return marked_down(
        name_or_key(scenario_->places[*caveat.place].name, scenario_->places[*caveat.place].key));
  return marked_down(words_.party(caveat.value));
}

std::vector<Id<Offer>> Told::own_offers(Id<Activity> activity) const {
  std::vector<Id<Offer>> own;
  for (const Id<Offer> id : scenario_->offers.ids()) {
    const Offer& offer = scenario_->offers[id];
    if (offer.nation == from_ && !is_ended(offer.status) && is_of(offer, activity))
      own.push_back(id);
  }
  return own;
}

void Told::tell_own(Id<Activity> activity, Sentences& told) {
  std::optional<Contribution> last;
  std::optional<Day> last_from;
  std::vector<Citation> sources;
  const auto tell = [&] {
    if (last) told.push_back(language_.own(*last) + footnotes_.cite(sources));
    last.reset();
    sources.clear();
  };
  for (const Id<Offer> id : own_offers(activity)) {
    const Offer& offer = scenario_->offers[id];
    Contribution one = contribution(id);
    if (last && last_from && one.from && *last_from < *one.from && follows(*last, one)) {
      ++last->rotations;
      last->until = std::max(last->until, one.until);
    } else {
      tell();
      last = std::move(one);
    }
    last_from = offer.from;
    std::ranges::move(
        sources_of(
            "offers", offer.key, offer.source, {"quantity", "from", "until", "extension_days"}),
        std::back_inserter(sources));
  }
  tell();
}

// Rounded down, so that all of it is only what is all of it.
Need Told::need_of(Id<Requirement> id) const {
  const Requirement& asked = scenario_->requirements[id];
  Need need;
  need.capability = marked_down(words_.capability(asked.capability));
  need.measure = measure_of(scenario_, id);
  const std::int64_t counted = asked.quantity->count();
  need.quantity = need.measure == Measure::money ? counted * permille : counted / permille;
  need.period = asked.period;
  const Fill fill = fill_of(view_.verdict->coverage[id]);
  if (fill.required > 0) {
    need.firm = static_cast<std::int64_t>(fill.firm * permille / fill.required);
    need.expected = static_cast<std::int64_t>(fill.expected * permille / fill.required);
    need.best = static_cast<std::int64_t>(fill.best * permille / fill.required);
  }
  return need;
}

void Told::tell_needs(const std::vector<Id<Requirement>>& needs, Sentences& told) {
  if (needs.size() == 1) {
    const Requirement& asked = scenario_->requirements[needs.front()];
    told.push_back(language_.need(need_of(needs.front()))
                   + footnotes_.cite(
                       sources_of("requirements", asked.key, asked.source, {"quantity", "until"})));
  } else if (!needs.empty()) {
    std::size_t full = 0, none = 0;
    for (const Id<Requirement> id : needs) {
      const std::int64_t best = need_of(id).best;
      full += best == permille ? 1 : 0;
      none += best == 0 ? 1 : 0;
    }
    told.push_back(language_.needs(full, needs.size() - full - none, none));
  }
}

std::string Told::table_of(const std::vector<Id<Requirement>>& needs) {
  std::string table = "| " + joined(language_.need_columns(), " | ") + " |\n|---|--:|--:|--:|--:|";
  for (const Id<Requirement> id : needs) {
    const Requirement& asked = scenario_->requirements[id];
    const Need need = need_of(id);
    const auto share = [](std::int64_t part) { return share_text(part, permille); };
    table += "\n| " + need.capability
             + footnotes_.cite(sources_of("requirements", asked.key, asked.source, {"quantity"}))
             + " | " + language_.amount(need.measure, need.quantity) + " | " + share(need.firm)
             + " | " + share(need.expected) + " | " + share(need.best) + " |";
  }
  return table;
}

// Each capability in a line of a list, one alone in a sentence.
std::vector<std::string> Told::others_on(const std::vector<Id<Requirement>>& needs) {
  std::vector<std::string> lines;
  for (const Id<Requirement> id : needs) {
    const std::string given = others_on(id);
    if (given.empty()) continue;
    const std::string what = marked_down(words_.capability(scenario_->requirements[id].capability));
    lines.push_back(needs.size() > 1
                        ? "- " + what + ": " + given + "."
                        : std::string{language_.others()} + " (" + what + "): " + given + ".");
  }
  if (needs.size() > 1 && !lines.empty())
    return {std::string{language_.others()} + ":", joined(lines, "\n")};
  return lines;
}

// Of other nations, by what the plan uses: the first that each gives. What is given on the same
// terms is told together.
std::string Told::others_on(Id<Requirement> requirement) {
  std::map<Id<Nation>, std::set<Id<Offer>>> by_nation;
  for (const std::size_t k : view_.tours_on[requirement]) {
    const Id<Offer> offer = view_.plan->tours[k].offer;
    by_nation[scenario_->offers[offer].nation].insert(offer);
  }
  for (const std::size_t k : view_.deliveries_to[requirement]) {
    const Id<Offer> offer = view_.plan->deliveries[k].offer;
    by_nation[scenario_->offers[offer].nation].insert(offer);
  }
  by_nation.erase(from_);
  if (by_nation.size() > most_named) {
    std::vector<std::string> nations;
    for (const auto& [nation, offers] : by_nation) nations.push_back(words_.nation(nation));
    return joined(nations, ", ");
  }
  std::vector<std::pair<std::string, std::vector<std::string>>> by_terms;
  for (const auto& [nation, offers] : by_nation) {
    const Offer& first = scenario_->offers[*offers.begin()];
    const Contribution one = contribution(*offers.begin());
    const std::string terms =
        " (" + language_.terms(one) + ")"
        + footnotes_.cite(sources_of("offers", first.key, first.source, {"quantity", "from"}));
    auto same = std::ranges::find(by_terms, terms, [](const auto& known) { return known.first; });
    if (same == by_terms.end()) same = by_terms.insert(by_terms.end(), {terms, {}});
    same->second.push_back(language_.gives(one));
  }
  std::vector<std::string> given;
  for (const auto& [terms, nations] : by_terms) given.push_back(joined(nations, ", ") + terms);
  return joined(given, "; ");
}

void Told::tell_training(Id<Activity> activity, Sentences& told) {
  for (const explain::TrainingCurve& curve : view_.training) {
    if (curve.activity != activity) continue;
    Training training{
        curve.as_of, curve.trained_before, curve.target, curve.target_on, curve.reached_on};
    training.by_target = curve.trained_before.value_or(0);
    for (const explain::TrainingPoint& point : curve.points)
      if (curve.target_on && point.on <= *curve.target_on) training.by_target = point.trained;
    std::string text = language_.training(training);
    if (text.empty()) continue;
    const std::string& key = scenario_->activities[activity].key;
    text += footnotes_.cite(
        sources_of("programmes", key, curve.source, {"target", "trained_before", "target_on"}));
    for (const Claim& claim : scenario_->claims) {
      const auto value = parse_whole(claim.value);
      if (claim.table == "programmes" && claim.key == key && claim.column == "target"
          && !claim.chosen && value)
        text += " " + language_.differs(language_.number(*value))
                + footnotes_.cite({{claim.source, claim.note}});
    }
    told.push_back(text);
  }
}

void Told::tell_costs(Id<Activity> activity, Sentences& told) {
  std::map<Id<Budget>, std::int64_t> costs;
  for (const Id<Offer> id : own_offers(activity)) {
    const Offer& offer = scenario_->offers[id];
    if (!offer.budget || !offer.cost) continue;
    const bool is_by_day = offer.cost_per == CostPer::day && offer.from && offer.until;
    const std::int64_t days = is_by_day ? (*offer.until - *offer.from).count() : 1;
    const std::int64_t pieces = scenario_->units[offer.unit].divisible ? offer.quantity : 1;
    costs[*offer.budget] += offer.cost->count() * days * pieces;
  }
  for (const auto& [id, euros] : costs) {
    const Budget& budget = scenario_->budgets[id];
    const std::string name =
        words_.text("budgets", budget.key, "name", name_or_key(budget.name, budget.key));
    told.push_back(language_.cost({euros, marked_down(name), budget.period})
                   + footnotes_.cite({{budget.source, {}}}));
  }
}

std::string Told::act_words(const Condition& condition, const Condition::Act& act) const {
  const std::string key = condition.key + "," + act.name;
  const std::string what = words_.text("conditions", key, "name", act.name);
  const std::string party = words_.text("conditions", key, "party", words_.party(act.party));
  return marked_down(what + " (" + party + ")");
}

// At the first activity that an offer which waits for it is of.
bool Told::is_told_at(const explain::Waiting& waiting, Id<Activity> activity) const {
  const auto waits = [&](Id<Activity> id) {
    return std::ranges::any_of(
        waiting.offers, [&](Id<Offer> offer) { return is_of(scenario_->offers[offer], id); });
  };
  for (const Id<Activity> id : scenario_->activities.ids())
    if (waits(id)) return id == activity;
  return false;
}

void Told::tell_conditions(Id<Activity> activity, Sentences& told) {
  for (const explain::Waiting& waiting : view_.waiting) {
    if (!is_told_at(waiting, activity)) continue;
    const Condition& condition = scenario_->conditions[waiting.condition];
    std::vector<std::string> open, granted, refused;
    std::vector<Citation> sources;
    for (const Condition::Act& act : condition.acts) {
      (act.status == ConditionStatus::open      ? open
       : act.status == ConditionStatus::granted ? granted
                                                : refused)
          .push_back(act_words(condition, act));
      sources.push_back({act.source, act.note});
    }
    std::string text = language_.conditions(open, granted, refused);
    if (text.ends_with(' ')) text.pop_back();
    told.push_back(text + footnotes_.cite(sources));
  }
}

void Told::tell_spending(Id<Activity> activity, Sentences& told) {
  if (scenario_->activities[activity].kind != "policy" || scenario_->spending.empty()) return;
  const int year = std::ranges::max_element(scenario_->spending, {}, &Spending::year)->year;
  std::int64_t met = 0, pledged = 0;
  std::vector<Citation> sources;
  for (const Spending& one : scenario_->spending) {
    if (one.year != year || !one.pledged) continue;
    ++pledged;
    met += one.spent >= *one.pledged ? 1 : 0;
    sources.push_back({one.source, {}});
  }
  if (pledged > 0)
    told.push_back(language_.spending(met, pledged, year) + footnotes_.cite(sources));
}

std::string Told::promise(const Promise& promise) {
  const auto said = [&](std::string_view column, const std::string& text) {
    return marked_down(words_.text("promises", promise.key, column, words_.party(text)));
  };
  PromiseFact fact{said("by", promise.by),
                   said("to", promise.to),
                   said("about", promise.about),
                   said("trigger", promise.trigger),
                   promise.due,
                   promise.status == PromiseStatus::kept ? promise.kept_on : std::nullopt};
  for (const Id<Condition> id : scenario_->conditions.ids()) {
    const Condition& condition = scenario_->conditions[id];
    if (condition.key != promise.trigger) continue;
    std::vector<std::string> acts;
    for (const Condition::Act& act : condition.acts)
      if (act.status != ConditionStatus::granted) acts.push_back(act_words(condition, act));
    fact.trigger = joined(acts, ", ");
  }
  std::vector<Citation> sources = sources_of("promises", promise.key, promise.source, {"due"});
  if (!promise.kept_by.empty()) sources.push_back({promise.kept_by, {}});
  return language_.promise(fact) + footnotes_.cite(sources);
}

}  // namespace muster::report
