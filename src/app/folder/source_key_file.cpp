// SPDX-License-Identifier: Apache-2.0
#include "app/folder/source_key_file.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "io/csv.hpp"
#include "io/file.hpp"

namespace muster::app {
namespace {

constexpr std::array<std::string_view, 4> columns{"kind", "place", "value", "words"};

std::optional<source::Kind> kind_of(std::string_view word) {
  for (const source::Kind kind : source::all_kinds)
    if (source::to_text(kind) == word) return kind;
  return std::nullopt;
}

// Where each column stands in the heading.
Result<std::vector<std::size_t>> places_of(const io::CsvText& csv, const std::string& name) {
  std::vector<std::size_t> places;
  Problems problems;
  for (const std::string_view column : columns) {
    std::size_t at = 0;
    const auto cells = csv.rows.empty() ? std::vector<io::CsvCell>{} : csv.rows.front().cells;
    while (at < cells.size() && cells[at].text != column) ++at;
    if (at == cells.size())
      problems.push_back({name, 1, std::string{column}, "the column is missing", ""});
    places.push_back(at);
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return places;
}

}  // namespace

Result<std::vector<source::KeyRow>> read_source_key(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  const io::CsvText csv = io::read_csv(io::read_file(file), name);
  if (!csv.problems.empty()) return std::unexpected(csv.problems);
  const auto places = places_of(csv, name);
  if (!places) return std::unexpected(places.error());
  std::vector<source::KeyRow> key;
  Problems problems;
  for (std::size_t row = 1; row < csv.rows.size(); ++row) {
    const auto& cells = csv.rows[row].cells;
    const auto text = [&](std::size_t column) {
      const std::size_t at = (*places)[column];
      return at < cells.size() ? cells[at].text : std::string{};
    };
    const auto kind = kind_of(text(0));
    if (kind) {
      key.push_back({*kind, text(1), text(2), text(3)});
    } else {
      problems.push_back({name,
                          csv.rows[row].line,
                          "kind",
                          "\"" + text(0) + "\" is no kind of finding",
                          "Kinds are citation, date, amount, quantity and promise."});
    }
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return key;
}

}  // namespace muster::app
