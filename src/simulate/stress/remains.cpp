// SPDX-License-Identifier: Apache-2.0
#include "simulate/stress/remains.hpp"

#include <algorithm>
#include <span>

namespace muster::simulate {
namespace {

template <class Add>
void add_what_is_left(const Field& field,
                      const FieldTour& tour,
                      const World& world,
                      const Add& add) {
  const Fate& fate = world.fates[tour.offer];
  const auto outs = std::span{world.outs}.subspan(fate.first_out, fate.outs);
  if (tour.is_delivery) {
    std::int32_t day = std::max(tour.from, fate.from);
    for (const Out& out : outs)
      if (day >= out.from && day < out.until) day = out.until;
    if (tour.from < field.today)
      add(tour.from, tour.until);
    else if (!fate.is_gone() && day < fate.until)
      add(day, tour.until);
    return;
  }
  add(tour.from, std::min(tour.until, field.today));
  std::int32_t from = std::max({tour.from, fate.from, field.today});
  const std::int32_t until = std::min(tour.until, fate.until);
  for (const Out& out : outs) {
    if (out.from >= until) break;
    add(from, out.from);
    from = std::max(from, out.until);
  }
  add(from, until);
}

}  // namespace

Remains::Remains(const Field& field) : field_{field}, is_cut_(field.lines.size()) {
  for (const FieldTour& tour : field.tours) left_.push_back({tour.from, tour.until});
}

void Remains::begin(const World& world) {
  for (const std::uint32_t offer : changed_)
    for (std::uint32_t k = field_.first_tours[offer]; k < field_.first_tours[offer + 1]; ++k) {
      left_[k] = {field_.tours[k].from, field_.tours[k].until};
      is_cut_[field_.tours[k].line] = 0;
    }
  changed_ = world.changed;
  pieces_.clear();
  for (const std::uint32_t offer : changed_) cut(offer, world);
}

void Remains::cut(std::uint32_t offer, const World& world) {
  const Fate& fate = world.fates[offer];
  const bool is_for_ever = fate.is_gone();
  for (std::uint32_t k = field_.first_tours[offer]; k < field_.first_tours[offer + 1]; ++k) {
    const FieldTour& tour = field_.tours[k];
    if (is_for_ever && tour.from >= field_.today) {
      left_[k] = {0, 0};
      is_cut_[tour.line] = 1;
    } else if (fate.outs != 0 || fate.from > tour.from || tour.until > fate.until
               || tour.from < field_.today) {
      cut_tour(k, world);
    }
  }
}

void Remains::cut_tour(std::uint32_t number, const World& world) {
  const FieldTour& tour = field_.tours[number];
  found_.clear();
  add_what_is_left(field_, tour, world, [&](std::int32_t from, std::int32_t until) {
    if (from >= until) return;
    // What has been and what comes are one piece: whoever is there hands over once.
    if (!found_.empty() && found_.back().until == from)
      found_.back().until = until;
    else
      found_.push_back({from, until});
  });
  Span& left = left_[number];
  if (found_.size() > 1) {
    left = {static_cast<std::int32_t>(pieces_.size()), in_pieces};
    pieces_.push_back({static_cast<std::int32_t>(found_.size()), 0});
    pieces_.insert(pieces_.end(), found_.begin(), found_.end());
  } else {
    left = found_.empty() ? Span{} : found_.front();
  }
  if (left.from != tour.from || left.until != tour.until) is_cut_[tour.line] = 1;
}

}  // namespace muster::simulate
