// SPDX-License-Identifier: Apache-2.0
#include "app/show_rows.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "base/nearest.hpp"

#include "app/folder/ledger_state.hpp"
#include "app/folder/situation.hpp"
#include "app/folder/table_name.hpp"
#include "report/json.hpp"
#include "report/text.hpp"

namespace muster::app {
namespace {

// `words` without the folder, which goes to `data`.
std::vector<std::string> take_folder(DataSet& data, std::vector<std::string> words) {
  std::error_code ignored;
  const bool leads = words.size() == 3
                     || (words.size() == 2 && find_schema(words[0]) == nullptr
                         && (is_ledger(words[0]) || std::filesystem::exists(words[0], ignored)));
  if (leads) {
    data.folder = words.front();
    words.erase(words.begin());
  }
  return words;
}

std::string advice_on_key(const DraftTable& table, const std::string& word) {
  if (table.schema->primary_key.empty()) return {};
  std::vector<std::string_view> keys;
  for (const DraftRow& row : table.rows)
    keys.push_back(row.cells[table.schema->primary_key[0]].text);
  const auto near = nearest(word, keys);
  return near ? "Maybe " + std::string{*near} + "?" : std::string{};
}

// Whether a cell of the field names the row `key` of `table`: by a foreign key, by the table and
// key that a claim speaks of, or as a source, whose locator after '#' is left aside.
bool refers(const TableSchema& schema,
            const DraftRow& row,
            std::string_view table,
            std::string_view key) {
  for (const ForeignKey& foreign : schema.foreign_keys) {
    if (foreign.table == table && row.cells[foreign.field].text == key) return true;
  }
  const auto cell = [&](std::string_view field) -> std::string_view {
    const auto index = schema.find(field);
    return index ? std::string_view{row.cells[*index].text} : std::string_view{};
  };
  if (schema.name == "claims" && cell("table") == table && cell("key") == key) return true;
  const std::string_view source = cell("source");
  return table == "sources" && source.substr(0, source.find('#')) == key;
}

// The rows of every table that refer to the row, table by table.
std::string referring_text(const Draft& draft,
                           const std::string& table,
                           const std::string& key,
                           const Speech& speech) {
  std::string text;
  for (const DraftTable& other : draft.tables()) {
    Draft some;
    std::vector<DraftRow>& rows = some.table(other.schema->name).rows;
    std::copy_if(
        other.rows.begin(), other.rows.end(), std::back_inserter(rows), [&](const DraftRow& row) {
          return refers(*other.schema, row, table, key);
        });
    if (rows.empty()) continue;
    text += "\nIn " + std::string{other.schema->name} + ":\n";
    text += report::table_text(some, other.schema->name, {}, speech.terminal).value_or("");
  }
  return text;
}

Answer tell(const Draft& draft,
            const std::string& table,
            const std::string& key,
            const Speech& speech) {
  const std::optional<std::string> text =
      speech.json ? report::table_json(draft, table, key)
                  : report::table_text(draft, table, key, speech.terminal);
  if (!text) {
    return misuse(table + " has no row \"" + key + "\"", advice_on_key(draft.table(table), key));
  }
  if (speech.json) return {*text, {}, Exit::done};
  const std::string clock = report::clock_sentence(draft.clock);
  const std::string shown = clock.empty() ? *text : clock + "\n" + *text;
  if (key.empty()) return {shown, {}, Exit::done};
  return {shown + referring_text(draft, table, key, speech), {}, Exit::done};
}

}  // namespace

Answer show_rows(DataSet data, std::vector<std::string> words, const Speech& speech) {
  words = take_folder(data, std::move(words));
  const std::string table = words.front();
  if (find_schema(table) == nullptr) return no_such_table(table);
  const Result<Draft> draft = load_draft(data);
  if (!draft) return refuse(draft.error(), speech);
  return tell(*draft, table, words.size() > 1 ? words[1] : std::string{}, speech);
}

}  // namespace muster::app
