// SPDX-License-Identifier: Apache-2.0
#include "report/map/symbols.hpp"

#include <algorithm>
#include <map>

namespace muster::report {
namespace {

// A code of thirty digits says more of the same symbol than its first twenty.
constexpr std::size_t code_length = 20;

const UnitSymbol* symbol_of(std::string_view code) {
  const auto symbols = unit_symbols();
  const auto found =
      std::ranges::lower_bound(symbols, code.substr(0, code_length), {}, &UnitSymbol::code);
  return found != symbols.end() && found->code == code.substr(0, code_length) ? &*found : nullptr;
}

}  // namespace

const UnitSymbol* symbol_with(const Scenario& scenario, Id<Capability> capability) {
  for (std::optional<Id<Capability>> at = capability; at; at = scenario->capabilities[*at].parent) {
    if (const UnitSymbol* symbol = symbol_of(scenario->capabilities[*at].symbol)) return symbol;
  }
  return nullptr;
}

std::string symbol_id(const UnitSymbol& symbol) {
  return "app6-" + std::string{symbol.code};
}

std::string symbol_definitions(const std::set<const UnitSymbol*>& symbols) {
  if (symbols.empty()) return {};
  std::map<std::string_view, const UnitSymbol*> by_code;  // not by address
  for (const UnitSymbol* symbol : symbols) by_code[symbol->code] = symbol;
  std::string html =
      "<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\" "
      "focusable=\"false\"><defs>\n";
  for (const auto& [code, symbol] : by_code) {
    html += "<symbol id=\"" + symbol_id(*symbol) + "\" viewBox=\"0 0 "
            + std::to_string(symbol->width) + " " + std::to_string(symbol->height) + "\">"
            + std::string{symbol->svg} + "</symbol>\n";
  }
  return html + "</defs></svg>\n";
}

}  // namespace muster::report
