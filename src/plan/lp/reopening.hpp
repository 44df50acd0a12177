// SPDX-License-Identifier: Apache-2.0
// The integer programme over some members whose schedules are open again while all the rest of a
// plan stays as it is: which of the tours that were allowed to them leave least unmet. A column is
// a tour of one of those that are alike, so schedules that are allowed are taken apart and put
// together anew. What a nation limit, a pool's kin or a total over several tours asks is left out:
// who puts the answer into a plan asks State::fits.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <stop_token>
#include <vector>

#include "plan/lp/lp.hpp"
#include "plan/search/state.hpp"

namespace muster::plan {

class Reopening {
 public:
  // `rest` outlives it, and its members are idle in it.
  Reopening(const State& rest, std::span<const std::size_t> members);

  // Members of a crew with as many pieces are alike: a group. Its members, as indices into those
  // given.
  [[nodiscard]] std::size_t groups() const { return groups_.size(); }
  [[nodiscard]] const std::vector<std::size_t>& members_of(std::size_t group) const {
    return groups_[group].members;
  }
  [[nodiscard]] bool is_fixed(std::size_t group) const { return groups_[group].is_fixed; }
  // True: a tour of it was not allowed before.
  bool allow(std::size_t group, const Schedule& schedule);

  // The linear programme over what was allowed. Its prices go to the rows that allowed tours serve.
  // False: no answer.
  bool relax(Prices<double>& prices, const std::stop_token& stop);
  // What is unmet in all, thousandths × days by weight; of the last answer.
  [[nodiscard]] double unmet() const;
  // Of the groups that are not fixed all that the last answer decides in whole tours, and one in
  // `part` of them at least, the most decided first.
  [[nodiscard]] std::vector<std::size_t> most_decided(std::size_t part) const;
  // The last answer in whole tours, by member as given; those of other groups stay empty.
  [[nodiscard]] std::vector<Schedule> rounded(std::size_t group) const;
  // From here on the members of the group do this (by member as given); they are put into `rest`.
  void fix(std::size_t group, std::span<const Schedule> schedules);
  // In whole tours; `start`: what the members did. Empty: no answer. By member, as given.
  [[nodiscard]] std::vector<Schedule> solve(std::span<const Schedule> start,
                                            const LinearProgramme::Work& most,
                                            const std::stop_token& stop);

 private:
  enum class Kind : std::uint8_t { busy, open, share, persons, kin, part, budget };
  struct Place {  // of a row of the programme
    Kind kind = Kind::busy;
    std::uint32_t of = 0, bucket = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  struct Group {  // members that are alike
    Member member;
    std::vector<std::size_t> members;  // indices into members_
    std::map<Leg, int> columns;        // of the tours allowed
    bool is_fixed = false;
  };
  struct Effects;

  void add_tour(std::size_t group, const Leg& leg);
  int row_at(const Place& place);
  [[nodiscard]] int make_row(const Place& place);
  [[nodiscard]] double limit_of(const Place& place) const;
  [[nodiscard]] double pieces_left(Id<Offer> offer, std::size_t bucket) const;
  void deal(const Group& group, std::vector<Schedule>& schedules) const;
  [[nodiscard]] double undecided(const Group& group) const;

  const State& rest_;
  const Instance& instance_;
  std::vector<std::size_t> members_;
  std::vector<Group> groups_;
  LinearProgramme programme_;
  std::map<Place, int> rows_;
  double untouched_ = 0;  // unmet of rows that nothing allowed serves
  LpAnswer answer_;
};

}  // namespace muster::plan
