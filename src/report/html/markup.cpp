// SPDX-License-Identifier: Apache-2.0
#include "report/html/markup.hpp"

namespace muster::report {
namespace {

std::string class_of(std::string_view look) {
  return look.empty() ? std::string{} : " class=\"" + std::string{look} + "\"";
}

}  // namespace

HtmlCell cell(std::string_view text) {
  return {escaped(text), false, {}};
}
HtmlCell number(std::string_view text) {
  return {escaped(text), true, {}};
}
HtmlCell marked(std::string_view text, std::string_view look) {
  return {escaped(text), false, std::string{look}};
}

HtmlTable::HtmlTable(std::string_view caption, std::vector<std::string> titles)
    : titles_{std::move(titles)}, of_numbers_(titles_.size(), false), caption_{caption} {}

void HtmlTable::add(const std::vector<HtmlCell>& cells) {
  ++rows_;
  html_ += "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const HtmlCell& one = cells[i];
    of_numbers_[i] = of_numbers_[i] || one.number;
    std::string look = one.look;
    if (one.number) look += look.empty() ? "number" : " number";
    html_ += "<td" + class_of(look) + ">" + one.html + "</td>";
  }
  html_ += "</tr>\n";
}

void HtmlTable::band(std::string_view html) {
  html_ += "<tr class=\"band\"><th scope=\"rowgroup\" colspan=\"" + std::to_string(titles_.size())
           + "\">" + std::string{html} + "</th></tr>\n";
}

std::string HtmlTable::finish() const {
  std::string head;
  for (std::size_t i = 0; i < titles_.size(); ++i)
    head += "<th scope=\"col\"" + class_of(of_numbers_[i] ? "number" : "") + ">"
            + escaped(titles_[i]) + "</th>";
  return "<div class=\"scroll\"><table><caption>" + escaped(caption_) + "</caption>\n<thead><tr>"
         + head + "</tr></thead>\n<tbody>\n" + html_ + "</tbody></table></div>\n";
}

std::string tile_html(std::string_view figure, std::string_view words) {
  return "<li><strong>" + escaped(figure) + "</strong> " + escaped(words) + "</li>\n";
}

std::string paragraph_html(std::string_view text, std::string_view look) {
  return "<p" + class_of(look) + ">" + escaped(text) + "</p>\n";
}

std::string section_html(std::string_view id, std::string_view title, std::string_view html) {
  return "<section id=\"" + std::string{id} + "\">\n<h2>" + escaped(title) + "</h2>\n"
         + std::string{html} + "</section>\n";
}

}  // namespace muster::report
