// SPDX-License-Identifier: Apache-2.0
#include "sheets/table_import.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "sheets/reading.hpp"
#include "sheets/table/as_above.hpp"
#include "sheets/table/blocks.hpp"
#include "sheets/table/columns.hpp"
#include "sheets/table/taking.hpp"

namespace muster::sheets {
namespace {

constexpr std::size_t longest_example = 200;  // in bytes

// Each cell of a merged range gets the range's text; what was given to whom is noted.
Sheet with_merged_filled(Sheet sheet, std::vector<Repair>& repairs) {
  std::map<std::uint32_t, std::size_t> place_of_line;
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) place_of_line[sheet.rows[r].line] = r;
  for (const MergedRange& range : sheet.merged) {
    const auto first = place_of_line.find(static_cast<std::uint32_t>(range.first_row + 1));
    if (first == place_of_line.end()
        || range.first_column >= sheet.rows[first->second].cells.size())
      continue;
    const std::string text = sheet.rows[first->second].cells[range.first_column];
    for (auto at = std::next(first); at != place_of_line.end() && at->first <= range.last_row + 1;
         ++at) {
      SheetRow& row = sheet.rows[at->second];
      if (row.cells.size() <= range.first_column) row.cells.resize(range.first_column + 1);
      if (!row.cells[range.first_column].empty()) continue;
      row.cells[range.first_column] = text;
      repairs.push_back({sheet.name, row.line, {}, {}, text, "merged_cell", false});
    }
  }
  return sheet;
}

// What lies outside is as if it were empty, so that places stay what they are.
void keep_only(Sheet& sheet, const CellRange& range) {
  std::erase_if(sheet.rows, [&](const SheetRow& row) {
    return row.line < range.first_row + 1 || row.line > range.last_row + 1;
  });
  for (SheetRow& row : sheet.rows) {
    if (row.cells.size() > range.last_column + 1) row.cells.resize(range.last_column + 1);
    for (std::size_t c = 0; c < std::min(range.first_column, row.cells.size()); ++c)
      row.cells[c].clear();
  }
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

std::string place_of(const Sheet& sheet, const Block& block) {
  const std::size_t first = block.heading ? *block.heading : block.rows.front();
  const std::size_t last = block.rows.empty() ? first : block.rows.back();
  return column_letters(block.first_column) + std::to_string(sheet.rows[first].line) + ":"
         + column_letters(block.end_column - 1) + std::to_string(sheet.rows[last].line);
}

std::string said_in(const SheetRow& row) {
  std::string text;
  for (const std::string& cell : row.cells)
    if (!cell.empty()) text += (text.empty() ? "" : ", ") + cell;
  return text.substr(0, longest_example);
}

std::string beginning_of(const Sheet& sheet) {
  for (const SheetRow& row : sheet.rows)
    if (const std::string text = said_in(row); !text.empty()) return text;
  return {};
}

// A block, and as what it can be read.
struct Candidate {
  Block block;
  Sheet alone;
  Fit fit;  // of all tables
  TakenBlock told;
  const TableSchema* table = nullptr;  // as which it is read; none: it is left
};

class Importing {
 public:
  Importing(const Sheet& sheet, const TableRequest& request)
      : words_{request.mappings}, request_{request}, whole_{with_merged_filled(sheet, repairs_)} {
    if (request.cells) keep_only(whole_, *request.cells);
    for (Block& block : blocks_of(whole_)) add(std::move(block));
    choose();
  }

  Result<Imported> import() && {
    if (request_.only_block > 0)
      if (const auto problem = keep_only_the_wanted()) return refused(*problem);
    if (std::ranges::none_of(candidates_,
                             [](const Candidate& one) { return one.table != nullptr; }))
      return refused(no_heading());
    for (Candidate& candidate : candidates_) take(candidate);
    auto& repairs = all_.takings.repairs;
    repairs.insert(repairs.begin(), repairs_.begin(), repairs_.end());
    return std::move(all_);
  }

 private:
  // A heading of which less is known is looked for only where there is none: the row that names
  // most columns of one table.
  [[nodiscard]] std::vector<Block> blocks_of(const Sheet& sheet) const {
    std::vector<Block> blocks = find_blocks(sheet, words_);
    if (std::ranges::any_of(blocks, [](const Block& one) { return one.heading.has_value(); }))
      return blocks;
    std::optional<Headings> best;
    for (const TableSchema& table : schemas()) {
      if (const TableSchema* asked = asked_for({}); asked != nullptr && asked != &table) continue;
      auto found = find_table_headings(sheet, table, mapping_of({}).columns);
      if (found && (!best || columns_found(*found) > columns_found(*best))) best = std::move(found);
    }
    if (!best) return blocks;
    Block block{0, best->names.size(), best->row, {}, {}};
    for (std::size_t r = best->row + 1; r < sheet.rows.size(); ++r) {
      block.rows.push_back(r);
      block.end_column = std::max(block.end_column, sheet.rows[r].cells.size());
    }
    for (Block& above : blocks)
      std::erase_if(above.rows, [&](std::size_t row) { return row >= best->row; });
    std::erase_if(blocks, [](const Block& above) { return above.rows.empty(); });
    blocks.push_back(std::move(block));
    return blocks;
  }

  [[nodiscard]] const HeadingMapping& mapping_of(const SheetRow& row) const {
    return words_.mapping_for(row);
  }

  // The table that is asked for, of all or by the mapping of such a heading.
  [[nodiscard]] const TableSchema* asked_for(const SheetRow& heading) const {
    if (request_.table != nullptr) return request_.table;
    const std::string& table = mapping_of(heading).table;
    return table.empty() ? nullptr : find_schema(table);
  }

  void add(Block block) {
    Candidate candidate;
    candidate.alone = sheet_of(whole_, block);
    candidate.told.sheet = whole_.name;
    candidate.told.place = place_of(whole_, block);
    candidate.told.title = block.title;
    candidate.told.begins = beginning_of(candidate.alone);
    candidate.block = std::move(block);
    if (candidate.block.heading) {
      candidate.fit =
          best_fit(candidate.alone.rows.front(), words_, asked_for(candidate.alone.rows.front()));
      if (candidate.fit.table != nullptr) candidate.told.table = candidate.fit.table->name;
    }
    candidates_.push_back(std::move(candidate));
  }

  [[nodiscard]] Headings headings_as(const Candidate& candidate, const TableSchema& table) const {
    const SheetRow& heading = candidate.alone.rows.front();
    return headings_of(heading, 0, table, mapping_of(heading).columns);
  }

  // As the table that is asked for each that fits it best, or names all that it needs; where there
  // is none, the one that names most. Unasked, the one that names most as what it fits best, and
  // others that are whole, or of the same table.
  void choose() {
    Candidate* most = nullptr;
    std::size_t most_found = 0;
    for (Candidate& one : candidates_) {
      if (!one.block.heading || one.fit.table == nullptr) continue;
      const TableSchema* asked = asked_for(one.alone.rows.front());
      const Headings headings = asked == nullptr ? one.fit.headings : headings_as(one, *asked);
      const std::size_t found = columns_found(headings);
      if (found > most_found) {
        most_found = found;
        most = &one;
      }
      if (asked != nullptr && found >= fewest_of(one)
          && (one.fit.table == asked || is_complete(headings, *asked)))
        one.table = asked;
    }
    if (most == nullptr) return;
    if (asked_for(most->alone.rows.front()) == nullptr) return choose_unasked(*most);
    const bool has_one =
        std::ranges::any_of(candidates_, [](const Candidate& one) { return one.table != nullptr; });
    if (!has_one && most_found >= fewest_of(*most))
      most->table = asked_for(most->alone.rows.front());
  }

  [[nodiscard]] std::size_t fewest_of(const Candidate& one) const {
    return mapping_of(one.alone.rows.front()).columns.empty() ? 2 : 1;
  }

  void choose_unasked(Candidate& most) {
    if (columns_found(most.fit.headings) < fewest_of(most)) return;
    most.table = most.fit.table;
    for (Candidate& one : candidates_) {
      if (one.table != nullptr || one.fit.table == nullptr) continue;
      const Headings same = headings_as(one, *most.table);
      const bool is_as_good =
          columns_found(same) >= 2 && columns_found(same) == columns_found(one.fit.headings);
      if (is_as_good
          && (is_complete(same, *most.table) || !is_complete(one.fit.headings, *one.fit.table)))
        one.table = most.table;
      else if (is_complete(one.fit.headings, *one.fit.table))
        one.table = one.fit.table;
    }
  }

  std::optional<Problem> keep_only_the_wanted() {
    const std::size_t wanted = request_.only_block;
    const std::string named = "block " + std::to_string(wanted);
    if (wanted > candidates_.size()) return problem("there is no " + named, blocks_told());
    for (std::size_t k = 0; k < candidates_.size(); ++k)
      if (k + 1 != wanted && candidates_[k].table != nullptr) {
        candidates_[k].table = nullptr;
        candidates_[k].told.left = "not_asked_for";
      }
    Candidate& one = candidates_[wanted - 1];
    if (one.table == nullptr && one.fit.table != nullptr) one.table = as_far_as_it_goes(one);
    if (one.table != nullptr) return std::nullopt;
    return problem(named + " (" + one.told.place + ") names no columns of "
                       + (request_.table == nullptr ? std::string{"any table"}
                                                    : std::string{request_.table->name}),
                   "It begins with: " + one.told.begins + ". " + blocks_told());
  }

  // Who names a block wants it read, if there is anything to it.
  [[nodiscard]] const TableSchema* as_far_as_it_goes(const Candidate& one) const {
    const TableSchema* asked = asked_for(one.alone.rows.front());
    if (asked == nullptr) asked = one.fit.table;
    return columns_found(headings_as(one, *asked)) >= fewest_of(one) ? asked : nullptr;
  }

  [[nodiscard]] std::string blocks_told() const {
    std::string text;
    for (std::size_t k = 0; k < candidates_.size(); ++k) {
      const TakenBlock& told = candidates_[k].told;
      text += (k == 0 ? "There are: " : ", ") + std::to_string(k + 1) + " at " + told.place
              + (told.table.empty() ? "" : " (" + told.table + ")");
    }
    return text.empty() ? "There is none." : text + ".";
  }

  void take(Candidate& candidate) {
    TakenBlock& told = candidate.told;
    if (candidate.table == nullptr) {
      if (told.left.empty()) told.left = why_left(candidate);
    } else {
      Imported taken = taken_of(candidate);
      told.begins.clear();
      told.table = candidate.table->name;
      told.mapping = taken.takings.mapping;
      told.rows_read = taken.takings.rows_read;
      told.rows_taken = taken.takings.rows_taken;
      told.rows_refused = taken.takings.rows_refused;
      if (candidates_.size() > 1)
        for (Repair& repair : taken.takings.repairs) repair.block = all_.takings.blocks.size() + 1;
      append(all_.takings, std::move(taken.takings));
      for (const Statement& statement : taken.statements) know(statement);
      std::ranges::move(taken.statements, std::back_inserter(all_.statements));
    }
    all_.takings.blocks.push_back(std::move(told));
  }

  [[nodiscard]] std::string why_left(const Candidate& candidate) const {
    if (candidate.fit.table == nullptr) return "no_heading";
    return asked_for(candidate.alone.rows.front()) != nullptr ? "another_table" : "not_whole";
  }

  Imported taken_of(Candidate& candidate) {
    const Headings headings = headings_as(candidate, *candidate.table);
    std::vector<Repair> filled;
    fill_as_above(candidate.alone,
                  headings,
                  *candidate.table,
                  {request_.as_above, mapping_of(candidate.alone.rows.front()).as_above},
                  filled);
    Imported taken =
        take_rows(candidate.alone, headings, *candidate.table, request_, so_far_[candidate.table]);
    auto& repairs = taken.takings.repairs;
    repairs.insert(repairs.begin(), filled.begin(), filled.end());
    return taken;
  }

  // What one block says the next may refer to.
  void know(const Statement& statement) {
    const TableSchema& table = *find_schema(statement.table);
    if (table.primary_key.empty()) return;
    KnownRow row;
    for (const auto& [column, text] : statement.cells) {
      if (column == table.fields[table.primary_key.front()].name) row.key = text;
      if (column == "name") row.name = text;
    }
    request_.known[statement.table].push_back(std::move(row));
  }

  [[nodiscard]] Problem problem(std::string what, std::string advice) const {
    return {whole_.file, 0, {}, std::move(what), std::move(advice)};
  }

  [[nodiscard]] Problem no_heading() const {
    const TableSchema* asked = asked_for({});
    return problem(
        "no row of " + (whole_.name.empty() ? "the file" : "the sheet \"" + whole_.name + "\"")
            + " names columns of " + (asked == nullptr ? "any table" : std::string{asked->name}),
        "It begins with: " + beginning_of(whole_)
            + ". Say which heading is which column in a file: --mapping FILE.");
  }

  static std::unexpected<Problems> refused(Problem problem) {
    return std::unexpected{Problems{std::move(problem)}};
  }

  HeadingWords words_;
  TableRequest request_;
  std::vector<Repair> repairs_;
  Sheet whole_;
  std::vector<Candidate> candidates_;
  std::map<const TableSchema*, TableSoFar> so_far_;
  Imported all_;
};

// "D20", letters and digits, from the front of a text.
bool take_cell(std::string_view& text, std::size_t& row, std::size_t& column) {
  constexpr std::size_t most_columns = 20'000, most_rows = 100'000'000;
  column = row = 0;
  const auto take = [&](std::string_view letters, std::size_t base, std::size_t first) {
    std::size_t number = 0;
    while (!text.empty() && number < most_rows) {
      const auto at = letters.find(text.front());
      if (at == std::string_view::npos) break;
      number = number * base + at % base + first;
      text.remove_prefix(1);
    }
    return number;
  };
  column = take("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 26, 1);
  row = take("0123456789", 10, 0);
  return column-- > 0 && row-- > 0 && column < most_columns && row < most_rows;
}

}  // namespace

Result<Imported> take_tables(const Sheet& sheet, const TableRequest& request) {
  return Importing{sheet, request}.import();
}

std::optional<CellRange> cell_range(std::string_view text) {
  std::string upper{text};
  for (char& letter : upper)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  std::string_view rest = upper;
  CellRange range;
  if (!take_cell(rest, range.first_row, range.first_column) || !rest.starts_with(':'))
    return std::nullopt;
  rest.remove_prefix(1);
  if (!take_cell(rest, range.last_row, range.last_column) || !rest.empty()
      || range.last_row < range.first_row || range.last_column < range.first_column)
    return std::nullopt;
  return range;
}

}  // namespace muster::sheets
