// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/nearest.hpp"

#include "model/cell_value.hpp"
#include "simulate/rotation.hpp"

namespace muster::simulate {
namespace {

class Reader {
 public:
  explicit Reader(const Draft& draft) : draft_{draft} {}

  Result<RotationBook> read() && {
    read_policies();
    read_schedules();
    read_periods();
    read_requirements();
    read_units();
    read_substitutions();
    read_defaults();
    read_settings();
    if (problems_.empty()) check_policies_of_units();
    if (book_.requirements.empty()) lacks("rotation_requirements", "nothing is required");
    if (book_.units.empty()) lacks("rotation_units", "there are no units");
    if (!problems_.empty()) return std::unexpected{std::move(problems_)};
    return std::move(book_);
  }

 private:
  struct Row {
    const DraftTable& table;
    const DraftRow& row;
    [[nodiscard]] const std::string& text(std::string_view field) const {
      return table.text(row, field);
    }
    [[nodiscard]] std::int32_t days(std::string_view field, std::int32_t without) const {
      const std::string& cell = text(field);
      return cell.empty() ? without
                          : static_cast<std::int32_t>(parse_whole(cell).value_or(without));
    }
    [[nodiscard]] bool is_true(std::string_view field) const { return text(field) == "true"; }
    [[nodiscard]] std::int64_t decimal(std::string_view field, int places) const {
      return parse_decimal(text(field), places).value_or(0);
    }
  };

  template <class Read>
  void each(std::string_view table_name, const Read& read) {
    const DraftTable& table = draft_.table(table_name);
    for (const DraftRow& row : table.rows) read(Row{table, row});
  }

  void complain(const Row& row, std::string column, std::string what, std::string advice = {}) {
    problems_.push_back(
        {row.row.file, row.row.line, std::move(column), std::move(what), std::move(advice)});
  }

  void lacks(const std::string& table, const std::string& what) {
    problems_.push_back({table + ".csv",
                         0,
                         {},
                         what,
                         "muster import marathon makes the tables of a rotation from a workbook."});
  }

  void read_policies() {
    constexpr std::int32_t of_endless = 1095;
    each("rotation_policies", [&](const Row& row) {
      RotationPolicy policy{.name = row.text("policy"),
                            .reset_days = row.days("reset_days", 0),
                            .train_days = row.days("train_days", 0),
                            .ready_days = row.days("ready_days", 0),
                            .available_days = row.days("available_days", endless),
                            .demobilization_days = row.days("demobilization_days", 0),
                            .deployable_from = row.days("deployable_from", 0),
                            .deployable_until = row.days("deployable_until", endless),
                            .deployed_days = row.days("deployed_days", endless),
                            .overlap_days = row.days("overlap_days", 0),
                            .recovery_days = row.days("recovery_days", 0),
                            .expected_dwell_days = row.days("expected_dwell_days", of_endless)};
      if (policy.overlap_days >= policy.deployed_days)
        complain(row,
                 "overlap_days",
                 "the overlap is as long as the whole deployment",
                 "It is a part of deployed_days.");
      names_.insert(policy.name);
      book_.policies.push_back(std::move(policy));
    });
  }

  void read_schedules() {
    std::map<std::string_view, std::size_t> known;
    each("rotation_schedules", [&](const Row& row) {
      const auto [at, is_new] = known.try_emplace(row.text("schedule"), book_.schedules.size());
      if (is_new) book_.schedules.push_back({row.text("schedule"), {}});
      book_.schedules[at->second].rows.push_back({row.text("period"), row.text("policy")});
      names_.insert(row.text("schedule"));
    });
  }

  void read_periods() {
    std::set<std::int32_t> begun;
    each("rotation_periods", [&](const Row& row) {
      RotationPeriod period{
          row.text("period"), row.days("from_day", 0), row.days("until_day", endless)};
      if (period.until <= period.from)
        complain(row, "until_day", "the period ends before it begins");
      if (!begun.insert(period.from).second)
        complain(row, "from_day", "another period begins on the same day");
      book_.periods.push_back(std::move(period));
    });
  }

