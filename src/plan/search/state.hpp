// SPDX-License-Identifier: Apache-2.0
// A plan under construction: what every member and package does, what that fills, and what room is
// left under the rules that bind several units together. Invariant: every rule of judge holds,
// except while members are taken out (the lead's share is asked again by is_sound).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "plan/bound/ascent.hpp"
#include "plan/instance/instance.hpp"
#include "plan/pricing/lanes.hpp"

namespace muster::plan {

// Some pieces of a crew that follow one schedule: the whole unit, or a lot of a divisible one.
struct Member {
  std::uint32_t crew = 0;
  std::int64_t pieces = 1;
};

// How a member looks at what filling is worth, where it is not to take it as it is.
struct Taste {
  // Rows × buckets: what one thousandth is worth at prices; null: as much as it weighs.
  const Prices<double>* prices = nullptr;
  double trust = 0;                 // 0: only what it weighs counts; 1: only the price does
  std::span<const double> of_uses;  // multiplies what each use of its crew earns; empty: 1
  // Uses of its crew that it looks at, rising; empty: all.
  std::span<const std::uint32_t> looks_at;
};

class State {
  struct Part {  // what pieces of a use bring to a row, negative: take away
    std::int64_t amount = 0, given = 0;
  };
  struct Span {  // of buckets
    std::size_t from = 0, until = 0;
  };

 public:
  explicit State(const Instance& instance);

  [[nodiscard]] const Instance& instance() const { return *instance_; }
  [[nodiscard]] const std::vector<Member>& members() const { return members_; }
  [[nodiscard]] const Schedule& schedule(std::size_t member) const { return schedules_[member]; }
  [[nodiscard]] const BestDelivery<double>& delivery(std::size_t package) const {
    return deliveries_[package];
  }
  [[nodiscard]] Value value() const;

  void put(std::size_t member, Schedule schedule);  // the member must be idle
  void take(std::size_t member);                    // leaves it idle
  void put_delivery(std::size_t package, const BestDelivery<double>& chosen);
  void take_delivery(std::size_t package);

  // The best schedule of an idle member, or delivery of an idle package, against all the rest.
  [[nodiscard]] Schedule best_for(std::size_t member, const Taste& taste) const;
  [[nodiscard]] BestDelivery<double> best_delivery_for(std::size_t package) const;
  // Whether an idle package may deliver so beside all the rest.
  [[nodiscard]] bool may_deliver(std::size_t package, const BestDelivery<double>& chosen) const;
  // Puts one tour in the place of others of a member: `after` is what it follows then. False, and
  // nothing changes, where a rule forbids it; the lengths, rests and order of `after` are the
  // caller's to keep.
  bool exchange(std::size_t member, const Schedule& gone, const Leg& added, const Schedule& after);

  // Whether an idle member may take a schedule that keeps the rules of its unit alone: nothing that
  // binds it to others forbids it.
  [[nodiscard]] bool fits(std::size_t member, const Schedule& schedule) const;

  // A member that is barred finds nothing to do.
  void bar(std::size_t member, bool is_barred) { barred_[member] = is_barred ? 1 : 0; }

