// SPDX-License-Identifier: Apache-2.0
#include "report/svg/drawing.hpp"

#include <algorithm>
#include <array>

#include "report/svg/letter_widths.hpp"
#include "report/text/table.hpp"

namespace muster::report {
namespace {

constexpr int font_size = 11;

// Where the letter that begins at `at` ends (UTF-8).
std::size_t end_of_letter(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;) ++at;
  return at;
}

int letter_width(std::string_view letter) {
  const auto first = static_cast<unsigned char>(letter.front());
  if (letter.size() == 1 && first >= ' ' && first <= '~')
    return letter_widths.at(static_cast<std::size_t>(first - ' '));
  const auto columns = display_width(letter);
  if (columns == 0) return 0;
  return columns > 1 ? wide_letter_width : other_letter_width;
}

int thousandths_of(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_letter(text, at);
    width += letter_width(text.substr(at, end - at));
    at = end;
  }
  return width;
}

constexpr std::array<std::string_view, 4> hatched_looks{"best", "expected", "option", "missing"};

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
  return (thousandths_of(text) * font_size + 999) / 1000;
}

std::string fitting(std::string_view text, int width) {
  if (words_width(text) <= width) return std::string{text};
  const int room = width * 1000 / font_size - wide_letter_width;  // the ellipsis is as wide
  int used = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t next = end_of_letter(text, end);
    used += letter_width(text.substr(end, next - end));
    if (used > room && end > 0) break;
    end = next;
  }
  return std::string{text.substr(0, end)} + "…";
}

Drawing::Drawing(int width, std::string_view label) : width_{width}, label_{label} {}

// A hatching costs what prints the page several kilobytes each time, so the boxes of one are one
// path; what lies over them, and what a box says when it is touched, comes later.
void Drawing::box(Box box, std::string_view look, std::string_view tip) {
  const int width = std::max(box.width, 1);
  const bool is_hatched = std::ranges::find(hatched_looks, look) != hatched_looks.end();
  if (is_hatched) {
    if (hatched_.empty()) hatched_at_ = body_.size();
    auto known = std::ranges::find(hatched_, look, &Hatched::look);
    if (known == hatched_.end()) known = hatched_.insert(known, {std::string{look}, {}});
    known->boxes += "M" + std::to_string(box.x) + " " + std::to_string(box.y) + "h"
                    + std::to_string(width) + "v" + std::to_string(box.height) + "h"
                    + std::to_string(-width) + "z";
    if (tip.empty()) return;
  }
  body_ += "<rect" + attribute("x", box.x) + attribute("y", box.y) + attribute("width", width)
           + attribute("height", box.height) + look_of(is_hatched ? "touch" : look);
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
  std::string hatched;
  for (const Hatched& one : hatched_)
    hatched += "<path d=\"" + one.boxes + "\"" + look_of(one.look) + "/>\n";
  std::string body = body_;
  body.insert(hatched_at_, hatched);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + std::to_string(width_) + " "
         + std::to_string(height) + "\" width=\"" + std::to_string(width_) + "\" height=\""
         + std::to_string(height) + "\" role=\"img\" aria-label=\"" + escaped(label_) + "\">\n"
         + body + "</svg>\n";
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
