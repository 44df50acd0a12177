// SPDX-License-Identifier: Apache-2.0
#include "report/words/words.hpp"

#include "base/demand.hpp"

#include "report/text.hpp"

namespace muster::report {
namespace {

std::string with_separators(std::string digits) {
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

}  // namespace

std::string count_text(Wide count) {
  return with_separators(to_text(count));
}

std::string decimal_text(Wide thousandths) {
  const Wide size = thousandths < 0 ? -thousandths : thousandths;
  std::string text = (thousandths < 0 ? "-" : "") + count_text(size / 1000);
  std::string places = to_text(size % 1000);
  places.insert(0, 3 - places.size(), '0');
  while (!places.empty() && places.back() == '0') places.pop_back();
  return places.empty() ? text : text + "." + places;
}

std::string percent_text(Wide thousandths) {
  return decimal_text(thousandths) + " %";
}

std::string spending_sentence(const Scenario& scenario) {
  Wide pledged = 0, kept = 0;
  for (const Spending& row : scenario->spending) {
    if (!row.pledged) continue;
    ++pledged;
    if (row.spent >= *row.pledged) ++kept;
  }
  if (pledged == 0) return {};
  return count_text(kept) + " of " + plural(pledged, "pledge", "pledges")
         + " of spending on defence " + (kept == 1 ? "is" : "are") + " met.";
}

std::string rounded_text(Wide thousandths) {
  const Wide tenths = (thousandths + (thousandths < 0 ? -50 : 50)) / 100;
  return decimal_text(tenths * 100);
}

std::string share_text(Wide part, Wide whole) {
  if (whole == 0) return "–";
  const Wide percent = (part * 200 + whole) / (whole * 2);
  if (percent == 0 && part > 0) return "<1 %";
  if (percent >= 100 && part < whole) return ">99 %";
  return to_text(percent) + " %";
}

std::string amount_text(Measure measure, Amount amount) {
  const std::string number = decimal_text(amount.count());
  if (measure == Measure::money) return "EUR " + number + " million";
  const bool one = amount.count() == 1000;
  return number + " " + std::string{measure_word(measure, !one)};
}

std::string money_text(std::int64_t euros) {
  if (euros >= 1'000'000 && euros % 1000 == 0) {
    return "EUR " + decimal_text(euros / 1000) + " million";
  }
  return "EUR " + count_text(euros);
}

std::string days_text(std::int64_t days) {
  return plural(days, "day", "days");
}

std::string period_text(Period period) {
  return to_text(period.from) + " to " + to_text(period.until);
}

std::string_view measure_word(Measure measure, bool many) {
  switch (measure) {
    case Measure::unit:
      return many ? "units" : "unit";
    case Measure::person:
      return many ? "persons" : "person";
    case Measure::aircraft:
      return "aircraft";
    case Measure::vessel:
      return many ? "vessels" : "vessel";
    case Measure::system:
      return many ? "systems" : "system";
    case Measure::piece:
      return many ? "pieces" : "piece";
    case Measure::money:
      return "EUR million";
  }
  throw Defect{"every measure has a word"};
}

std::string plural(Wide count, std::string_view one, std::string_view many) {
  return count_text(count) + " " + std::string{count == 1 ? one : many};
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

std::string_view kind_words(RequirementKind kind) {
  switch (kind) {
    case RequirementKind::presence:
      return "present";
    case RequirementKind::on_call:
      return "on call";
    case RequirementKind::delivery:
      return "delivered";
  }
  throw Defect{"every kind has words"};
}

std::string_view status_words(OfferStatus status) {
  if (status == OfferStatus::in_place) return "in place";
  return to_text(status);
}

std::string_view counting_words(Counting counting) {
  switch (counting) {
    case Counting::firm:
      return "only what is committed or in place, without options";
    case Counting::expected:
      return "what is accepted, committed or in place, without options";
    case Counting::best:
      return "all that is offered and not ended, options exercised, open conditions taken as met";
  }
  throw Defect{"every counting has words"};
}

std::string_view grid_words(GridStep step) {
  switch (step) {
    case GridStep::day:
      return "daily";
    case GridStep::week:
      return "weekly";
    case GridStep::month:
      return "monthly";
    case GridStep::events:
      return "event";
  }
  throw Defect{"every grid has words"};
}

std::string stop_words(std::string_view stop) {
  if (stop == "optimal") return "The search stopped because nothing better is possible.";
  if (stop == "exhausted") {
    return "The search stopped because an exact search of this grid found nothing better.";
  }
  if (stop == "effort_spent") {
    return "The search stopped because its counted effort was spent; a longer one may find more.";
  }
  if (stop == "interrupted") {
    return "The search was interrupted: another run may stop at another plan.";
  }
  return stop.empty() ? std::string{} : "The search stopped: " + std::string{stop} + ".";
}

Measure measure_of(const Scenario& scenario, Id<Requirement> requirement) {
  return scenario->capabilities[scenario->requirements[requirement].capability].measure;
}

std::string name_or_key(const std::string& name, const std::string& key) {
  return name.empty() ? key : name;
}

std::string requirement_words(const Scenario& scenario, Id<Requirement> id) {
  const Requirement& requirement = scenario->requirements[id];
  const Capability& capability = scenario->capabilities[requirement.capability];
  return requirement.key + " (" + name_or_key(capability.name, capability.key) + ")";
}

std::string open_acts_words(const Condition& condition) {
  std::vector<std::string> parts;
  for (const Condition::Act& act : condition.acts) {
    if (act.status == ConditionStatus::granted) continue;
    std::string words = act.party + " (" + act.name;
    if (act.status == ConditionStatus::refused) words += ", refused";
    if (act.expected_on) words += ", expected " + to_text(*act.expected_on);
    parts.push_back(words + ")");
  }
  return joined(parts, ", ");
}

std::string caveat_words(const Scenario& scenario, const Caveat& caveat) {
  const std::string place = caveat.place ? scenario->places[*caveat.place].name : caveat.value;
  const std::string activity =
      caveat.activity ? scenario->activities[*caveat.activity].name : caveat.value;
  switch (caveat.rule) {
    case CaveatRule::not_place:
      return "not in " + place;
    case CaveatRule::only_place:
      return "only in " + place;
    case CaveatRule::not_activity:
      return "not for " + activity;
    case CaveatRule::only_activity:
      return "only for " + activity;
    case CaveatRule::not_organisation:
      return "not under " + caveat.value;
    case CaveatRule::task:
      return caveat.value;
    case CaveatRule::season:
      return "not between " + caveat.value + " (month-day)";
    case CaveatRule::only_requirement:
      return "only for " + caveat.value;
  }
  throw Defect{"every caveat has words"};
}

std::string clock_sentence(std::string_view clock) {
  if (clock.empty() || clock == to_text(Clock::day)) return {};
  return "One day of this data stands for one " + std::string{clock} + ".";
}

std::string list_words(const Scenario& scenario, const Offer& offer) {
  constexpr std::size_t most_named = 3;
  const auto& only = offer.only_requirements;
  if (only.empty()) return "restricted by its nation";
  if (only.size() > most_named) return "only for " + plural(only.size(), "", "requirements");
  std::vector<std::string> keys;
  for (const Id<Requirement> id : only) keys.push_back(scenario->requirements[id].key);
  return "only for " + joined(keys, ", ");
}

}  // namespace muster::report
