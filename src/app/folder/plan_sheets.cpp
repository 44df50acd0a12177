// SPDX-License-Identifier: Apache-2.0
#include "app/folder/plan_sheets.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace muster::app {
namespace {

const std::string in_force_file = "in_force.csv";

std::string number(std::int64_t value) {
  return std::to_string(value);
}

bool is_extension(const Offer& offer, const Tour& tour) {
  return offer.until.has_value() && tour.period.until > *offer.until;
}

std::string condition_key(const Nouns& nouns, const Offer& offer) {
  return offer.condition ? nouns.conditions[*offer.condition].key : std::string{};
}

std::string delivery_key(const Nouns& nouns, const PlannedDelivery& planned) {
  return planned.delivery ? nouns.deliveries[*planned.delivery].key : std::string{};
}

// What tours and deliveries name, by key.
struct PlanKeys {
  explicit PlanKeys(const Nouns& nouns)
      : offers{nouns.offers}, requirements{nouns.requirements}, deliveries{nouns.deliveries} {}
  KeyIndex<Offer> offers;
  KeyIndex<Requirement> requirements;
  KeyIndex<Delivery> deliveries;
};

void read_tour(SheetReader& reader, const PlanKeys& keys, Plan& plan) {
  const auto offer = reader.find("offer", keys.offers);
  const auto requirement = reader.find("requirement", keys.requirements);
  const Period period = reader.period();
  const std::int64_t quantity = reader.whole("quantity", 1);
  if (offer && requirement) plan.tours.push_back({*offer, *requirement, period, quantity});
}

void read_delivery(SheetReader& reader, const PlanKeys& keys, Plan& plan) {
  const auto offer = reader.find("offer", keys.offers);
  const auto requirement = reader.find("requirement", keys.requirements);
  const std::int64_t quantity = reader.whole("quantity", 1);
  const Day on = reader.day("on");
  std::optional<Id<Delivery>> fixed;
  if (!reader.text("delivery").empty()) fixed = reader.find("delivery", keys.deliveries);
  if (offer && requirement) plan.deliveries.push_back({*offer, *requirement, quantity, on, fixed});
}

// One file of the folder, row by row by `read_row`; a file that is not there is a problem.
void read_rows(const Texts& folder,
               const std::string& file,
               const std::vector<std::string>& columns,
               Problems& problems,
               const std::function<void(SheetReader&)>& read_row) {
  const auto found = folder.find(file);
  if (found == folder.end()) {
    problems.push_back({file, 0, {}, "the file is missing", {}});
    return;
  }
  const Problems of_file = read_sheet(file, found->second, columns, read_row);
  problems.insert(problems.end(), of_file.begin(), of_file.end());
}

Result<Plan> sorted_or_refused(Plan plan, Problems problems) {
  if (!problems.empty()) return std::unexpected{std::move(problems)};
  std::sort(plan.tours.begin(), plan.tours.end());
  std::sort(plan.deliveries.begin(), plan.deliveries.end());
  return plan;
}

// The row of `to` that has the key of `id` in `from`.
template <class Thing>
class Translation {
 public:
  Translation(const Table<Thing>& from, const Table<Thing>& to) : from_{from}, to_{to} {}
  [[nodiscard]] std::optional<Id<Thing>> operator()(Id<Thing> id) const {
    return to_.find(from_[id].key);
  }

 private:
  const Table<Thing>& from_;
  KeyIndex<Thing> to_;
};

}  // namespace

Sheet tours_sheet(const Scenario& scenario, const Plan& plan) {
  Sheet sheet{{"tour",
               "offer",
               "unit",
               "requirement",
               "from",
               "until",
               "quantity",
               "extension",
               "status",
               "condition"},
              {}};
  for (const Tour& tour : plan.tours) {
    const Offer& offer = scenario->offers[tour.offer];
    sheet.rows.push_back({"T" + number(static_cast<std::int64_t>(sheet.rows.size()) + 1),
                          offer.key,
                          scenario->units[offer.unit].key,
                          scenario->requirements[tour.requirement].key,
                          to_text(tour.period.from),
                          to_text(tour.period.until),
                          number(tour.quantity),
                          is_extension(offer, tour) ? "true" : "false",
                          std::string{to_text(offer.status)},
                          condition_key(*scenario, offer)});
  }
  return sheet;
}

