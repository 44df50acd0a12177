// SPDX-License-Identifier: Apache-2.0
// Every story of tests/stories is a test of its own.
#include <algorithm>
#include <cctype>
#include <filesystem>

#include <gtest/gtest.h>

#include "judge/judge.hpp"
#include "stories/story.hpp"

namespace muster::judge {
namespace {

using stories::Row;
using stories::split;
using stories::Story;

const std::string folder = std::string{MUSTER_ROOT} + "/tests/stories";

// "wrong" is a mistake of the story, not of the law.
template <class Found>
auto must(Found found, const std::string& what) {
  if (!found) throw std::runtime_error{"the story is wrong: " + what};
  return *found;
}

void add_table(const stories::Block& block, Draft& draft) {
  const Row columns = split(block.lines.at(0));
  for (std::size_t k = 1; k < block.lines.size(); ++k) {
    const Row cells = split(block.lines[k]);
    if (cells.size() != columns.size())
      throw std::runtime_error{block.name + " has not a cell for every column: " + block.lines[k]};
    std::vector<FieldText> fields;
    for (std::size_t c = 0; c < cells.size(); ++c) fields.push_back({columns[c], cells[c]});
    draft.add(block.name, fields);
  }
}

Scenario scenario_of(const Story& story) {
  Draft draft;
  draft.name = "story";
  draft.as_of = story.said("as of", "2023-10-25");
  draft.horizon = story.said("horizon", "2026-01-01");
  for (const stories::Block& block : story.blocks)
    if (find_schema(block.name) != nullptr) add_table(block, draft);
  auto scenario = Scenario::build(draft);
  if (scenario) return *std::move(scenario);
  std::string problems;
  for (const Problem& problem : scenario.error())
    problems += "\n" + problem.file + ":" + problem.column + ": " + problem.what;
  throw std::runtime_error{"the story is wrong:" + problems};
}

// One row of a plan, by the names of its columns.
class PlanRow {
 public:
  PlanRow(const Scenario& scenario, const Row& columns, const Row& cells) : scenario_{scenario} {
    for (std::size_t c = 0; c < columns.size(); ++c) cells_[columns[c]] = cells.at(c);
  }
  [[nodiscard]] Id<Offer> offer() const {
    return must(scenario_.find_offer(text("offer")), text("offer"));
  }
  [[nodiscard]] Id<Requirement> requirement() const {
    return must(scenario_.find_requirement(text("requirement")), text("requirement"));
  }
  [[nodiscard]] Day day(const std::string& column) const {
    return must(parse_day(text(column)), text(column));
  }
  [[nodiscard]] std::int64_t quantity() const {
    return text("quantity").empty() ? scenario_->offers[offer()].quantity
                                    : std::stoll(text("quantity"));
  }
  [[nodiscard]] std::optional<Id<Delivery>> delivery() const {
    for (const auto id : scenario_->deliveries.ids())
      if (scenario_->deliveries[id].key == text("delivery")) return id;
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string text(const std::string& column) const {
    const auto found = cells_.find(column);
    return found == cells_.end() ? "" : found->second;
  }
  const Scenario& scenario_;
  std::map<std::string, std::string> cells_;
};

std::vector<PlanRow> rows_of(const Scenario& scenario, const Story& story, std::string_view name) {
  std::vector<PlanRow> rows;
  const auto lines = story.lines(name);
  for (std::size_t k = 1; k < lines.size(); ++k)
    rows.emplace_back(scenario, split(lines[0]), split(lines[k]));
  return rows;
}

Counting counting_of(const Story& story) {
  const std::string text = story.said("counting", "best");
  for (const Counting counting : {Counting::firm, Counting::expected, Counting::best})
    if (to_text(counting) == text) return counting;
  throw std::runtime_error{"the story is wrong: counting " + text};
}

std::vector<Tour> tours_of(const Scenario& scenario, const Story& story, std::string_view name) {
  std::vector<Tour> tours;
  for (const PlanRow& row : rows_of(scenario, story, name))
    tours.push_back(
        {row.offer(), row.requirement(), {row.day("from"), row.day("until")}, row.quantity()});
  std::ranges::sort(tours);
  return tours;
}

Plan plan_of(const Scenario& scenario, const Story& story) {
  Plan plan{counting_of(story), tours_of(scenario, story, "tours"), {}};
  for (const PlanRow& row : rows_of(scenario, story, "planned"))
    plan.deliveries.push_back(
        {row.offer(), row.requirement(), row.quantity(), row.day("on"), row.delivery()});
  std::ranges::sort(plan.deliveries);
  return plan;
}

std::string text_of(const Period& days) {
  return muster::to_text(days.from) + ".." + muster::to_text(days.until);
}

std::string text_of(const Scenario& scenario, const Violation& violation, bool with_source) {
  std::string text{to_text(violation.rule)};
  if (violation.offer) text += " " + scenario->offers[*violation.offer].key;
  if (violation.other) text += " beside " + scenario->offers[*violation.other].key;
  if (violation.requirement) text += " on " + scenario->requirements[*violation.requirement].key;
  text += " " + text_of(violation.days) + " measured " + std::to_string(violation.measured)
          + " allowed " + std::to_string(violation.allowed);
  return with_source ? text + " source " + violation.source : text;
}

void compare_violations(const Scenario& scenario, const Story& story, const Verdict& verdict) {
  const auto expected = story.lines("expect");
  std::vector<std::string> found;
  for (std::size_t k = 0; k < verdict.violations.size(); ++k) {
    const bool with_source =
        k < expected.size() && expected[k].find(" source ") != std::string::npos;
    found.push_back(text_of(scenario, verdict.violations[k], with_source));
  }
  EXPECT_EQ(found, expected);
}

void compare_coverage(const Scenario& scenario, const Story& story, const Verdict& verdict) {
  std::map<std::string, std::vector<std::string>> expected;
  for (const auto& line : story.lines("cover"))
    expected[line.substr(0, line.find(' '))].push_back(line);
  for (const auto& [key, lines] : expected) {
    std::vector<std::string> found;
    for (const Stretch& it : verdict.coverage[must(scenario.find_requirement(key), key)])
      found.push_back(key + " " + text_of(it.period) + " of " + std::to_string(it.required.count())
                      + " firm " + std::to_string(it.firm.count()) + " expected "
                      + std::to_string(it.expected.count()) + " best "
                      + std::to_string(it.best.count()));
    EXPECT_EQ(found, lines);
  }
}

void compare_goals(const Story& story, const Goals& goals) {
  const std::map<std::string, Wide> found{{"unmet", goals.unmet},
                                          {"unmet_plain", goals.unmet_plain},
                                          {"excess", goals.excess},
                                          {"firmness", goals.firmness},
                                          {"cost", goals.cost},
                                          {"distance", goals.distance}};
  for (const auto& line : story.lines("goals")) {
    const std::string name = line.substr(0, line.find(' '));
    EXPECT_EQ(name + " " + muster::to_text(found.at(name)), line);
  }
}

// What judge says of a tour alone, fast and in full, and of the plan are one law.
void compare_ways(const Scenario& scenario, const Plan& plan) {
  for (const Tour& tour : plan.tours)
    EXPECT_EQ(is_allowed(scenario, plan.counting, tour),
              check_tour(scenario, plan.counting, tour).empty());
  for (const PlannedDelivery& delivery : plan.deliveries)
    EXPECT_EQ(is_allowed(scenario, plan.counting, delivery),
              check_delivery(scenario, plan.counting, delivery).empty());
}

class StoryTest : public testing::Test {
 public:
  explicit StoryTest(Story story) : story_{std::move(story)} {}

