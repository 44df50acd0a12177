// SPDX-License-Identifier: Apache-2.0
// Futures, with what is lost in each, and how many of them count.
#include "model/futures.hpp"

#include <algorithm>
#include <tuple>

#include "model/reading/checks.hpp"
#include "model/reading/read_table.hpp"
#include "model/reading/reading.hpp"

namespace muster::reading {
namespace {

constexpr std::int64_t thousandths = 1000;

void read_losses(Reading& reading) {
  for_each_row(reading, "future_losses", [&](const Row& row) {
    const auto future = find(reading.future.keys, row.text("future"));
    const auto offer = find(reading.offer.keys, row.text("offer"));
    const auto from = row.day("from");
    if (!future || !offer || !from) return;
    const Day until = row.day("until").value_or(std::max(*from, reading.nouns.horizon.until));
    reading.nouns.futures[*future].losses.push_back({*offer, {*from, until}});
  });
  for (const auto id : reading.nouns.futures.ids())
    std::ranges::sort(reading.nouns.futures[id].losses, {}, [](const Future::Loss& loss) {
      return std::tuple{loss.offer, loss.period.from, loss.period.until};
    });
}

}  // namespace

void read_futures(Reading& reading) {
  for_each_row(reading, "futures", [&](const Row& row) {
    add_keyed(reading.nouns.futures,
              reading.future,
              row,
              Future{.key = row.text("future"),
                     .losses = {},
                     .source = row.text("source"),
                     .note = row.text("note")});
  });
  read_losses(reading);
  for_each_row(reading, "goal_weights", [&](const Row& row) {
    if (row.text("goal") != "worst_futures") return;
    if (const auto weight = row.thousandths("weight"))
      reading.nouns.worst_futures = *weight / thousandths;
  });
}

void check_futures(const Reading& reading, Findings& findings) {
  const std::size_t count = reading.nouns.futures.size();
  if (count > most_futures)
    findings.add(reading.draft.table("futures"),
                 *reading.future.rows[Id<Future>{most_futures}],
                 "future",
                 "there are " + std::to_string(count) + " futures",
                 "At most " + std::to_string(most_futures) + " can be planned for.");
  for_each_row(reading, "goal_weights", [&](const Row& row) {
    const auto weight = row.thousandths("weight");
    if (row.text("goal") != "worst_futures" || !weight) return;
    const bool is_count = *weight > 0 && *weight % thousandths == 0
                          && *weight / thousandths <= static_cast<std::int64_t>(count);
    if (!is_count)
      findings.add(reading.draft.table("goal_weights"),
                   row.row(),
                   "weight",
                   "of the futures " + row.text("weight") + " cannot count",
                   count == 0 ? "The table futures has no rows."
                              : "State a whole number from 1 to " + std::to_string(count) + ".");
  });
}

}  // namespace muster::reading
