// SPDX-License-Identifier: Apache-2.0
// What a data set or a ledger is asked about promises, deliveries and sources.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "app/answer.hpp"
#include "app/data_set.hpp"

namespace muster::app {

struct DueRequest {
  DataSet data;
  std::optional<Day> on;               // left out: the day of the data
  std::optional<std::int64_t> within;  // days; left out: all that has a day
  std::filesystem::path calendar;      // a file to write an iCalendar to; empty: none
};
[[nodiscard]] Answer show_due(const DueRequest& request, const Speech& speech);

// Of a ledger alone: what was said first is only there.
[[nodiscard]] Answer show_slippage(const DataSet& ledger, const Speech& speech);

struct LadderRequest {
  DataSet data;
  std::string table, key;   // empty: all
  bool only_moved = false;  // those that took more than one step
};
// Of a ledger alone.
[[nodiscard]] Answer show_ladders(const LadderRequest& request, const Speech& speech);

[[nodiscard]] Answer show_deliveries(const DataSet& data, const Speech& speech);

// `on`: left out, the day of the data. `only_open`: neither kept nor withdrawn.
[[nodiscard]] Answer show_promises(const DataSet& data,
                                   std::optional<Day> on,
                                   bool only_open,
                                   const Speech& speech);

[[nodiscard]] Answer show_claims(const DataSet& data, const Speech& speech);

}  // namespace muster::app
