// SPDX-License-Identifier: Apache-2.0
// Likelihoods of which nothing could be drawn: of requirements that arrive like nothing, of the
// most that is less than the least, and of what an event does not have.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "model/cell_value.hpp"
#include "model/reading/checks.hpp"

namespace muster::reading {
namespace {

constexpr std::string_view arrival = "requirement_arrives";
constexpr std::array of_arrivals{
    "requirement", "size_least", "size_likely", "size_most", "priority"};
constexpr std::array of_offers{"offer", "nation", "capability", "status"};

class UncertaintyCheck {
 public:
  UncertaintyCheck(const Reading& reading, Findings& findings)
      : nouns_{reading.nouns}, table_{reading.draft.table("uncertainty")}, findings_{findings} {}

  void check() {
    for (const DraftRow& row : table_.rows) {
      const bool arrives = table_.text(row, "event") == arrival;
      check_foreign(row, arrives);
      check_order(row, {"days_least", "days_likely", "days_most"});
      check_order(row, {"size_least", "size_likely", "size_most"});
      if (arrives) check_arrival(row);
    }
  }

 private:
  // What belongs to another kind of event.
  void check_foreign(const DraftRow& row, bool arrives) {
    const auto look = [&](const auto& fields, const char* advice) {
      for (const std::string_view field : fields)
        if (!table_.text(row, field).empty())
          findings_.add(table_,
                        row,
                        field,
                        quoted(table_.text(row, "event")) + " has no " + std::string{field},
                        advice);
    };
    if (arrives)
      look(of_offers, "It is said of a requirement: leave it empty.");
    else
      look(of_arrivals, "Only requirement_arrives has it: leave it empty.");
  }

  void check_order(const DraftRow& row, const std::array<std::string_view, 3>& fields) {
    std::string_view before;
    for (const std::string_view field : fields) {
      const auto value = parse_whole(table_.text(row, field));
      if (!value) continue;
      const auto least = before.empty() ? value : parse_whole(table_.text(row, before));
      if (*value < *least)
        findings_.add(table_,
                      row,
                      field,
                      table_.text(row, field) + " is less than " + std::string{before} + ", "
                          + table_.text(row, before),
                      "Maybe they are the other way round.");
      before = field;
    }
  }

  void check_arrival(const DraftRow& row) {
    const std::string& like = table_.text(row, "requirement");
    if (like.empty()) {
      findings_.add(table_,
                    row,
                    "requirement",
                    "what arrives resembles no requirement",
                    "Name one that has its activity, capability and place.");
      return;
    }
    if (std::ranges::all_of(std::array{"days_least", "days_likely", "days_most"},
                            [&](const char* field) {
                              return parse_whole(table_.text(row, field)).value_or(0) == 0;
                            }))
      findings_.add(
          table_, row, "days_least", "what arrives lasts no day", "State for how many days.");
    for (const Id<Requirement> id : nouns_.requirements.ids()) {
      const Requirement& known = nouns_.requirements[id];
      if (known.key != like) continue;
      if (known.kind == RequirementKind::delivery)
        findings_.add(table_,
                      row,
                      "requirement",
                      quoted(like) + " asks for deliveries, which no repair replaces",
                      "Name one of presence or on call.");
      else if (!known.quantity && table_.text(row, "size_least").empty())
        findings_.add(table_,
                      row,
                      "size_least",
                      quoted(like) + " has no quantity",
                      "State how much is required.");
    }
  }

  const Nouns& nouns_;
  const DraftTable& table_;
  Findings& findings_;
};

}  // namespace

void check_uncertainty(const Reading& reading, Findings& findings) {
  UncertaintyCheck{reading, findings}.check();
}

}  // namespace muster::reading