  [[nodiscard]] std::int64_t filled(RowIndex row, std::size_t bucket) const {
    return filled_[row][bucket];
  }
  [[nodiscard]] const std::vector<std::vector<std::int64_t>>& filled() const { return filled_; }
  // What the rest of the plan leaves: thousandths that a row still asks for; persons, EUR and
  // pieces within the limits; and by how much the lead has more than its share, in thousandths ×
  // 1000.
  [[nodiscard]] std::int64_t open(RowIndex row, std::size_t bucket) const;
  [[nodiscard]] std::int64_t persons_left(std::uint32_t ceiling, std::size_t bucket) const {
    return ceilings_[ceiling][bucket] - persons_[ceiling][bucket];
  }
  [[nodiscard]] std::int64_t money_left(std::uint32_t budget) const {
    return budgets_[budget] - spent_[budget];
  }
  // People-days that its fair share leaves a nation; below 0: it bears more.
  [[nodiscard]] std::int64_t people_days_left(std::uint32_t fair_share) const {
    return fair_shares_[fair_share] - people_days_[fair_share];
  }
  [[nodiscard]] std::int64_t people_days(std::uint32_t fair_share) const {
    return people_days_[fair_share];
  }
  [[nodiscard]] std::int64_t pieces_there(Id<Offer> offer, std::size_t bucket) const {
    return offer_pieces_[offer.index()][bucket];
  }
  [[nodiscard]] std::int64_t share_left(RowIndex row, std::size_t bucket) const;
  // Until released only rows of a region are served, and of what is left of ceilings, budgets and
  // stocks only one part in so many is used: so as many regions can be searched apart. Of what is
  // left of a fair share, or borne above it, a region sees one part too, so what the regions gain
  // is together no more than they see.
  void confine(const std::vector<char>& is_open, std::size_t parts);
  // How much each future counts where a member looks at no prices: at first all alike.
  void emphasise(const std::vector<double>& futures) { emphasis_ = futures; }
  // Those in full in which most is unmet now, the others not.
  void emphasise_worst();
  void release();

  // Of a row over its period: weight × days × short thousandths.
  [[nodiscard]] std::int64_t unmet(RowIndex row) const { return unmet_[row]; }
  // The lead's share holds everywhere, and what is fixed is there.
  [[nodiscard]] bool is_sound() const { return shares_broken_ == 0 && fixed_missing_ == 0; }

 private:
  void change(std::size_t member, const Leg& leg, int sign);
  void change_fixed(const Member& member, const Leg& leg, int sign);
  [[nodiscard]] bool is_missing(const Member& member, const Use& use) const;
  void urge_fixed(const Member& member, const Use& use, LaneSums& sums) const;
  void fill(RowIndex row, std::size_t bucket, std::int64_t amount);
  void fill_there(RowIndex first, Id<Offer> offer, const Span& span, std::int64_t amount);
  void share(RowIndex row, Id<Nation> nation, const Span& span, const Part& part);
  [[nodiscard]] bool is_share_broken(RowIndex row, std::size_t bucket) const;
  void change_delivery(std::size_t package, int sign);
  void charge_offer(Id<Offer> offer, std::int64_t cost, int sign);
  void bear(std::uint32_t fair_share, std::int64_t people_days);
  void find_excess();
  // best_for, use by use.
  [[nodiscard]] bool is_worthwhile(const Use& use) const;
  [[nodiscard]] bool is_open_to(const Member& member, const Leg& leg) const;
  [[nodiscard]] bool may_add(std::size_t member, const Leg& added, const Schedule& after) const;
  [[nodiscard]] bool is_confined_from(RowIndex row) const {
    return open_rows_ != nullptr && (*open_rows_)[row] == 0;
  }
  void set_limits();
  struct OpenPart {
    Boundary from = 0, until = 0;
  };
  [[nodiscard]] OpenPart open_part(const Use& use) const;
  // Adds to `gains` what `amount` gains in each bucket of a requirement: gains[k + 1] in the k-th.
  struct Gain {
    RowIndex first = 0;  // of the requirement's rows
    std::int64_t amount = 0;
    double liking = 1.0;
  };
  void add_gains(const Gain& gain,
                 const Use& use,
                 const Taste& taste,
                 const OpenPart& part,
                 std::vector<double>& gains) const;
  [[nodiscard]] bool is_unmet(RowIndex first) const;
  [[nodiscard]] bool lay_out(const Member& member,
                             std::uint32_t index,
                             const Taste& taste,
                             double person_day,
                             LaneSums& sums) const;
  void charge(const Member& member, const Use& use, double person_day, LaneSums& sums) const;
  // What a member earns by a schedule; what a people-day costs beside it, in points / 10^9.
  struct Earning {
    Schedule schedule;
    double earned = 0;
  };
  [[nodiscard]] Earning earn_at(std::size_t member, const Taste& taste, double person_day) const;
  [[nodiscard]] Earning earn_most(std::size_t member, const Taste& taste) const;
  [[nodiscard]] double earned_by(const Member& member,
                                 const Taste& taste,
                                 double person_day,
                                 const Schedule& schedule) const;
  [[nodiscard]] Schedule within_people_days(const Member& member,
                                            Schedule schedule,
                                            std::int64_t left) const;
  [[nodiscard]] std::int64_t people_days_of(const Member& member, const Schedule& schedule) const;
  void add_lanes(const Member& member,
                 std::uint32_t index,
                 const LaneSums& sums,
                 Lanes& lanes) const;
  [[nodiscard]] bool may_be_blocked(const Crew& crew, const Use& use) const;
  [[nodiscard]] bool is_blocked(const Member& member, const Use& use, std::size_t bucket) const;
  [[nodiscard]] std::int64_t days_paid(const Member& member, const Use& use) const;
  [[nodiscard]] bool breaks_nations(const Crew& crew, RowIndex row, std::size_t bucket) const;
  [[nodiscard]] bool breaks_share(const Crew& crew,
                                  RowIndex row,
                                  std::size_t bucket,
                                  std::int64_t given) const;
  [[nodiscard]] std::int64_t budget_left(Id<Offer> offer) const;
  [[nodiscard]] std::int64_t entry_of(const Member& member, const Schedule& schedule) const;
  void drop_unpaid(const Member& member, Schedule& schedule) const;
  [[nodiscard]] std::int64_t room_for(const Package& package, Day on, std::int64_t wanted) const;
  [[nodiscard]] bool has_room_for_fixed(const Package& package) const;
  [[nodiscard]] bool breaks_share(Id<Offer> offer,
                                  RowIndex row,
                                  const std::vector<std::int64_t>& added) const;
  [[nodiscard]] bool is_share_broken_by(const Package& package,
                                        const BestDelivery<double>& chosen) const;
  [[nodiscard]] double worth_of(const Package& package, const BestDelivery<double>& chosen) const;
  [[nodiscard]] std::int64_t most_needed(const Package& package,
                                         const Package::Target& target,
                                         Boundary at) const;
  [[nodiscard]] std::vector<double> most_worth(RowIndex r,
                                               std::int64_t before,
                                               std::int64_t after) const;
  [[nodiscard]] std::int64_t whole_part(const Package& package, std::int64_t quantity) const;

