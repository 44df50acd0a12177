// SPDX-License-Identifier: Apache-2.0
#include "ledger/due.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "ledger/statuses.hpp"

namespace muster::ledger {
namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, text) != words.end();
}

// A row of the draft, its cells by name.
class Row {
 public:
  Row(const DraftTable& table, const DraftRow& row) : table_{table}, row_{row} {}
  [[nodiscard]] const std::string& operator[](std::string_view field) const {
    return table_.text(row_, field);
  }
  [[nodiscard]] std::optional<Day> day(std::string_view field) const {
    return parse_day((*this)[field]);
  }

 private:
  const DraftTable& table_;
  const DraftRow& row_;
};

class DueList {
 public:
  DueList(const Draft& draft, Day on, std::optional<Days> within)
      : draft_{draft}, on_{on}, within_{within} {}

  std::vector<Due> found() && {
    each("offers", [this](const Row& row) { look_at_offer(row); });
    each("conditions", [this](const Row& row) { look_at_condition(row); });
    each("promises", [this](const Row& row) { look_at_promise(row); });
    each("deliveries", [this](const Row& row) { look_at_delivery(row); });
    each("programmes", [this](const Row& row) { look_at_programme(row); });
    std::ranges::sort(found_);
    return std::move(found_);
  }

 private:
  void each(std::string_view table, const std::function<void(const Row&)>& look) const {
    const DraftTable& rows = draft_.table(table);
    for (const DraftRow& row : rows.rows) look({rows, row});
  }

  void add(Due item) {
    if (!within_ || item.on <= on_ + *within_) found_.push_back(std::move(item));
  }

  void look_at_offer(const Row& row) {
    const std::string& status = row["status"];
    if (is_ended_text(status)) return;
    const std::string& key = row["offer"];
    const bool is_firm = is_one_of(status, {"committed", "in_place"});
    if (const auto until = row.day("valid_until"); until && !is_firm)
      add({*until,
           DueKind::offer_expires,
           "offers",
           key,
           row["nation"],
           "the offer, " + status + ", holds until this day",
           row["source"]});
    if (const auto by = row.day("extension_decide_by"))
      add({*by,
           DueKind::option,
           "offers",
           key,
           row["nation"],
           "to be decided: whether it stays " + row["extension_days"] + " days longer, after "
               + row["until"],
           row["source"]});
  }

  void look_at_condition(const Row& row) {
    const auto expected = row.day("expected_on");
    if (!expected || row["status"] != "open") return;
    add({*expected,
         DueKind::condition,
         "conditions",
         row["condition"],
         row["party"],
         "is expected to decide: " + row["name"],
         row["source"]});
  }

  void look_at_promise(const Row& row) {
    const auto by = row.day("due");
    if (!by || row["status"] != "open") return;
    add({*by,
         DueKind::promise,
         "promises",
         row["promise"],
         row["by"],
         "promised to " + row["to"] + ": " + row["about"],
         row["source"]});
  }

  void look_at_delivery(const Row& row) {
    const auto on = row.day("on");
    if (!on
        || !is_one_of(row["state"],
                      {"announced", "allocated", "released", "in_transit", "arrived"}))
      return;
    add({*on,
         DueKind::delivery,
         "deliveries",
         row["delivery"],
         nation_of(row["offer"]),
         row["quantity"] + " of " + row["offer"] + " to be handed over, now " + row["state"],
         row["source"]});
  }

  // A target in the past is nobody's to reach any more.
  void look_at_programme(const Row& row) {
    const auto on = row.day("target_on");
    if (!on || *on < on_) return;
    add({*on,
         DueKind::target,
         "programmes",
         row["activity"],
         {},
         row["target"] + " are to be trained",
         row["source"]});
  }

  [[nodiscard]] std::string nation_of(const std::string& offer) const {
    std::string nation;
    each("offers", [&](const Row& row) {
      if (row["offer"] == offer) nation = row["nation"];
    });
    return nation;
  }

  const Draft& draft_;
  Day on_;
  std::optional<Days> within_;
  std::vector<Due> found_;
};

}  // namespace

std::string_view to_text(DueKind kind) {
  constexpr std::array<std::string_view, 6> words{
      "offer_expires", "option", "condition", "promise", "delivery", "target"};
  return words.at(static_cast<std::size_t>(kind));
}

std::vector<Due> due(const Draft& draft, Day on, std::optional<Days> within) {
  return DueList{draft, on, within}.found();
}

}  // namespace muster::ledger
