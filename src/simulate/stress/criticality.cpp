// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <set>

#include "base/parallel.hpp"

#include "simulate/stress.hpp"
#include "simulate/stress/groups.hpp"

namespace muster::simulate {
namespace {

constexpr std::array<std::string_view, 6> kinds{
    "nation", "unit", "offer", "option", "condition", "place"};

// Something that may be taken away: offers that go, or end with their stated window; lines that
// nobody can serve any more.
struct Removal {
  Kind kind = Kind::offer;
  std::string key;
  std::vector<std::uint32_t> gone, shortened, lines;
};

// Everything that some tour or delivery hangs on. With it go all offers that hang on it too, also
// those that serve nothing yet, so that they are no reserves.
class Removals {
 public:
  explicit Removals(const Field& field) : field_{field}, scenario_{*field.scenario} {
    serves_.resize(field.offers.size());
    for (const FieldTour& tour : field.tours) serves_[tour.offer] = true;
  }

  std::vector<Removal> all() && {
    for (std::uint32_t offer = 0; offer < field_.offers.size(); ++offer) add_offer(offer);
    for (std::uint32_t line = 0; line < field_.lines.size(); ++line)
      if (const auto place = scenario_->requirements[field_.lines[line].requirement].place) {
        Removal& one = removal(Kind::place, scenario_->places[*place].key);
        one.lines.push_back(line);
        used_.insert({one.kind, one.key});
      }
    std::vector<Removal> removals;
    for (auto& [key, one] : found_)
      if (used_.contains(key)) removals.push_back(std::move(one));
    return removals;
  }

 private:
  using Key = std::pair<Kind, std::string>;

  Removal& removal(Kind kind, const std::string& key) {
    Removal& one = found_[{kind, key}];
    one.kind = kind;
    one.key = key;
    return one;
  }

  void add_offer(std::uint32_t offer) {
    const Offer& given = scenario_->offers[Id<Offer>{offer}];
    const auto goes_with = [&](Kind kind, const std::string& key) {
      removal(kind, key).gone.push_back(offer);
      if (serves_[offer]) used_.insert({kind, key});
    };
    goes_with(Kind::nation, scenario_->nations[given.nation].key);
    goes_with(Kind::unit, scenario_->units[given.unit].key);
    goes_with(Kind::offer, given.key);
    if (field_.offers[offer].condition >= 0)
      goes_with(Kind::condition, scenario_->conditions[*given.condition].key);
    if (const auto place = scenario_->units[given.unit].place)
      goes_with(Kind::place, scenario_->places[*place].key);
    if (!serves_[offer] || field_.offers[offer].stated_until >= field_.offers[offer].until) return;
    removal(Kind::option, given.key).shortened.push_back(offer);
    used_.insert({Kind::option, given.key});
  }

  const Field& field_;
  const Scenario& scenario_;
  std::vector<bool> serves_;  // by offer
  std::map<Key, Removal> found_;
  std::set<Key> used_;  // that something hangs on
};

World without(const Field& field, const Removal& removal) {
  World world;
  world.fates.resize(field.offers.size());
  for (const std::uint32_t offer : removal.gone) {
    world.fates[offer].until = world.fates[offer].from;
    world.changed.push_back(offer);
  }
  for (const std::uint32_t offer : removal.shortened) {
    world.fates[offer].until = field.offers[offer].stated_until;
    world.changed.push_back(offer);
  }
  if (!removal.lines.empty()) world.lost_lines.resize(field.lines.size());
  for (const std::uint32_t line : removal.lines) world.lost_lines[line] = 1;
  return world;
}

}  // namespace

std::string_view to_text(Kind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}

std::vector<Criticality> criticality(const Scenario& scenario,
                                     const Plan& plan,
                                     const StressOptions& options,
                                     const StressRun& run) {
  const Field field = field_of(scenario, plan);
  const std::vector<Removal> removals = Removals{field}.all();
  std::vector<Criticality> found(removals.size());
  std::atomic<std::size_t> done{0};
  std::mutex guard;
  const std::size_t crews = std::max(1U, options.threads);
  const std::size_t share = (removals.size() + crews - 1) / crews;
  for_each_item(
      crews,
      options.threads,
      [&](std::size_t crew) {
        Trial trial{field};
        for (std::size_t k = crew * share; k < std::min(removals.size(), (crew + 1) * share); ++k) {
          if (run.stop.stop_requested()) return;
          found[k] = {removals[k].kind, removals[k].key, 0, 0};
          for (const Trial::Touched& one :
               trial.run(without(field, removals[k]), options.repair != Repair::none)) {
            const std::int64_t planned = trial.planned()[one.line].amount_days;
            found[k].lost += weighted_days(field.lines[one.line], one.before.amount_days - planned);
            found[k].lost_repaired +=
                weighted_days(field.lines[one.line], one.after.amount_days - planned);
          }
          const std::size_t so_far = done.fetch_add(1) + 1;
          if (!run.progress) continue;
          const std::scoped_lock lock{guard};
          run.progress(so_far, removals.size());
        }
      },
      1);
  std::erase_if(found, [](const Criticality& one) { return one.lost <= 0; });
  std::ranges::stable_sort(found, std::greater{}, [](const Criticality& one) {
    return std::pair{one.lost_repaired, one.lost};
  });
  return found;
}

}  // namespace muster::simulate
