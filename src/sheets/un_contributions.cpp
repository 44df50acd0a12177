// SPDX-License-Identifier: Apache-2.0
#include "sheets/un_contributions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "model/cell_value.hpp"
#include "sheets/headings.hpp"
#include "sheets/reading.hpp"
#include "sheets/statements.hpp"

namespace muster::sheets {
namespace {

constexpr std::size_t kinds = 4;
struct KindOfPersonnel {
  const char* capability;
  const char* name;
  const char* men;
  const char* women;
  const char* all;
};
constexpr std::array<KindOfPersonnel, kinds> personnel{
    KindOfPersonnel{"un-individual-police",
                    "Individual police",
                    "Individual_Police_Male",
                    "Individual_Police_Female",
                    "Individual_Police_Total"},
    {"un-formed-police",
     "Formed police units",
     "Formed_Police_Units_Male",
     "Formed_Police_Units_Female",
     "Formed_Police_Units_Total"},
    {"un-experts",
     "Experts on mission",
     "Experts_on_Mission_Male",
     "Experts_on_Mission_Female",
     "Experts_on_Mission_Total"},
    {"un-troops", "Troops", "Troops_Male", "Troops_Female", "Troops_Total"}};
constexpr const char* source_key = "ipi-un-contributions";

// Columns, in this order: date, name, nation, mission, then men, women and all of each kind, then
// of all kinds together.
enum Column : std::size_t { date, name, nation, mission, first_number };
constexpr std::size_t all_kinds = first_number + 3 * kinds;

const std::vector<Meaning>& meanings() {
  static const std::vector<Meaning> all = [] {
    std::vector<Meaning> made{{"Date", {"month", "datum"}, true},
                              {"Contributor", {"country", "land", "pays"}, true},
                              {"Contributor_ISO-3", {"iso3", "iso"}, true},
                              {"Mission", {"missie"}, true}};
    for (const KindOfPersonnel& kind : personnel)
      for (const char* heading : {kind.men, kind.women, kind.all})
        made.push_back({heading, {}, true});
    for (const char* heading : {"Total_Male", "Total_Female", "Total_Total"})
      made.push_back({heading, {}, false});
    return made;
  }();
  return all;
}

struct People {
  std::optional<std::int64_t> men, women, all;
  friend bool operator==(const People&, const People&) = default;
};
struct Line {
  std::uint32_t row = 0;
  Day day{};
  std::string name, nation, mission;
  std::array<People, kinds> people;
};

bool is_sum(const Line& line) {
  return line.nation == "all" || line.mission == "all";
}

bool has_no_number(const Line& line) {
  return std::ranges::all_of(line.people, [](const People& people) { return !people.all; });
}

std::string without_apostrophe(const std::string& text) {
  std::string bare_text = text;
  while (!bare_text.empty() && (bare_text.back() == '\'' || bare_text.back() == ' '))
    bare_text.pop_back();
  return bare_text;
}

bool is_not_stated(const std::string& text) {
  return text.empty() || text == "NA";
}

class Taking {
 public:
  Taking(const Sheet& sheet, Headings headings)
      : sheet_{sheet}, reading_{sheet, std::move(headings), numbers()} {}

  Imported take() && {
    for (std::size_t r = reading_.first_row(); r < sheet_.rows.size(); ++r)
      take_row(sheet_.rows[r]);
    settle_names();
    std::ranges::stable_sort(lines_, {}, &Line::day);
    Imported imported{std::move(reading_).takings(), {}};
    add_statements(imported.statements);
    return imported;
  }

 private:
  static std::vector<std::size_t> numbers() {
    std::vector<std::size_t> all;
    for (std::size_t m = first_number; m < meanings().size(); ++m) all.push_back(m);
    return all;
  }

  [[nodiscard]] const std::string& heading(std::size_t meaning) const {
    return reading_.heading(meaning);
  }
  [[nodiscard]] std::string cell(const SheetRow& row, std::size_t meaning) const {
    return reading_.cell(row, meaning);
  }

  // A text cell with the apostrophe behind it taken away.
  std::string repaired(const SheetRow& row, std::size_t meaning) {
    const std::string text = cell(row, meaning);
    std::string now = without_apostrophe(text);
    if (now != text) reading_.note(row, heading(meaning), text, now, "apostrophe_behind");
    return now;
  }

