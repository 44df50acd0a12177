// SPDX-License-Identifier: Apache-2.0
#include "sheets/table/blocks.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "sheets/nations.hpp"
#include "sheets/written.hpp"

namespace muster::sheets {
namespace {

constexpr std::size_t longest_title = 200;  // in bytes

bool is_empty(const SheetRow& row, std::size_t column) {
  return trimmed(cell_at(row, column)).empty();
}

SheetRow part_of(const SheetRow& row, std::size_t first, std::size_t end) {
  SheetRow part{row.line, {}};
  for (std::size_t c = first; c < end; ++c) part.cells.emplace_back(cell_at(row, c));
  return part;
}

// Of all that it says, at least two and a third are headings.
bool is_heading(const SheetRow& row,
                std::size_t first,
                std::size_t end,
                const HeadingWords& words) {
  std::size_t said = 0, known = 0;
  for (std::size_t c = first; c < end; ++c) {
    if (is_empty(row, c)) continue;
    ++said;
    known += words.know(std::string{cell_at(row, c)}) ? 1U : 0U;
  }
  return known >= 2 && known * 3 >= said;
}

// Two strips between which a column is empty.
class Neighbours {
 public:
  Neighbours(const SheetRow& row,
             const Region& left,
             const Region& right,
             const HeadingWords& words)
      : left_{part_of(row, left.first_column, left.end_column)},
        right_{part_of(row, right.first_column, right.end_column)},
        words_{words} {}

  // Whether they are one table in which a column is empty: not if the second names what the first
  // does, if each is whole, or if one of them says much and names nothing.
  [[nodiscard]] bool are_one() const {
    if (!says_something_of(left_) || !says_something_of(right_)) return false;
    const Fit left = best_fit(left_, words_, nullptr), right = best_fit(right_, words_, nullptr);
    if (left.table == nullptr || right.table == nullptr) return true;
    const Headings again = headings_of(right_, 0, *left.table, words_.mapping_for(right_).columns);
    for (std::size_t f = 0; f < again.columns.size(); ++f)
      if (again.columns[f] && left.headings.columns[f]) return false;
    return !is_whole(left) || !is_whole(right);
  }

 private:
  static bool is_whole(const Fit& fit) {
    return columns_found(fit.headings) >= 2 && is_complete(fit.headings, *fit.table);
  }

  [[nodiscard]] bool says_something_of(const SheetRow& part) const {
    return part.cells.size() == 1 || std::ranges::any_of(part.cells, [&](const std::string& cell) {
             return words_.know(cell);
           });
  }

  SheetRow left_, right_;
  const HeadingWords& words_;
};

class Finding {
 public:
  Finding(const Sheet& sheet, const HeadingWords& words) : sheet_{sheet}, words_{words} {}

  std::vector<Block> find() && {
    for (const Region& region : joined(regions_of(sheet_))) take(region);
    while (!waiting_.empty()) give_up_waiting(waiting_.front());
    for (Block& block : blocks_) {
      std::ranges::sort(block.rows);
      const auto again = std::ranges::unique(block.rows);
      block.rows.erase(again.begin(), again.end());
    }
    std::ranges::stable_sort(blocks_, {}, [](const Block& block) {
      return std::pair{block.heading ? *block.heading : block.rows.front(), block.first_column};
    });
    return std::move(blocks_);
  }

 private:
  // Strips of one table that an empty column has cut are one again.
  [[nodiscard]] std::vector<Region> joined(std::vector<Region> regions) const {
    for (std::size_t i = 0; i < regions.size(); ++i)
      while (join_a_neighbour(regions, i)) {
      }
    return regions;
  }

