// SPDX-License-Identifier: Apache-2.0
#include "report/svg/drawing.hpp"

#include <algorithm>

#include "report/text/table.hpp"

namespace muster::report {
namespace {

constexpr int tenths_per_letter =
    62;  // of a user unit, times ten: a letter of 11 units is about 6.2 wide

std::string attribute(std::string_view name, int value) {
  return " " + std::string{name} + "=\"" + std::to_string(value) + "\"";
}

std::string look_of(std::string_view look) {
  return " class=\"" + std::string{look} + "\"";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char letter : text) {
    switch (letter) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
    }
  }
  return safe;
}

int words_width(std::string_view text) {
  return static_cast<int>(display_width(text)) * tenths_per_letter / 10;
}

std::string fitting(std::string_view text, int width) {
  if (words_width(text) <= width) return std::string{text};
  const int letters = std::max(1, width * 10 / tenths_per_letter - 1);
  std::string fits;
  for (const char byte : text) {
    const bool begins = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    if (begins && static_cast<int>(display_width(fits)) >= letters) break;
    fits += byte;
  }
  return fits + "…";
}

Drawing::Drawing(int width, std::string_view label) : width_{width}, label_{label} {}

void Drawing::box(Box box, std::string_view look, std::string_view tip) {
  body_ += "<rect" + attribute("x", box.x) + attribute("y", box.y)
           + attribute("width", std::max(box.width, 1)) + attribute("height", box.height)
           + look_of(look);
  body_ += tip.empty() ? "/>\n" : "><title>" + escaped(tip) + "</title></rect>\n";
}

void Drawing::line(int x1, int y1, int x2, int y2, std::string_view look) {
  body_ += "<line" + attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2)
           + attribute("y2", y2) + look_of(look) + "/>\n";
}

void Drawing::words(int x, int y, std::string_view text, std::string_view look, Anchor anchor) {
  body_ += "<text" + attribute("x", x) + attribute("y", y) + look_of(look);
  if (anchor == Anchor::middle) body_ += " text-anchor=\"middle\"";
  if (anchor == Anchor::end) body_ += " text-anchor=\"end\"";
  body_ += ">" + escaped(text) + "</text>\n";
}

void Drawing::path(std::string_view commands, std::string_view look, std::string_view tip) {
  body_ += "<path d=\"" + std::string{commands} + "\"" + look_of(look);
  body_ += tip.empty() ? "/>\n" : "><title>" + escaped(tip) + "</title></path>\n";
}

void Drawing::use(std::string_view id, Box box, std::string_view tip) {
  body_ += "<use href=\"#" + std::string{id} + "\"" + attribute("x", box.x) + attribute("y", box.y)
           + attribute("width", box.width) + attribute("height", box.height) + "><title>"
           + escaped(tip) + "</title></use>\n";
}

std::string Drawing::finish(int height) const {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + std::to_string(width_) + " "
         + std::to_string(height) + "\" width=\"" + std::to_string(width_) + "\" height=\""
         + std::to_string(height) + "\" role=\"img\" aria-label=\"" + escaped(label_) + "\">\n"
         + body_ + "</svg>\n";
}

std::string pattern_definitions() {
  return R"svg(<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="hatch-expected" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground-expected" width="6" height="6"/><rect class="ink-expected" width="2" height="6"/></pattern>
<pattern id="hatch-best" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="ground-best" width="5" height="5"/><circle class="ink-best" cx="2.5" cy="2.5" r="1.1"/></pattern>
<pattern id="hatch-option" width="4" height="6" patternUnits="userSpaceOnUse"><rect class="ground-option" width="4" height="6"/><rect class="ink-option" width="1.3" height="6"/></pattern>
<pattern id="hatch-missing" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="ground-missing" width="8" height="8"/><path class="ink-missing" d="M0 0l8 8M8 0l-8 8"/></pattern>
</defs></svg>
)svg";
}

}  // namespace muster::report