  void take_row(const SheetRow& row) {
    reading_.begin(row);
    const auto day = parse_day(cell(row, date));
    if (!day) return reading_.refuse(row, heading(date), cell(row, date), "no_date");
    Line line{
        row.line, *day, repaired(row, name), repaired(row, nation), repaired(row, mission), {}};
    for (const std::size_t m : {nation, mission})
      if (cell(row, m).empty()) return reading_.refuse(row, heading(m), {}, "no_key");
    if (!read_people(row, line)) return;
    const auto [first, is_new] =
        places_.try_emplace({line.day, line.nation, line.mission}, lines_.size());
    if (!is_new) return refuse_repetition(row, line, lines_[first->second]);
    check_sums(row, line);
    if (has_no_number(line))
      reading_.note(row, {}, line.nation + " " + line.mission, {}, "no_number_at_all");
    reading_.take(row);
    lines_.push_back(std::move(line));
  }

  bool read_people(const SheetRow& row, Line& line) {
    for (std::size_t k = 0; k < kinds; ++k) {
      People& people = line.people.at(k);
      const std::array<std::optional<std::int64_t>*, 3> parts{
          &people.men, &people.women, &people.all};
      for (std::size_t part = 0; part < parts.size(); ++part) {
        const std::size_t meaning = first_number + 3 * k + part;
        const std::string text = cell(row, meaning);
        if (is_not_stated(text)) continue;
        *parts.at(part) = parse_whole(text);
        if (*parts.at(part) && **parts.at(part) >= 0) continue;
        reading_.refuse(row, heading(meaning), text, "no_whole_number");
        return false;
      }
    }
    return true;
  }

  void refuse_repetition(const SheetRow& row, const Line& line, const Line& first) {
    const bool is_same = line.people == first.people;
    reading_.refuse(row,
                    {},
                    "row " + std::to_string(first.row),
                    is_same ? "repeats_a_row" : "contradicts_a_row");
  }

  // What does not add up is taken as it is published, and named.
  void check_sums(const SheetRow& row, const Line& line) {
    for (std::size_t k = 0; k < kinds; ++k) {
      const People& people = line.people.at(k);
      const std::int64_t parts = people.men.value_or(0) + people.women.value_or(0);
      if (people.all && parts != *people.all)
        reading_.note(row,
                      personnel.at(k).all,
                      std::to_string(parts) + " men and women",
                      std::to_string(*people.all),
                      "does_not_add_up");
    }
  }

  // Of the spellings of a nation's name the one of its last month stands.
  void settle_names() {
    for (const Line& line : lines_)
      if (line.nation != "all"
          && (!names_.contains(line.nation) || names_[line.nation].first <= line.day))
        names_[line.nation] = {line.day, line.name};
    std::set<std::pair<std::string, std::string>> told;
    for (const Line& line : lines_) {
      if (line.nation == "all" || names_[line.nation].second == line.name) continue;
      if (!told.emplace(line.nation, line.name).second) continue;
      reading_.note({sheet_.name,
                     line.row,
                     heading(name),
                     line.name,
                     names_[line.nation].second,
                     "other_spelling",
                     false});
    }
  }

  void add_statements(std::vector<Statement>& statements) {
    if (lines_.empty()) return;
    const Day first = lines_.front().day;
    state(statements,
          "sources",
          first,
          {{"publisher", "International Peace Institute, from the United Nations"},
           {"source", source_key},
           {"title",
            "UN peacekeeping contributions by country, mission and kind of personnel, by month"}});
    for (const KindOfPersonnel& kind : personnel)
      state(statements,
            "capabilities",
            first,
            {{"capability", kind.capability},
             {"measure", "person"},
             {"name", kind.name},
             {"source", source_key}});
    std::set<std::string> known;
    for (auto line = lines_.begin(); line != lines_.end();) {
      const auto end = std::ranges::find_if(
          line, lines_.end(), [&](const Line& other) { return other.day != line->day; });
      add_month(statements, {line, end}, known);
      line = end;
    }
  }

