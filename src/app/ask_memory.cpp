// SPDX-License-Identifier: Apache-2.0
#include "app/ask_memory.hpp"

#include <vector>

#include "app/folder/ledger_state.hpp"
#include "app/folder/situation.hpp"
#include "io/file.hpp"
#include "report/memory.hpp"

namespace muster::app {
namespace {

Day day_of(const Draft& draft) {
  return parse_day(draft.as_of).value_or(Day{});
}

}  // namespace

Answer show_due(const DueRequest& request, const Speech& speech) {
  const Result<Draft> draft = load_draft(request.data);
  if (!draft) return refuse(draft.error(), speech);
  report::DueList list{request.on.value_or(day_of(*draft)), {}};
  const auto within = request.within ? std::optional{Days{*request.within}} : std::nullopt;
  list.items = ledger::due(*draft, list.on, within);
  if (speech.json && request.calendar.empty()) return {report::due_json(list), {}, Exit::done};
  std::string text = speech.json ? report::due_json(list) : report::due_text(list, speech.terminal);
  if (!request.calendar.empty()) {
    io::write_file(request.calendar, report::due_calendar(list, draft->name));
    if (!speech.json)
      text += "The calendar is in " + request.calendar.string() + ", "
              + std::to_string(list.items.size())
              + (list.items.size() == 1 ? " event.\n" : " events.\n");
  }
  return {std::move(text), {}, Exit::done};
}

Answer show_slippage(const DataSet& data, const Speech& speech) {
  if (!is_ledger(data.folder))
    return misuse(
        data.folder.string() + " is no ledger: a data set does not know what was said first",
        "muster ledger init makes a ledger, muster ledger import fills it.");
  const auto store = open_ledger(data.folder, ledger::Access::read);
  const ledger::Moment moment = moment_of(*store, data.as_of, data.known_on);
  const report::SlippageList list{ledger::slippage(*store, moment.known),
                                  ledger::shrinkage(*store, moment.known),
                                  moment.as_of};
  return {speech.json ? report::slippage_json(list) : report::slippage_text(list, speech.terminal),
          {},
          Exit::done};
}

Answer show_ladders(const LadderRequest& request, const Speech& speech) {
  if (!is_ledger(request.data.folder))
    return misuse(
        request.data.folder.string() + " is no ledger: a data set only knows the last step",
        "muster ledger init makes a ledger, muster ledger import fills it.");
  const auto store = open_ledger(request.data.folder, ledger::Access::read);
  const ledger::Moment moment = moment_of(*store, request.data.as_of, request.data.known_on);
  report::LadderList list{moment.as_of, ledger::ladders(*store, moment, request.table)};
  std::erase_if(list.ladders, [&](const ledger::Ladder& ladder) {
    return (!request.key.empty() && ladder.key != request.key)
           || (request.only_moved && ladder.steps.size() < 2);
  });
  if (!request.key.empty() && list.ladders.empty())
    return misuse("there is no row " + request.key + " with a status in " + request.table, {});
  return {speech.json ? report::ladders_json(list) : report::ladders_text(list, speech.terminal),
          {},
          Exit::done};
}

Answer show_deliveries(const DataSet& data, const Speech& speech) {
  const Result<Draft> draft = load_draft(data);
  if (!draft) return refuse(draft.error(), speech);
  const auto sums = ledger::sum_deliveries(*draft);
  return {
      speech.json ? report::deliveries_json(sums) : report::deliveries_text(sums, speech.terminal),
      {},
      Exit::done};
}

Answer show_promises(const DataSet& data,
                     std::optional<Day> on,
                     bool only_open,
                     const Speech& speech) {
  const Result<Draft> draft = load_draft(data);
  if (!draft) return refuse(draft.error(), speech);
  report::PromiseList list{on.value_or(day_of(*draft)), {}};
  list.promises = ledger::promises(*draft, list.on);
  if (only_open)
    std::erase_if(list.promises, [](const ledger::Promised& promised) {
      return promised.state == ledger::PromiseState::kept
             || promised.state == ledger::PromiseState::withdrawn;
    });
  return {speech.json ? report::promises_json(list) : report::promises_text(list, speech.terminal),
          {},
          Exit::done};
}

Answer show_claims(const DataSet& data, const Speech& speech) {
  const Result<Draft> draft = load_draft(data);
  if (!draft) return refuse(draft.error(), speech);
  const auto fields = ledger::disagreements(*draft);
  return {speech.json ? report::claims_json(fields) : report::claims_text(fields, speech.terminal),
          {},
          Exit::done};
}

}  // namespace muster::app
