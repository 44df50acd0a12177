// SPDX-License-Identifier: Apache-2.0
#include "app/folder/ledger_state.hpp"

#include <system_error>

#include "ledger/state.hpp"

namespace muster::app {

bool is_ledger(const std::filesystem::path& place) {
  if (ledger::is_postgres(place.string())) return true;
  std::error_code ignored;
  return std::filesystem::is_regular_file(place, ignored);
}

void create_ledger(const std::filesystem::path& place) {
  if (ledger::is_postgres(place.string()))
    ledger::create_postgres(place.string());
  else
    ledger::create_sqlite(place);
}

std::unique_ptr<ledger::Store> open_ledger(const std::filesystem::path& place,
                                           ledger::Access access) {
  return ledger::is_postgres(place.string()) ? ledger::open_postgres(place.string(), access)
                                             : ledger::open_sqlite(place, access);
}

ledger::Moment moment_of(ledger::Store& store,
                         std::optional<Day> as_of,
                         std::optional<Day> known_on) {
  ledger::Moment moment{};
  moment.known = known_on ? store.last_of(*known_on) : store.head().number;
  if (as_of) {
    moment.as_of = *as_of;
  } else if (const auto last = store.find(moment.known)) {
    const Day recorded = parse_day(last->recorded_at.substr(0, 10)).value_or(Day{});
    moment.as_of = store.latest_valid(moment.known, recorded).value_or(recorded);
  }
  return moment;
}

Result<Draft> draft_of_ledger(const DataSet& data) {
  const auto store = open_ledger(data.folder, ledger::Access::read);
  return ledger::draft_at(*store, moment_of(*store, data.as_of, data.known_on));
}

}  // namespace muster::app