Sheet deliveries_sheet(const Scenario& scenario, const Plan& plan) {
  Sheet sheet{{"offer", "requirement", "quantity", "on", "delivery"}, {}};
  for (const PlannedDelivery& planned : plan.deliveries) {
    sheet.rows.push_back({scenario->offers[planned.offer].key,
                          scenario->requirements[planned.requirement].key,
                          number(planned.quantity),
                          to_text(planned.on),
                          delivery_key(*scenario, planned)});
  }
  return sheet;
}

Sheet in_force_sheet(const Scenario& scenario, const Plan& in_force) {
  Sheet sheet{{"offer", "requirement", "from", "until", "quantity", "on", "delivery"}, {}};
  for (const Tour& tour : in_force.tours) {
    sheet.rows.push_back({scenario->offers[tour.offer].key,
                          scenario->requirements[tour.requirement].key,
                          to_text(tour.period.from),
                          to_text(tour.period.until),
                          number(tour.quantity),
                          {},
                          {}});
  }
  for (const PlannedDelivery& planned : in_force.deliveries) {
    sheet.rows.push_back({scenario->offers[planned.offer].key,
                          scenario->requirements[planned.requirement].key,
                          {},
                          {},
                          number(planned.quantity),
                          to_text(planned.on),
                          delivery_key(*scenario, planned)});
  }
  return sheet;
}

Result<Plan> read_plan(const Scenario& scenario, const Texts& folder, Counting counting) {
  Plan plan{counting, {}, {}};
  Problems problems;
  const PlanKeys keys{*scenario};
  read_rows(folder,
            tours_file,
            {"offer", "requirement", "from", "until", "quantity"},
            problems,
            [&](SheetReader& reader) { read_tour(reader, keys, plan); });
  read_rows(folder,
            deliveries_file,
            {"offer", "requirement", "quantity", "on", "delivery"},
            problems,
            [&](SheetReader& reader) { read_delivery(reader, keys, plan); });
  return sorted_or_refused(std::move(plan), std::move(problems));
}

Result<Plan> read_in_force(const Scenario& scenario, const Texts& folder) {
  Plan plan;
  Problems problems;
  if (!folder.contains(in_force_file)) return plan;
  const PlanKeys keys{*scenario};
  read_rows(folder,
            in_force_file,
            {"offer", "requirement", "from", "until", "quantity", "on", "delivery"},
            problems,
            [&](SheetReader& reader) {
              if (reader.text("on").empty())
                read_tour(reader, keys, plan);
              else
                read_delivery(reader, keys, plan);
            });
  return sorted_or_refused(std::move(plan), std::move(problems));
}

Plan translate(const Plan& plan, const Scenario& from, const Scenario& to) {
  const Translation<Offer> offer_of{from->offers, to->offers};
  const Translation<Requirement> requirement_of{from->requirements, to->requirements};
  const Translation<Delivery> delivery_of{from->deliveries, to->deliveries};
  Plan translated{plan.counting, {}, {}};
  for (const Tour& tour : plan.tours) {
    const auto offer = offer_of(tour.offer);
    const auto requirement = requirement_of(tour.requirement);
    if (offer && requirement) {
      translated.tours.push_back({*offer, *requirement, tour.period, tour.quantity});
    }
  }
  for (const PlannedDelivery& planned : plan.deliveries) {
    const auto offer = offer_of(planned.offer);
    const auto requirement = requirement_of(planned.requirement);
    const auto fixed = planned.delivery ? delivery_of(*planned.delivery) : std::nullopt;
    if (!offer || !requirement || fixed.has_value() != planned.delivery.has_value()) continue;
    translated.deliveries.push_back({*offer, *requirement, planned.quantity, planned.on, fixed});
  }
  std::sort(translated.tours.begin(), translated.tours.end());
  std::sort(translated.deliveries.begin(), translated.deliveries.end());
  return translated;
}

}  // namespace muster::app
