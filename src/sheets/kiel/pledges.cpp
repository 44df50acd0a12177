// SPDX-License-Identifier: Apache-2.0
#include "sheets/kiel/pledges.hpp"

#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "sheets/nations.hpp"
#include "sheets/statements.hpp"

namespace muster::sheets::kiel {
namespace {

enum Column : std::size_t {
  id,
  country,
  announced,
  kind,
  form,
  explanation,
  item,
  item_kind,
  item_sub_kind,
  units,
  units_delivered,
  value_eur,
  delivered_eur,
  first_source,
  last_source = first_source + 3,
  delivery_source
};

const std::vector<Meaning>& meanings() {
  static const std::vector<Meaning> all{
      {"ID", {}, true},
      {"countries", {"country"}, true},
      {"Announcement Date", {}, true},
      {"Type of Aid General", {}, true},
      {"Type of Aid Specific", {}, false},
      {"Explanation", {}, false},
      {"Item", {}, false},
      {"Type of item", {}, false},
      {"Sub-type of item", {}, false},
      {"No. of Units", {}, true},
      {"No. of Units delivered (in-kind military aid)", {"No. of Units delivered"}, false},
      {"Converted Value in EUR", {}, true},
      {"Total monetary value delivered in EUR", {}, false},
      {"Source of Aid 1", {}, false},
      {"Source of Aid 2", {}, false},
      {"Source of Aid 3", {}, false},
      {"Source of Aid 4", {}, false},
      {"Source for Delivery", {}, false}};
  return all;
}

// The heading of the items is empty in some releases: the column before their types is theirs.
void find_items(Headings& headings) {
  const auto kinds = headings.columns[item_kind];
  if (headings.columns[item] || !kinds || *kinds == 0) return;
  headings.columns[item] = *kinds - 1;
  headings.mapping[*kinds - 1].meaning = "Item";
}

class Taking {
 public:
  Taking(const Sheet& sheet, Headings headings, Day release)
      : reading_{sheet, std::move(headings), {units, units_delivered, value_eur, delivered_eur}},
        release_{release},
        writing_{sheet.day_zero, true} {}

  Pledges take() && {
    for (std::size_t r = reading_.first_row(); r < reading_.rows().size(); ++r)
      take_row(reading_.rows()[r]);
    return {std::move(pledges_), std::move(reading_).takings()};
  }

 private:
  // Empty where the cell says that there is nothing.
  std::string text(const SheetRow& row, std::size_t meaning) {
    if (!reading_.has(meaning) || untold(reading_.cell(row, meaning)) == Untold::empty) return {};
    return reading_.text(row, meaning);
  }

  void take_row(const SheetRow& row) {
    reading_.begin(row);
    Pledge pledge;
    pledge.row = row.line;
    pledge.key = as_key(text(row, id));
    if (pledge.key.empty()) return reading_.refuse(row, reading_.heading(id), {}, "no_key");
    const auto [first, is_new] = rows_.emplace(row.cells, row.line);
    if (!is_new)
      return reading_.refuse(row, {}, "row " + std::to_string(first->second), "repeats_a_row");
    const std::string name = text(row, country);
    const auto nation = donor_called(name);
    if (!nation) return reading_.refuse(row, reading_.heading(country), name, "unknown_nation");
    pledge.nation = *nation;
    pledge.kind = folded(text(row, kind));
    if (pledge.kind != "military" && pledge.kind != "humanitarian" && pledge.kind != "financial")
      return reading_.refuse(
          row, reading_.heading(kind), reading_.cell(row, kind), "unknown_kind_of_aid");
    pledge.announced = day_of(row);
    pledge.form = text(row, form);
    pledge.explanation = text(row, explanation);
    read_item(row, pledge);
    read_amounts(row, pledge);
    read_sources(row, pledge);
    reading_.take(row);
    pledges_.push_back(std::move(pledge));
  }

  Day day_of(const SheetRow& row) {
    const std::string old = reading_.cell(row, announced);
    const auto written = written_day(old, writing_);
    const auto repaired = [&](Day day, std::string_view rule) {
      reading_.note(row, reading_.heading(announced), old, to_text(day), std::string{rule});
      return day;
    };
    if (!written) return repaired(release_, "no_day");
    if (written->day > release_) return repaired(release_, "after_the_release");
    return written->rule.empty() ? written->day : repaired(written->day, written->rule);
  }