  void TestBody() override {
    const Scenario scenario = scenario_of(story_);
    const Plan plan = plan_of(scenario, story_);
    const Plan in_force{plan.counting, tours_of(scenario, story_, "in force"), {}};
    const Verdict verdict = evaluate(scenario, plan, in_force);
    compare_violations(scenario, story_, verdict);
    compare_coverage(scenario, story_, verdict);
    compare_goals(story_, verdict.goals);
    compare_ways(scenario, plan);
  }

 private:
  Story story_;
};

std::string test_name(std::string text) {
  std::ranges::replace_if(text, [](unsigned char sign) { return std::isalnum(sign) == 0; }, '_');
  return text;
}

std::vector<std::string> story_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator{folder})
    if (entry.path().extension() == ".story") files.push_back(entry.path().filename().string());
  std::ranges::sort(files);
  return files;
}

bool register_stories() {
  for (const std::string& file : story_files())
    for (const Story& story : stories::read_stories(folder, file)) {
      const std::string suite = test_name(file.substr(0, file.find('.')));
      testing::RegisterTest(suite.c_str(),
                            test_name(story.title).c_str(),
                            nullptr,
                            nullptr,
                            __FILE__,
                            __LINE__,
                            [story]() -> testing::Test* { return new StoryTest{story}; });
    }
  return true;
}

const bool registered = register_stories();

}  // namespace
}  // namespace muster::judge
