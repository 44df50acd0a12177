// SPDX-License-Identifier: Apache-2.0
// What a plan fills in one future, repaired as a staff would: by reserves of the capability, then
// by substitutes, then by those that are there staying longer.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "simulate/stress.hpp"
#include "simulate/stress/course.hpp"
#include "simulate/stress/field.hpp"
#include "simulate/stress/limits.hpp"
#include "simulate/stress/remains.hpp"
#include "simulate/stress/reserves.hpp"
#include "simulate/stress/suitors.hpp"
#include "simulate/stress/world.hpp"

namespace muster::simulate {

class Trial {
 public:
  explicit Trial(const Field& field);

  // What the plan itself leaves missing, by line.
  [[nodiscard]] const std::vector<Missing>& planned() const { return planned_; }

  // Of the lines that the world touches and of what arrives in it, in any order; all others are as
  // planned.
  struct Touched {
    std::uint32_t line = 0;
    Missing before, after;  // repairs
  };
  const std::vector<Touched>& run(const World& world, bool repairs);
  // As somebody who planned anew says, instead of repairs; all lines are touched. Nobody is called
  // up in it. What begins before today and is not what is left of the plan begins today.
  const std::vector<Touched>& serve(const World& world, std::span<const Served> served);

  // After the run: whom repairs sent somewhere, or kept there longer (then from the beginning), and
  // all that a unit does, by its first days.
  [[nodiscard]] const std::vector<Stay>& called_up() const { return reserves_.called_up(); }
  [[nodiscard]] const std::vector<Stay>& stays_of(std::uint32_t unit) {
    return reserves_.stays_of(unit);
  }

  // As it is in the last run: of a place, what arrived there.
  [[nodiscard]] const Line& line(std::uint32_t number) const { return lines_[number]; }

  // After the run: what is missing of all lines in each month, weighted, in requirement-days, and
  // what is required, with what arrived; and both as they are planned.
  [[nodiscard]] const std::vector<double>& missing_by_month() const { return by_month_; }
  [[nodiscard]] const std::vector<double>& asked_by_month() const { return asked_by_month_; }
  [[nodiscard]] const std::vector<double>& planned_by_month() const { return planned_by_month_; }
  [[nodiscard]] const std::vector<double>& required_by_month() const { return required_by_month_; }

 private:
  // What the plan itself comes to, of a line.
  struct AsPlanned {
    std::uint32_t first_step = 0, steps = 0;  // of planned_steps_
  };
  void lay_plan();
  void lay_planned_line(std::uint32_t line);
  void add_required(const Line& line, std::vector<double>& by_month);
  void open_places(const World& world);
  void find_touched(const World& world);
  [[nodiscard]] bool could_stay_longer(const LineTour& tour, const Span& left) const;
  void collect(std::uint32_t line, const World& world);
  void collect_served(std::uint32_t line, const World& world);
  void lay_course();
  [[nodiscard]] std::span<const Step> wanted(std::uint32_t line) const;
  void look_at(Touched& one, const World& world, bool repairs);
  void repair(Touched& one, const World& world);
  [[nodiscard]] bool fill(std::uint32_t line, const Lack& gap, const World& world);
  [[nodiscard]] bool fill_soon(std::uint32_t line, const Lack& gap);
  [[nodiscard]] std::int32_t first_day_of(std::uint32_t offer, const Lack& gap);
  [[nodiscard]] std::int32_t latest(std::uint32_t line, std::uint32_t offer, std::int32_t day);
  [[nodiscard]] bool call_up(std::uint32_t line,
                             std::uint32_t offer,
                             std::int32_t day,
                             const Lack& gap);
  [[nodiscard]] bool extend(std::uint32_t line, const Lack& gap, const World& world);
  [[nodiscard]] std::int32_t longest(std::uint32_t line,
                                     const Stay& stay,
                                     const Lack& gap,
                                     const World& world);
  [[nodiscard]] bool is_within_limits(const Limits::Wish& wish);
  void place(const Stay& stay);

  const Field& field_;
  std::vector<Line> lines_;          // with what arrived in the last run
  std::vector<std::uint32_t> open_;  // places that something arrived at
  std::vector<Missing> planned_;
  std::vector<AsPlanned> as_planned_;  // by line
  std::vector<Step> planned_steps_;    // of what is required, what is served in all
  std::vector<double> planned_by_month_, by_month_, required_by_month_, asked_by_month_;
  std::vector<Touched> touched_;
  std::vector<char> is_touched_;  // by line
  std::vector<Stay> stays_;       // of the line that is looked at
  // Of each of them the day that it ends on, if it could stay longer; else none.
  std::vector<std::int32_t> last_days_;
  std::vector<std::vector<Stay>> served_;  // by line, of those who planned anew
  Course course_;                          // of the line that is looked at
  Remains remains_;
  Reserves reserves_;
  Suitors suitors_;
  Limits limits_;
};

}  // namespace muster::simulate
