// SPDX-License-Identifier: Apache-2.0
// A compact model while it is put together: its choices, and the columns and rows so far.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plan/compact.hpp"
#include "plan/compact/choices.hpp"
#include "plan/compact/names.hpp"

namespace muster::plan {

// Amounts are in thousandths, money in EUR; the model has counting units and thousands of EUR.
inline constexpr double model_unit = 1000.0;

// A column times a value, in a row.
struct Term {
  int column = 0;
  double value = 0;
};
using Sum = std::vector<Term>;
[[nodiscard]] Sum sum_of(const std::vector<Span>& spans);

using NameParts = std::initializer_list<std::string_view>;

class ModelMaker {
 public:
  ModelMaker(const Instance& instance, const CompactForm& form);

  [[nodiscard]] const CompactForm& form() const { return form_; }
  void add_constant(double cost) { constant_ += cost; }
  int add_column(NameParts name, const CompactModel::Column& column);
  void add_tour(const CompactModel::ColumnTour& tour) { model_.tours.push_back(tour); }
  void add_delivery(const CompactModel::ColumnDelivery& delivery) {
    model_.deliveries.push_back(delivery);
  }
  // `values` of "at most" are not negative; a row that no plan can break is left out.
  void at_most(NameParts name, double limit, const Sum& terms);
  void at_least(NameParts name, double limit, const Sum& terms);
  void equal(NameParts name, double limit, const Sum& terms);
  [[nodiscard]] double most_of(int column) const;

  // Costs of later goals, in requirement-days; 0 where the form leaves them out.
  [[nodiscard]] double later_cost(std::int64_t points) const;
  [[nodiscard]] CompactModel finish();

 private:
  void add_row(NameParts name, CompactModel::Sense sense, double limit, const Sum& terms);

  CompactForm form_;
  CompactModel model_;
  double constant_ = 0;
  Names columns_, rows_;
};

// All that may be decided, with its columns.
struct Choices {
  const Instance* instance = nullptr;
  std::vector<TourChoice> tours;        // by crew
  std::vector<std::size_t> first_tour;  // of each crew, and the end of the last
  std::vector<PackageChoice> packages;  // by package

  [[nodiscard]] std::span<const TourChoice> tours_of(std::uint32_t crew) const;
  [[nodiscard]] const Crew& crew_of(const TourChoice& tour) const {
    return instance->crews[tour.crew];
  }
  [[nodiscard]] std::string unit_key(std::uint32_t crew) const;
  [[nodiscard]] std::string key(RowIndex row) const;
  [[nodiscard]] const std::string& key(Id<Offer> offer) const;
  [[nodiscard]] const std::string& key(Id<Nation> nation) const;
  [[nodiscard]] std::string day(std::size_t boundary) const;
};
[[nodiscard]] Choices add_choices(const Instance& instance, ModelMaker& model);

}  // namespace muster::plan
