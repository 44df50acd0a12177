// SPDX-License-Identifier: Apache-2.0
#include "report/figures/burden.hpp"

#include <algorithm>

#include "base/demand.hpp"

#include "report/words/words.hpp"

namespace muster::report {
namespace {

using explain::BurdenMeasure;
using explain::BurdenPart;
using explain::NationBurden;

std::string key_sentence(const BurdenView& view) {
  if (view.key.empty()) {
    return "No key: no nation that takes part states GDP or population; name a file with --key.";
  }
  std::string words = "Key: " + view.key;
  if (!view.key_source.empty()) words += " (" + view.key_source + ")";
  std::vector<std::string> missing;
  for (const NationBurden& nation : view.answer.nations) {
    if (!nation.key) missing.push_back(view.scenario->nations[nation.nation].key);
  }
  words += ", of " + plural(static_cast<Wide>(view.answer.compared), "nation", "nations");
  if (!missing.empty()) words += "; not stated, and left out of Gini: " + joined(missing, ", ");
  return words + ".";
}

}  // namespace

std::string_view burden_name(BurdenMeasure measure) {
  switch (measure) {
    case BurdenMeasure::people_days:
      return "People-days";
    case BurdenMeasure::units:
      return "Units";
    case BurdenMeasure::equipment:
      return "Equipment";
    case BurdenMeasure::money:
      return "Money";
  }
  throw Defect{"every measure of burden has a name"};
}

std::string_view burden_words(BurdenMeasure measure) {
  switch (measure) {
    case BurdenMeasure::people_days:
      return "people on tours × days";
    case BurdenMeasure::units:
      return "units that serve, each once";
    case BurdenMeasure::equipment:
      return "pieces, systems and vessels delivered";
    case BurdenMeasure::money:
      return "EUR given, and the cost of what serves";
  }
  throw Defect{"every measure of burden has words"};
}

std::string fine_share(Wide part, Wide whole) {
  if (whole == 0) return "–";
  if (part > 0 && part * 2000 < whole) return "<0.1 %";
  const std::int64_t tenths = explain::permille(part, whole);
  if (tenths >= 1000 && part < whole) return ">99.9 %";
  return to_text(Wide{tenths / 10}) + "." + to_text(Wide{tenths % 10}) + " %";
}

std::string times_key(Wide burden, Wide burdens, Wide key, Wide keys) {
  if (burdens == 0 || key == 0) return "–";
  const Wide tenths = (burden * keys * 20 + burdens * key) / (2 * burdens * key);
  return count_text(tenths / 10) + "." + to_text(tenths % 10) + " ×";
}

std::string gini_text(const std::optional<std::int64_t>& gini) {
  if (!gini) return "–";
  std::string places = std::to_string(*gini % 1000);
  places.insert(0, 3 - places.size(), '0');
  return std::to_string(*gini / 1000) + "." + places;
}

std::vector<std::string> burden_sentences(const BurdenView& view) {
  std::vector<std::string> sentences{key_sentence(view)};
  if (!view.key.empty()) {
    sentences.emplace_back(
        "Gini by key: Σᵢ Σⱼ |bᵢ kⱼ − bⱼ kᵢ| ÷ (2 Σ b Σ k) of burdens b and keys k; 0: every nation "
        "bears as the key says, near 1: one of a small key bears all.");
  }
  sentences.emplace_back(
      "Free: by offers without caveats. Firm: committed or in place, without options. Times the "
      "key: share of the burden over share of the key.");
  if (view.answer.units_without_people > 0) {
    sentences.push_back(plural(static_cast<Wide>(view.answer.units_without_people), "unit", "units")
                        + " on tours without stated people: nothing of it in people-days.");
  }
  return sentences;
}

std::string withdrawal_sentence(const BurdenView& view) {
  const explain::Withdrawal& gone = *view.answer.withdrawal;
  const std::string key = view.scenario->nations[gone.nation].key;
  std::string words =
      "Without " + key + ", with " + plural(static_cast<Wide>(gone.tours), "tour", "tours")
      + " and " + plural(static_cast<Wide>(gone.deliveries), "delivery", "deliveries")
      + " less and nothing planned anew: " + rounded_text(gone.before) + " → "
      + rounded_text(gone.after) + " requirement-days unmet, weighted by priority "
      + rounded_text(gone.weighted_before) + " → " + rounded_text(gone.weighted_after) + "; "
      + plural(static_cast<Wide>(gone.lines.size()), "line is", "lines are") + " less filled.";
  if (gone.rules_broken > 0) {
    words += " The rest then breaks "
             + plural(static_cast<Wide>(gone.rules_broken), "rule more", "rules more") + ".";
  }
  return words;
}

std::vector<const NationBurden*> bearers_of(const BurdenView& view, BurdenMeasure measure) {
  std::vector<const NationBurden*> bearers;
  for (const NationBurden& nation : view.answer.nations) {
    if (nation[measure][BurdenPart::all] > 0) bearers.push_back(&nation);
  }
  std::ranges::stable_sort(bearers, std::ranges::greater{}, [&](const NationBurden* nation) {
    return (*nation)[measure][BurdenPart::all];
  });
  return bearers;
}

Wide keys_of(const BurdenView& view) {
  Wide sum = 0;
  for (const NationBurden& nation : view.answer.nations) sum += nation.key.value_or(0);
  return sum;
}

}  // namespace muster::report
