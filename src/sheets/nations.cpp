// SPDX-License-Identifier: Apache-2.0
#include "sheets/nations.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "base/nearest.hpp"

#include "sheets/names.hpp"

namespace muster::sheets {
namespace {

// The letters U+00C0 to U+017F without their accents; a blank: left out.
constexpr std::string_view plain_letters =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

const std::map<std::string, std::string_view, std::less<>>& nations_by_name() {
  static const std::map<std::string, std::string_view, std::less<>> all = [] {
    std::map<std::string, std::string_view, std::less<>> made;
    for (const NationName& one : nation_names()) {
      made.emplace(folded(one.name), one.nation);
      made.emplace(folded(one.nation), one.nation);
    }
    return made;
  }();
  return all;
}

}  // namespace

std::string folded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 'A' && byte <= 'Z') {
      plain += static_cast<char>(byte - 'A' + 'a');
    } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
      plain += text[i];
    } else if (byte >= 0xC3U && byte <= 0xC5U && i + 1 < text.size()) {
      const auto next = static_cast<unsigned char>(text[++i]);
      const std::size_t place = (byte - 0xC3U) * 64U + (next & 0x3FU);
      if (place < plain_letters.size() && plain_letters[place] != ' ')
        plain += plain_letters[place];
    } else if (byte == 0xC2U || byte == 0xE2U) {
      i += byte == 0xC2U ? 1 : 2;  // fixed blanks, dashes, quotation marks
    } else if (byte >= 0x80U) {
      plain += text[i];
    }
  }
  return plain;
}

std::optional<std::string> nation_called(std::string_view name) {
  const auto found = nations_by_name().find(folded(name));
  if (found == nations_by_name().end()) return std::nullopt;
  return std::string{found->second};
}

std::optional<std::string> name_of_nation(std::string_view trigraph, std::string_view language) {
  std::optional<std::string> shortest;
  for (const NationName& one : nation_names())
    if (one.nation == trigraph && one.language == language
        && (!shortest || one.name.size() < shortest->size()))
      shortest = std::string{one.name};
  return shortest;
}

std::optional<std::string> nearest_nation_name(std::string_view name) {
  std::vector<std::string_view> names;
  for (const NationName& one : nation_names()) names.push_back(one.name);
  const auto near = nearest(name, names);
  return near ? std::optional<std::string>{std::string{*near}} : std::nullopt;
}

}  // namespace muster::sheets
