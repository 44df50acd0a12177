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
  nlohmann::json object = nlohmann::json::object();
  for (const StatedCell& cell : cells) object[cell.column] = cell.text;
  return object.dump();
}

std::vector<StatedCell> read_cells(std::string_view json) {
  CellReader reader;
  if (!nlohmann::json::sax_parse(json, &reader))
    throw std::invalid_argument{"cells are an object of texts"};
  std::ranges::sort(reader.cells, {}, &StatedCell::column);
  return std::move(reader.cells);
}

}  // namespace muster::ledger
