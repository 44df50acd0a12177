// SPDX-License-Identifier: Apache-2.0
#include "ledger/entry.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

namespace muster::ledger {
namespace {

// Takes an object of texts and nothing else; one pass, nothing kept but the cells.
class CellReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  std::vector<StatedCell> cells;

  bool null() override { return false; }
  bool boolean(bool /*value*/) override { return false; }
  bool number_integer(number_integer_t /*value*/) override { return false; }
  bool number_unsigned(number_unsigned_t /*value*/) override { return false; }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return false; }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_array(std::size_t /*size*/) override { return false; }
  bool end_array() override { return false; }
  bool start_object(std::size_t /*size*/) override { return !std::exchange(inside_, true); }
  bool end_object() override { return true; }
  bool key(string_t& name) override {
    cells.push_back({std::move(name), {}});
    return true;
  }
  bool string(string_t& value) override {
    if (cells.empty()) return false;
    cells.back().text = std::move(value);
    return true;
  }
  bool parse_error(std::size_t /*at*/,
                   const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    return false;
  }

 private:
  bool inside_ = false;
};

// Reads what to_json writes where nothing in it is escaped, as nearly all is: a fifth of the time.
class PlainReader {
 public:
  explicit PlainReader(std::string_view json) : rest_{json} {}

  // False: it is something else. What `cells` holds is written over, so that its memory is used
  // again.
  bool read(std::vector<StatedCell>& cells) {
    std::size_t count = 0;
    if (!take('{')) return false;
    while (!take('}')) {
      if (count > 0 && !take(',')) return false;
      std::string_view column, text;
      if (!take_text(column) || !take(':') || !take_text(text)) return false;
      if (count > 0 && column <= cells[count - 1].column) return false;
      if (count == cells.size()) cells.emplace_back();
      cells[count].column = column;
      cells[count].text = text;
      ++count;
    }
    cells.resize(count);
    return rest_.empty();
  }

 private:
  bool take(char letter) {
    if (!rest_.starts_with(letter)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool take_text(std::string_view& text) {
    if (!take('"')) return false;
    const auto end = rest_.find('"');
    if (end == std::string_view::npos) return false;
    text = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    // What JSON wants escaped is not for this reader. (Without a branch, so that it takes no time.)
    bool is_plain = true;
    for (const char letter : text)
      is_plain &= letter != '\\' && static_cast<std::uint8_t>(letter) >= 0x20;
    return is_plain;
  }

  std::string_view rest_;
};

void quote(std::string& out, const std::string& text) {
  const auto is_plain = [](char letter) {
    return static_cast<std::uint8_t>(letter) >= 0x20 && letter != '"' && letter != '\\';
  };
  if (!std::ranges::all_of(text, is_plain)) {
    out += nlohmann::json(text).dump();
    return;
  }
  out += '"';
  out += text;
  out += '"';
}

}  // namespace

std::string_view to_text(Kind kind) {
  switch (kind) {
    case Kind::state:
      return "state";
    case Kind::remove:
      return "remove";
    case Kind::reverse:
      return "reverse";
  }
  return "";
}

std::string to_json(const std::vector<StatedCell>& cells) {
  std::string json;
  for (const StatedCell& cell : cells) {
    json += json.empty() ? '{' : ',';
    quote(json, cell.column);
    json += ':';
    quote(json, cell.text);
  }
  return json.empty() ? "{}" : json + '}';
}

void read_cells(std::string_view json, std::vector<StatedCell>& cells) {
  if (PlainReader{json}.read(cells)) return;
  CellReader reader;
  if (!nlohmann::json::sax_parse(json, &reader))
    throw std::invalid_argument{"cells are an object of texts"};
  cells = std::move(reader.cells);
  std::ranges::sort(cells, {}, &StatedCell::column);
  if (std::ranges::adjacent_find(cells, {}, &StatedCell::column) != cells.end())
    throw std::invalid_argument{"a column is stated twice"};
}

}  // namespace muster::ledger
