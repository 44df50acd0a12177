// SPDX-License-Identifier: Apache-2.0
// What a ledger, or a data set, is asked about promises: what falls due, what has slipped, how far
// deliveries have come, where sources differ.
#pragma once

#include <string>
#include <vector>

#include "ledger/claims.hpp"
#include "ledger/deliveries.hpp"
#include "ledger/due.hpp"
#include "ledger/ladder.hpp"
#include "ledger/promises.hpp"
#include "ledger/slippage.hpp"
#include "report/text.hpp"

namespace muster::report {

struct DueList {
  Day on{};
  std::vector<ledger::Due> items;
};
[[nodiscard]] std::string due_text(const DueList& list, const Terminal& terminal);
[[nodiscard]] std::string due_json(const DueList& list);  // ledger-due.json
// An iCalendar of whole days (RFC 5545): an event for each item, its name and times from the data
// alone, so that the same data gives the same bytes. `name`: of the data set.
[[nodiscard]] std::string due_calendar(const DueList& list, const std::string& name);

struct SlippageList {
  std::vector<ledger::Slippage> days;
  std::vector<ledger::Shrinkage> quantities;
  Day on{};  // days before it that are not done are late as well
};
[[nodiscard]] std::string slippage_text(const SlippageList& list, const Terminal& terminal);
[[nodiscard]] std::string slippage_json(const SlippageList& list);  // ledger-slippage.json

struct LadderList {
  Day on{};
  std::vector<ledger::Ladder> ladders;
};
[[nodiscard]] std::string ladders_text(const LadderList& list, const Terminal& terminal);
[[nodiscard]] std::string ladders_json(const LadderList& list);  // ledger-ladder.json

[[nodiscard]] std::string deliveries_text(const std::vector<ledger::DeliverySum>& sums,
                                          const Terminal& terminal);
[[nodiscard]] std::string deliveries_json(
    const std::vector<ledger::DeliverySum>& sums);  // ledger-deliveries.json

struct PromiseList {
  Day on{};
  std::vector<ledger::Promised> promises;
};
[[nodiscard]] std::string promises_text(const PromiseList& list, const Terminal& terminal);
[[nodiscard]] std::string promises_json(const PromiseList& list);  // promises.json

[[nodiscard]] std::string claims_text(const std::vector<ledger::Disagreement>& fields,
                                      const Terminal& terminal);
[[nodiscard]] std::string claims_json(
    const std::vector<ledger::Disagreement>& fields);  // claims.json

}  // namespace muster::report