  void read_item(const SheetRow& row, Pledge& pledge) {
    pledge.item = text(row, item);
    if (pledge.item.empty()) return;
    pledge.item_kind = text(row, item_sub_kind);
    if (pledge.item_kind.empty()) pledge.item_kind = text(row, item_kind);
    if (pledge.item_kind == "0") pledge.item_kind.clear();  // a look-up that found nothing
    pledge.quantity = amount(row, units);
    if (reading_.has(units_delivered)) pledge.delivered = amount(row, units_delivered);
    if (pledge.quantity.value_or(0) == 0) pledge.quantity.reset();
    keep_within(row, units_delivered, pledge.quantity, pledge.delivered);
    pledge.is_undisclosed = !pledge.quantity;
    const auto [first, is_new] = items_.try_emplace(
        {pledge.key, folded(pledge.item), pledge.quantity.value_or(0)}, row.line);
    if (!is_new)
      reading_.note(row, {}, "row " + std::to_string(first->second), {}, "nearly_repeats_a_row");
  }

  // Of what is delivered no more than what is pledged; what is delivered is pledged at least.
  void keep_within(const SheetRow& row,
                   std::size_t meaning,
                   std::optional<Wide>& pledged,
                   std::optional<Wide>& delivered) {
    if (delivered.value_or(0) == 0 || (pledged && *delivered <= *pledged)) return;
    if (pledged) {
      reading_.note(row,
                    reading_.heading(meaning),
                    to_text(*delivered),
                    to_text(*pledged),
                    "more_delivered_than_pledged");
      delivered = pledged;
    } else {
      reading_.note(row,
                    reading_.heading(units),
                    reading_.cell(row, units),
                    to_text(*delivered),
                    "at_least_what_is_delivered");
      pledged = delivered;
    }
  }

  // A whole number; what is rounded is noted.
  std::optional<Wide> amount(const SheetRow& row, std::size_t meaning) {
    constexpr int places = 3;
    constexpr Wide one = 1000;
    const auto exact = reading_.amount(row, meaning, places);
    if (!exact) return exact;
    if (*exact < 0) {
      reading_.note(row, reading_.heading(meaning), reading_.cell(row, meaning), {}, "below_zero");
      return std::nullopt;
    }
    const Wide whole = (*exact + one / 2) / one;
    if (whole * one != *exact && meaning != value_eur && meaning != delivered_eur)
      reading_.note(
          row, reading_.heading(meaning), reading_.cell(row, meaning), to_text(whole), "rounded");
    return whole;
  }

  void read_amounts(const SheetRow& row, Pledge& pledge) {
    pledge.value_eur = amount(row, value_eur);
    if (!pledge.value_eur || !reading_.has(delivered_eur)) return;
    pledge.delivered_eur = amount(row, delivered_eur);
    keep_within(row, delivered_eur, pledge.value_eur, pledge.delivered_eur);
  }

  void read_sources(const SheetRow& row, Pledge& pledge) {
    for (std::size_t m = first_source; m <= last_source; ++m) add_source(row, m, pledge.sources);
    add_source(row, delivery_source, pledge.delivery_sources);
  }

  void add_source(const SheetRow& row, std::size_t meaning, std::vector<std::string>& sources) {
    std::string source = text(row, meaning);
    const std::string old = source;
    if (source.starts_with('.')) source.erase(0, 1);
    if (source != old) reading_.note(row, reading_.heading(meaning), old, source, "marks_around");
    if (!source.empty()) sources.push_back(std::move(source));
  }

  Reading reading_;
  Day release_;
  DayWriting writing_;
  std::vector<Pledge> pledges_;
  std::map<std::vector<std::string>, std::uint32_t> rows_;
  std::map<std::tuple<std::string, std::string, Wide>, std::uint32_t> items_;
};

}  // namespace

std::optional<std::string> donor_called(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> donors{
      {{"eucommissionandcouncil", "EUE"},
       {"euinstitutions", "EUE"},
       {"europeanunion", "EUE"},
       {"europeanpeacefacility", "EPF"},
       {"europeaninvestmentbank", "EIB"}}};
  const std::string plain = folded(name);
  for (const auto& [called, key] : donors)
    if (called == plain) return std::string{key};
  return nation_called(name);
}

std::optional<Pledges> read_pledges(const Sheet& sheet, Day release) {
  auto headings = find_headings(sheet, meanings());
  if (!headings) return std::nullopt;
  find_items(*headings);
  return Taking{sheet, *std::move(headings), release}.take();
}

}  // namespace muster::sheets::kiel