  // One that begins later, the nearest on either side.
  bool join_a_neighbour(std::vector<Region>& regions, std::size_t at) const {
    const Region one = regions[at];
    std::optional<std::size_t> left, right;
    for (std::size_t j = at + 1; j < regions.size() && regions[j].first_row < one.end_row; ++j) {
      const Region& other = regions[j];
      if (other.first_column >= one.end_column
          && (!right || other.first_column < regions[*right].first_column))
        right = j;
      if (other.end_column <= one.first_column
          && (!left || other.end_column > regions[*left].end_column))
        left = j;
    }
    for (const auto& neighbour : {left, right}) {
      if (!neighbour) continue;
      const Region other = regions[*neighbour];
      if (!(neighbour == right ? are_one(one, other) : are_one(other, one))) continue;
      regions[at] = {one.first_row,
                     std::max(one.end_row, other.end_row),
                     std::min(one.first_column, other.first_column),
                     std::max(one.end_column, other.end_column)};
      regions.erase(regions.begin() + static_cast<std::ptrdiff_t>(*neighbour));
      return true;
    }
    return false;
  }

  [[nodiscard]] bool are_one(const Region& left, const Region& right) const {
    const std::size_t end = std::min(left.end_row, right.end_row);
    for (std::size_t r = std::max(left.first_row, right.first_row); r < end; ++r)
      if (is_heading(sheet_.rows[r], left.first_column, right.end_column, words_))
        return Neighbours{sheet_.rows[r], left, right, words_}.are_one();
    return false;
  }

  // Between two headings lie rows of the first, and at their end what is a title of the second.
  void take(const Region& region) {
    std::optional<std::size_t> current;
    std::size_t start = region.first_row;
    for (std::size_t r = region.first_row; r < region.end_row; ++r) {
      if (!is_heading(sheet_.rows[r], region.first_column, region.end_column, words_)) continue;
      std::size_t title = r;
      while (title > start && is_lone_text(sheet_.rows[title - 1], region)) --title;
      if (current && title == r && says_the_same(r, *blocks_[*current].heading, region)) continue;
      add({start, title, region.first_column, region.end_column}, current);
      current = begin(r, region, title);
      start = r + 1;
    }
    add({start, region.end_row, region.first_column, region.end_column}, current);
  }

  [[nodiscard]] bool says_the_same(std::size_t row, std::size_t other, const Region& region) const {
    for (std::size_t c = region.first_column; c < region.end_column; ++c)
      if (cell_at(sheet_.rows[row], c) != cell_at(sheet_.rows[other], c)) return false;
    return true;
  }

  // One cell that is no number, and no sum.
  static bool is_lone_text(const SheetRow& row, const Region& region) {
    std::size_t said = 0;
    bool is_number = false;
    for (std::size_t c = region.first_column; c < region.end_column; ++c) {
      if (is_empty(row, c)) continue;
      ++said;
      is_number = written_amount(cell_at(row, c), 0).has_value();
    }
    return said == 1 && !is_number && !is_sum(row);
  }

  std::size_t begin(std::size_t row, const Region& region, std::size_t title) {
    const std::size_t made = blocks_.size();
    blocks_.push_back({region.first_column, region.end_column, row, {}, {}});
    Block& block = blocks_.back();
    std::erase_if(waiting_, [&](const Region& text) {
      if (!share_columns(text, region) && !owners_in(text).empty()) return false;
      for (std::size_t r = text.first_row; r < text.end_row; ++r) add_title(block, r, text);
      return true;
    });
    for (std::size_t r = title; r < row; ++r) add_title(block, r, region);
    for (const std::size_t owner : owners_in(region))
      std::erase_if(owners_, [&](const auto& one) { return one.second == owner; });
    for (std::size_t c = region.first_column; c < region.end_column; ++c) owners_[c] = made;
    return made;
  }

  void add_title(Block& block, std::size_t row, const Region& region) const {
    for (std::size_t c = region.first_column; c < region.end_column; ++c)
      if (!is_empty(sheet_.rows[row], c))
        block.title += (block.title.empty() ? "" : "; ") + trimmed(cell_at(sheet_.rows[row], c));
    if (block.title.size() > longest_title) block.title.resize(longest_title);
  }

