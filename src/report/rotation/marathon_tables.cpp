// SPDX-License-Identifier: Apache-2.0
// The two tables of a run in the words of Marathon, for the tools that read those.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <numeric>

#include "report/rotation.hpp"

namespace muster::report {
namespace {

using simulate::DayNumber;
using simulate::RotationRequirement;

constexpr std::string_view deployment_heading =
    "DeploymentID\tLocation\tDemand\tDwellBeforeDeploy\tBogBudget\tCycleTime\tDeployInterval\tDeplo"
    "yDate\t"
    "FillType\tFillCount\tUnitType\tDemandType\tDemandGroup\tUnit\tPolicy\tAtomicPolicy\tComponent"
    "\tPeriod\t"
    "FillPath\tPathLength\tFollowOn\tFollowOnCount\tDeploymentCount\tCategory\tDwellYearsBeforeDepl"
    "oy\tOITitle\n";
constexpr std::string_view trend_heading =
    "t\tQuarter\tSRC\tTotalRequired\tTotalFilled\tOverlapping\tDeployed\tDemandName\tVignette\tDema"
    "ndGroup\t"
    "ACFilled\tRCFilled\tNGFilled\tGhostFilled\tOtherFilled\tACOverlap\tRCOverlap\tNGOverlap\tGhost"
    "Overlap\t"
    "OtherOverlap\tdeltaT\n";
constexpr std::int32_t days_of_quarter = 90;
constexpr double days_of_year = 365;

// Cells of a line, tabs between.
class Line {
 public:
  explicit Line(std::string& out) : out_{out} {}
  ~Line() { out_.back() = '\n'; }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  Line& operator<<(std::string_view text) {
    out_.append(text).push_back('\t');
    return *this;
  }
  Line& operator<<(std::int64_t number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return *this << std::string_view{digits.data(), end};
  }

 private:
  std::string& out_;
};

// The shortest decimal that means the same, with a point.
std::string decimal_of(double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  std::string text{digits.data(), end};
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

std::string_view period_on(const simulate::RotationBook& book, DayNumber day) {
  const simulate::RotationPeriod* found = nullptr;
  for (const simulate::RotationPeriod& period : book.periods)
    if (period.from <= day && (found == nullptr || period.from > found->from)) found = &period;
  return found == nullptr ? std::string_view{} : std::string_view{found->name};
}

// What has no vignette is called by a number in its name: priority_vignette_capability_[…].
std::string_view vignette_of(const RotationRequirement& asked) {
  if (!asked.vignette.empty()) return asked.vignette;
  const std::string_view name = asked.name;
  const auto begin = name.find('_') + 1;
  return name.substr(begin, name.find("_" + asked.capability) - begin);
}

void add_trend(std::string& out,
               DayNumber day,
               const RotationRequirement& asked,
               const simulate::RotationState& state) {
  const auto sum = [](const simulate::ByComponent& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  };
  const std::int64_t serving = sum(state.serving), overlapping = sum(state.overlapping);
  Line line{out};
  line << day << day / days_of_quarter + 1 << asked.capability << asked.quantity
       << serving + overlapping << overlapping << serving << asked.name << vignette_of(asked)
       << asked.group;
  for (const std::int32_t count : state.serving) line << count;
  for (const std::int32_t count : state.overlapping) line << count;
  line << 1;
}

}  // namespace

std::string marathon_deployments(const RotationView& view) {
  std::string out{deployment_heading};
  std::int64_t number = -1, filled = 0;
  std::map<std::uint32_t, std::int64_t> last_of;  // by unit
  for (const simulate::Deployed& event : view.run->deployed) {
    const RotationRequirement& asked =
        view.book->requirements[view.run->requirements[event.requirement]];
    const simulate::RotationUnit& unit = view.run->units[event.unit];
    if (!event.follows_on) last_of[event.unit] = ++number;
    Line line{out};
    line << last_of[event.unit] << event.from << asked.name << event.dwell << event.budget
         << event.cycle_day << event.day << "" << (event.rank == 0 ? "Primary" : "Substitution")
         << ++filled << unit.capability << asked.capability << asked.group << unit.name
         << unit.policy << event.policy << unit.component << period_on(*view.book, event.day)
         << unit.capability << event.rank << (event.follows_on ? "TRUE" : "FALSE")
         << event.follow_ons << event.deployments << asked.category
         << decimal_of(event.dwell / days_of_year)
         << (asked.title.empty() ? asked.capability : asked.title);
  }
  return out;
}

std::string marathon_trends(const RotationView& view) {
  std::string out{trend_heading};
  const auto stretches = simulate::stretches_of(*view.book, *view.run);
  // The last day that Marathon tells is the last before the run ends.
  std::vector<std::size_t> next(stretches.size(), 0);
  for (DayNumber day = 1; day < view.run->last_day; ++day)
    for (std::size_t k = 0; k < stretches.size(); ++k) {
      auto& at = next[k];
      while (at < stretches[k].size() && stretches[k][at].until <= day) ++at;
      if (at < stretches[k].size() && stretches[k][at].from <= day)
        add_trend(
            out, day, view.book->requirements[view.run->requirements[k]], *stretches[k][at].state);
    }
  return out;
}

}  // namespace muster::report
