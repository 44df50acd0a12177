// SPDX-License-Identifier: Apache-2.0
#include "report/letter/difference_words.hpp"

namespace muster::report {
namespace {

constexpr DifferenceWords english_words{
    .title = "What has changed between",
    .between = "and",
    .in_short = "In short",
    .contributions = "Contributions",
    .requirements = "Requirements",
    .fill = "How much is filled",
    .conditions = "Conditions",
    .promises = "Promises",
    .decisions = "Next decisions",
    .filled = "Of the weighted requirement-days, filled in the best case",
    .now = "now",
    .is_new = "new",
    .is_gone = "no longer there",
    .was = "was",
    .is = "is now",
    .granted = "granted",
    .refused = "refused",
    .reopened = "open again",
    .kept = "kept",
    .made = "new",
    .withdrawn = "withdrawn",
    .capability = "Requirement",
    .asked = "Asked",
    .before = "Before",
    .after = "Now",
    .nothing = "Nothing has changed.",
    .rests_on = "Figures are those of the best case, of the data",
    .quantity = "quantity",
    .from = "from",
    .until = "until",
    .status = "status",
    .priority = "priority",
    .not_stated = "not stated",
    .due = {"the offer ends",
            "the option is to be decided",
            "the act is expected",
            "the promise is due",
            "the delivery is due",
            "the target is to be reached"}};

constexpr DifferenceWords dutch_words{
    .title = "Wat er is veranderd tussen",
    .between = "en",
    .in_short = "In het kort",
    .contributions = "Bijdragen",
    .requirements = "Behoeften",
    .fill = "Hoeveel er is gevuld",
    .conditions = "Voorwaarden",
    .promises = "Toezeggingen",
    .decisions = "Komende besluiten",
    .filled = "Van de gewogen behoeftedagen is in het beste geval gevuld",
    .now = "nu",
    .is_new = "nieuw",
    .is_gone = "vervallen",
    .was = "was",
    .is = "is nu",
    .granted = "verleend",
    .refused = "geweigerd",
    .reopened = "weer open",
    .kept = "nagekomen",
    .made = "nieuw",
    .withdrawn = "ingetrokken",
    .capability = "Behoefte",
    .asked = "Gevraagd",
    .before = "Eerst",
    .after = "Nu",
    .nothing = "Er is niets veranderd.",
    .rests_on = "De cijfers zijn die van het beste geval, van de gegevens",
    .quantity = "aantal",
    .from = "vanaf",
    .until = "tot",
    .status = "status",
    .priority = "prioriteit",
    .not_stated = "niet vermeld",
    .due = {"het aanbod loopt af",
            "over de optie is te besluiten",
            "de handeling wordt verwacht",
            "de toezegging is na te komen",
            "de levering is te doen",
            "het doel is te bereiken"}};

}  // namespace

const DifferenceWords& difference_words(std::string_view language) {
  return language == "nl" ? dutch_words : english_words;
}

}  // namespace muster::report