  const Instance* instance_;
  std::vector<Member> members_;
  std::vector<Schedule> schedules_;
  std::vector<char> barred_;
  std::vector<BestDelivery<double>> deliveries_;
  Value value_;
  std::vector<std::vector<std::int64_t>> filled_;  // rows × buckets, thousandths
  std::vector<std::int64_t> unmet_;                // by row
  std::vector<std::int64_t> unmet_in_;             // by future; value_.unmet: in all of them
  std::vector<double> emphasis_;                   // by future
  // Rows with a lead share only: all that is there, more than is asked too, and the lead's part.
  std::vector<std::vector<std::int64_t>> there_, led_;
  std::int64_t shares_broken_ = 0;  // rows × buckets where the lead has less than its share
  std::vector<std::vector<std::int64_t>> fixed_there_;  // by Instance::fixed × buckets: pieces
  std::int64_t fixed_missing_ = 0;  // fixed tours × buckets in which pieces are missing
  std::vector<std::vector<std::uint16_t>>
      nations_;  // rows with max_nations: bucket × nation, tours
  std::vector<std::vector<std::int64_t>> persons_, ceilings_;  // ceilings × buckets: are, may be
  std::vector<std::int64_t> spent_, budgets_;                  // EUR: is spent, may be
  std::vector<std::int64_t> people_days_, fair_shares_;        // are borne, may be without excess
  std::vector<std::uint32_t> used_, used_units_;         // offers, units: tours and deliveries
  std::vector<std::int64_t> given_, stocks_;             // is given, may be
  const std::vector<char>* open_rows_ = nullptr;         // by row; null: all
  std::vector<std::vector<std::uint16_t>> busy_;         // crews with kin × buckets
  std::vector<std::vector<std::int64_t>> offer_pieces_;  // offers of a part of a pool × buckets
};

// How a divisible unit is cut into members: lots that suit what is asked for, at most 64.
[[nodiscard]] std::vector<Member> cut_into_members(const Instance& instance);

}  // namespace muster::plan
