// SPDX-License-Identifier: Apache-2.0
#include "sheets/headings.hpp"

#include <algorithm>

namespace muster::sheets {
namespace {

bool is_called(const Meaning& meaning, const std::string& heading) {
  return bare(meaning.name) == heading
         || std::ranges::any_of(meaning.headings,
                                [&](std::string_view name) { return bare(name) == heading; });
}

Headings match(const Sheet& sheet, std::size_t row, const std::vector<Meaning>& meanings) {
  Headings found{row, sheet.rows[row].cells, {}, {}};
  found.columns.resize(meanings.size());
  for (std::size_t c = 0; c < found.names.size(); ++c) {
    const std::string heading = bare(found.names[c]);
    found.mapping.push_back({found.names[c], {}});
    for (std::size_t m = 0; m < meanings.size() && !heading.empty(); ++m) {
      if (found.columns[m] || !is_called(meanings[m], heading)) continue;
      found.columns[m] = c;
      found.mapping.back().meaning = meanings[m].name;
      break;
    }
  }
  return found;
}

bool is_complete(const Headings& headings, const std::vector<Meaning>& meanings) {
  for (std::size_t m = 0; m < meanings.size(); ++m)
    if (meanings[m].required && !headings.columns[m]) return false;
  return true;
}

}  // namespace

std::string bare(std::string_view heading) {
  std::string text;
  for (const char letter : heading) {
    const auto byte = static_cast<unsigned char>(letter);
    if (letter >= 'A' && letter <= 'Z')
      text += static_cast<char>(letter - 'A' + 'a');
    else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || byte >= 0x80U)
      text += letter;
  }
  return text;
}

std::optional<Headings> find_headings(const Sheet& sheet, const std::vector<Meaning>& meanings) {
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    Headings found = match(sheet, row, meanings);
    if (is_complete(found, meanings)) return found;
  }
  return std::nullopt;
}

}  // namespace muster::sheets
