// SPDX-License-Identifier: Apache-2.0
// The run of a rotation, from event to event. Nothing is allocated between them but what is
// recorded.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "simulate/rotation/force.hpp"

namespace muster::simulate {

// A requirement while it runs.
struct NeedState {
  std::int32_t serving = 0;
  ByComponent by_component{}, overlapping{};
  std::int64_t served_days = 0, short_days = 0;  // unit-days served, days short, before `since`
  DayNumber since = 0;
  std::int32_t counted = 0;  // served from `since` on
  bool is_active = false, is_short = false, is_touched = false;
};

// Looks at the end of every day on which something happened.
class Watch {
 public:
  Watch() = default;
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  virtual ~Watch() = default;
  virtual void after(DayNumber day,
                     std::span<const UnitState> units,
                     std::span<const NeedState> needs) = 0;
};

class Engine {
 public:
  explicit Engine(const Force& force) : Engine(force, force.units) {}
  // The same force, its units beginning otherwise.
  Engine(const Force& force, std::vector<UnitState> units);

  // Each may be null.
  struct Sink {
    std::vector<Deployed>* deployed = nullptr;
    std::vector<RotationState>* states = nullptr;
    Watch* watch = nullptr;
  };
  // Runs all days, once.
  void run(const Sink& sink);
  // The last day on which something happened, or could have.
  [[nodiscard]] DayNumber last_event() const { return last_event_; }
  // After the run: served and short days of each are those of all days.
  [[nodiscard]] std::span<const NeedState> needs() const { return needs_; }

 private:
  struct Ranked {
    std::uint64_t key;
    std::uint32_t tie, unit;
  };

  void note_event();
  void advance_units();
  void change_period();
  void begin_and_end_needs();
  void fill();
  void sample();

  // Units.
  void age(UnitState& unit) const;
  void note_ready(UnitState& unit, bool is_ready);
  void move_on(std::uint32_t place);
  void enter_stretch(std::uint32_t place, std::uint8_t stretch, std::int32_t days_left);
  void reset(std::uint32_t place);
  void deploy(std::uint32_t place, std::uint32_t need, std::uint16_t rank);
  void overlap(std::uint32_t place);
  void leave(std::uint32_t place);
  void withdraw(std::uint32_t place);
  void release(std::uint32_t place);
  void reenter(std::uint32_t place);
  void change_policy(std::uint32_t place, std::uint16_t policy);
  void schedule(std::uint32_t place, std::int64_t days);
  void unschedule(std::uint32_t place);

  // Requirements.
  void note_short(std::uint32_t need);
  void note_filled(std::uint32_t need);
  void count_until(std::uint32_t need, DayNumber day);
  void stir(std::uint32_t capability);
  void stir_served_by(std::uint32_t capability);
  void sort_stirred();
  void follow_on(std::uint32_t capability);
  void fill_capability(std::uint32_t capability);
  void fill_need(std::uint32_t need);
  [[nodiscard]] bool may_follow_on(const UnitState& unit, const Need& need) const;
  [[nodiscard]] bool may_serve(const UnitState& unit, const Need& need) const;
  [[nodiscard]] std::uint64_t key_of(const UnitState& unit,
                                     const Need& need,
                                     std::uint16_t rank) const;
  void take_best(std::uint32_t need);

  const Force& force_;
  std::vector<UnitState> units_;
  std::vector<NeedState> needs_;
  std::vector<std::uint32_t> calendar_;            // the first unit of each day's list
  std::vector<std::vector<std::uint32_t>> short_;  // needs by capability, in the order of filling
  std::vector<std::uint64_t> opened_;  // when the capability began to be short; see Order::marathon
  std::vector<std::uint32_t> ready_;   // units that may deploy now, by capability
  std::vector<bool> is_stirred_;
  std::vector<std::uint32_t> stirred_, touched_, following_;
  std::vector<std::vector<std::uint32_t>> following_of_;       // the same, by capability
  std::vector<std::pair<std::uint32_t, std::uint16_t>> pool_;  // units, with their rank
  std::vector<Ranked> ranked_;
  std::vector<std::vector<std::uint32_t>> subscribers_;  // units by schedule
  std::size_t next_beginning_ = 0, next_ending_ = 0, period_ = 0, open_ = 0;
  std::uint64_t openings_ = 0;
  bool is_hashed_ = false;
  DayNumber today_ = 0, last_event_ = 0;
  std::size_t next_day_ = 0;  // of Force::event_days
  bool has_event_ = false;
  Sink sink_;
};

}  // namespace muster::simulate