  void read_requirements() {
    each("rotation_requirements", [&](const Row& row) {
      RotationRequirement one;
      one.name = row.text("requirement");
      one.priority = row.days("priority", 0);
      one.quantity = row.days("quantity", 0);
      one.from = row.days("from_day", 1);
      one.until = row.days("until_day", endless);
      one.capability = row.text("capability");
      one.group = row.text("group");
      one.service = row.text("service") == "held" ? Service::held : Service::deployed;
      one.sourcing = row.text("sourcing") == "shortest_dwell" ? Sourcing::shortest_dwell
                                                              : Sourcing::longest_dwell;
      one.first_component = row.text("first_component");
      one.last_component = row.text("last_component");
      one.without_component = row.text("without_component");
      one.region = row.text("region");
      one.only_aligned = row.is_true("only_aligned");
      one.vignette = row.text("vignette");
      one.operation = row.text("operation");
      one.category = row.text("category");
      one.title = row.text("title");
      if (one.until <= one.from)
        complain(row, "until_day", "the requirement ends before it begins");
      if (one.only_aligned && one.region.empty())
        complain(row, "region", "only aligned units may serve, and no region is stated");
      book_.requirements.push_back(std::move(one));
    });
  }

  void read_units() {
    each("rotation_units", [&](const Row& row) {
      constexpr int places = 3;
      RotationUnits units;
      units.capability = row.text("capability");
      units.component = row.text("component");
      units.quantity = row.days("quantity", 0);
      units.policy = row.text("policy");
      if (!row.text("cycle_day").empty()) units.cycle_day = row.days("cycle_day", 0);
      units.aligned = row.text("aligned");
      units.fenced = row.is_true("fenced");
      units.title = row.text("title");
      if (!row.text("held_share").empty())
        units.held_thousandths = static_cast<std::int32_t>(row.decimal("held_share", places));
      check_policy(row, units.policy);
      book_.units.push_back(std::move(units));
    });
  }

  void check_policy(const Row& row, const std::string& policy) {
    if (policy.empty() || names_.contains(policy)) return;
    const std::vector<std::string_view> known{names_.begin(), names_.end()};
    const auto meant = nearest(policy, known);
    complain(row,
             "policy",
             "\"" + policy + "\" is neither a rotation policy nor a schedule",
             meant ? "Maybe " + std::string{*meant} + "?" : std::string{});
  }

  void read_substitutions() {
    constexpr int places = 3;
    each("rotation_substitutions", [&](const Row& row) {
      book_.substitutions.push_back(
          {row.text("capability"), row.text("replaces"), row.decimal("cost", places)});
    });
  }

  void read_defaults() {
    each("rotation_components", [&](const Row& row) {
      check_policy(row, row.text("policy"));
      book_.defaults.push_back({row.text("component"), row.text("policy")});
    });
    constexpr int places = 6;
    each("rotation_proportions", [&](const Row& row) {
      book_.proportions.push_back(
          {row.text("capability"), row.text("component"), row.decimal("share", places)});
    });
  }

  void read_settings() {
    each("rotation_settings", [&](const Row& row) {
      const std::string& setting = row.text("setting");
      const std::string& value = row.text("value");
      if (setting == "last_day") {
        const auto day = parse_whole(value);
        if (!day || *day < 1 || *day > most_days)
          complain(row, "value", "the last day is a number from 1 to " + std::to_string(most_days));
        else
          book_.last_day = static_cast<DayNumber>(*day);
        return;
      }
      const auto truth = parse_boolean(value);
      if (!truth) complain(row, "value", "it is true or false");
      (setting == "served_before" ? book_.prefill : book_.until_last_requirement) =
          truth.value_or(false);
    });
  }

  // Units that name no policy need one of their component.
  void check_policies_of_units() {
    each("rotation_units", [&](const Row& row) {
      if (!row.text("policy").empty() || row.text("quantity") == "0") return;
      const std::string& component = row.text("component");
      if (std::ranges::find(book_.defaults, component, &RotationBook::Default::component)
          == book_.defaults.end())
        complain(row,
                 "policy",
                 "no policy is stated, and " + component + " has none in rotation_components");
    });
  }

  static constexpr std::int64_t most_days = 1'000'000;
  const Draft& draft_;
  RotationBook book_;
  std::set<std::string, std::less<>> names_;  // of policies and schedules
  Problems problems_;
};

}  // namespace

Result<RotationBook> rotation_book(const Draft& draft) {
  return Reader{draft}.read();
}

}  // namespace muster::simulate