  // Rows below `current`; without one they may be a title of what comes.
  void add(const Region& rows, std::optional<std::size_t> current) {
    if (rows.first_row == rows.end_row) return;
    if (current) return add_rows(blocks_[*current], rows);
    bool is_text = true;
    for (std::size_t r = rows.first_row; r < rows.end_row; ++r)
      is_text = is_text && is_lone_text(sheet_.rows[r], rows);
    if (is_text) return waiting_.push_back(rows);
    const auto shares = [&](const Region& text) { return share_columns(text, rows); };
    for (auto text = std::ranges::find_if(waiting_, shares); text != waiting_.end();
         text = std::ranges::find_if(waiting_, shares))
      give_up_waiting(*text);
    add_to_owners(rows);
  }

  void give_up_waiting(Region text) {
    std::erase_if(waiting_, [&](const Region& one) {
      return std::tie(one.first_row, one.first_column)
             == std::tie(text.first_row, text.first_column);
    });
    add_to_owners(text);
  }

  [[nodiscard]] std::set<std::size_t> owners_in(const Region& region) const {
    std::set<std::size_t> owners;
    for (auto at = owners_.lower_bound(region.first_column);
         at != owners_.end() && at->first < region.end_column;
         ++at)
      owners.insert(at->second);
    return owners;
  }

  // To the tables above them; columns with none above are a block of their own.
  void add_to_owners(const Region& rows) {
    for (const std::size_t owner : owners_in(rows)) {
      // Strips that were joined may reach further up than others.
      const std::size_t below =
          std::clamp(*blocks_[owner].heading + 1, rows.first_row, rows.end_row);
      add_rows(blocks_[owner], {below, rows.end_row, rows.first_column, rows.end_column});
      if (below > rows.first_row)
        add_left({rows.first_row, below, rows.first_column, rows.end_column});
    }
    for (std::size_t c = rows.first_column; c < rows.end_column; ++c) {
      if (owners_.contains(c)) continue;
      const std::size_t first = c;
      while (c < rows.end_column && !owners_.contains(c)) ++c;
      add_left({rows.first_row, rows.end_row, first, c});
    }
  }

  void add_left(const Region& region) {
    Block block{region.first_column, region.end_column, std::nullopt, {}, {}};
    for (std::size_t r = region.first_row; r < region.end_row; ++r)
      for (std::size_t c = region.first_column; c < region.end_column; ++c)
        if (!is_empty(sheet_.rows[r], c)) {
          block.rows.push_back(r);
          break;
        }
    if (!block.rows.empty()) blocks_.push_back(std::move(block));
  }

  static void add_rows(Block& block, const Region& rows) {
    for (std::size_t r = rows.first_row; r < rows.end_row; ++r) block.rows.push_back(r);
  }

  const Sheet& sheet_;
  const HeadingWords& words_;
  std::vector<Block> blocks_;
  std::map<std::size_t, std::size_t> owners_;  // of each column the block that goes on in it
  std::vector<Region> waiting_;                // texts of which it is not known yet what follows
};

}  // namespace

std::vector<Block> find_blocks(const Sheet& sheet, const HeadingWords& words) {
  return Finding{sheet, words}.find();
}

Sheet sheet_of(const Sheet& whole, const Block& block) {
  Sheet sheet{whole.file, whole.name, {}, {}, whole.day_zero};
  const auto add = [&](std::size_t row) {
    sheet.rows.push_back(part_of(whole.rows[row], block.first_column, block.end_column));
  };
  if (block.heading) add(*block.heading);
  for (const std::size_t row : block.rows) add(row);
  return sheet;
}

bool is_sum(const SheetRow& row) {
  constexpr std::array<std::string_view, 14> sums{"total",
                                                  "totals",
                                                  "grandtotal",
                                                  "subtotal",
                                                  "sum",
                                                  "totaal",
                                                  "subtotaal",
                                                  "eindtotaal",
                                                  "somme",
                                                  "soustotal",
                                                  "summe",
                                                  "gesamt",
                                                  "insgesamt",
                                                  "gesamtsumme"};
  for (const std::string& cell : row.cells) {
    if (trimmed(cell).empty()) continue;
    return std::ranges::find(sums, folded(cell)) != sums.end();
  }
  return false;
}

}  // namespace muster::sheets