  using Lines = std::ranges::subrange<std::vector<Line>::const_iterator>;
  void add_month(std::vector<Statement>& statements,
                 const Lines& month,
                 std::set<std::string>& known) {
    const Day day = month.front().day;
    std::map<std::string, std::vector<std::pair<std::string, std::string>>> offers;
    for (const Line& line : month) {
      if (line.nation != "all" && known.insert("nation " + line.nation).second)
        state(statements,
              "nations",
              day,
              {{"name", names_[line.nation].second},
               {"nation", line.nation},
               {"source", source_key}});
      if (line.mission != "all" && known.insert("mission " + line.mission).second)
        state(statements,
              "activities",
              day,
              {{"activity", as_key(line.mission)},
               {"kind", "mission"},
               {"name", line.mission},
               {"organisation", "UN"},
               {"source", source_key}});
      if (is_sum(line) && has_no_number(line)) add_unnumbered(statements, line);
      for (std::size_t k = 0; k < kinds; ++k) add_people(statements, line, k, offers);
    }
    add_changes(statements, day, offers);
  }

  // An offer, or a published total.
  void add_people(std::vector<Statement>& statements,
                  const Line& line,
                  std::size_t k,
                  std::map<std::string, std::vector<std::pair<std::string, std::string>>>& offers) {
    const People& people = line.people.at(k);
    const std::int64_t count =
        people.all.value_or(people.men.value_or(0) + people.women.value_or(0));
    if (is_sum(line)) {
      if (people.all) add_total(statements, line, k, count);
      return;
    }
    if (count == 0) return;
    const std::string key =
        line.nation + "." + as_key(line.mission) + "." + personnel.at(k).capability;
    std::vector<std::pair<std::string, std::string>> cells{
        {"activity", as_key(line.mission)},
        {"capability", personnel.at(k).capability},
        {"nation", line.nation},
        {"offer", key},
        {"quantity", std::to_string(count)},
        {"source", source_key},
        {"status", "in_place"}};
    if (people.men && people.women)
      cells.insert(
          cells.begin() + 3,
          {"note",
           "men " + std::to_string(*people.men) + ", women " + std::to_string(*people.women)});
    offers.emplace(key, std::move(cells));
  }

  // The source names a nation, and says nothing of it.
  static void add_unnumbered(std::vector<Statement>& statements, const Line& line) {
    if (line.nation == "all") return;
    state(statements,
          "totals",
          line.day,
          {{"nation", line.nation},
           {"on", to_text(line.day)},
           {"source", source_key},
           {"total", to_text(line.day) + "." + line.nation}});
  }

  static void add_total(std::vector<Statement>& statements,
                        const Line& line,
                        std::size_t k,
                        std::int64_t count) {
    const std::string key = to_text(line.day) + "." + line.nation + "." + as_key(line.mission) + "."
                            + personnel.at(k).capability;
    std::vector<std::pair<std::string, std::string>> cells{
        {"capability", personnel.at(k).capability},
        {"on", to_text(line.day)},
        {"quantity", std::to_string(count)},
        {"source", source_key},
        {"total", key}};
    if (line.nation != "all") cells.emplace_back("nation", line.nation);
    if (line.mission != "all") cells.emplace_back("activity", as_key(line.mission));
    state(statements, "totals", line.day, std::move(cells));
  }

  // What differs from the month before.
  void add_changes(
      std::vector<Statement>& statements,
      Day day,
      const std::map<std::string, std::vector<std::pair<std::string, std::string>>>& offers) {
    for (const auto& [key, cells] : offers)
      if (const auto before = offers_.find(key); before == offers_.end() || before->second != cells)
        state(statements, "offers", day, cells);
    for (const auto& [key, cells] : offers_)
      if (!offers.contains(key)) statements.push_back({"offers", {{"offer", key}}, day, true, 0});
    offers_ = offers;
  }

  const Sheet& sheet_;
  Reading reading_;
  std::vector<Line> lines_;
  std::map<std::tuple<Day, std::string, std::string>, std::size_t> places_;
  std::map<std::string, std::pair<Day, std::string>> names_;
  std::map<std::string, std::vector<std::pair<std::string, std::string>>>
      offers_;  // of the month before
};

}  // namespace

Result<Imported> take_un_contributions(const Sheet& sheet) {
  auto headings = find_headings(sheet, meanings());
  if (!headings)
    return std::unexpected{Problems{{sheet.file,
                                     1,
                                     {},
                                     "there is no heading with date, contributor, its letters, "
                                     "mission and the kinds of personnel",
                                     "Maybe it is another table? It is to have the columns Date, "
                                     "Contributor, Contributor_ISO-3, Mission, Troops_Total, …"}}};
  return Taking{sheet, *std::move(headings)}.take();
}

}  // namespace muster::sheets
