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
    : columns_{titles.size()} {
  html_ = "<div class=\"scroll\"><table><caption>" + escaped(caption) + "</caption>\n<thead><tr>";
  for (const std::string& title : titles) html_ += "<th scope=\"col\">" + escaped(title) + "</th>";
  html_ += "</tr></thead>\n<tbody>\n";
}

void HtmlTable::add(const std::vector<HtmlCell>& cells) {
  ++rows_;
  html_ += "<tr>";
  for (const HtmlCell& one : cells) {
    std::string look = one.look;
    if (one.number) look += look.empty() ? "number" : " number";
    html_ += "<td" + class_of(look) + ">" + one.html + "</td>";
  }
  html_ += "</tr>\n";
}

void HtmlTable::band(std::string_view html) {
  html_ += "<tr class=\"band\"><th scope=\"rowgroup\" colspan=\"" + std::to_string(columns_) + "\">"
           + std::string{html} + "</th></tr>\n";
}

std::string HtmlTable::finish() const {
  return html_ + "</tbody></table></div>\n";
}

std::string paragraph_html(std::string_view text, std::string_view look) {
  return "<p" + class_of(look) + ">" + escaped(text) + "</p>\n";
}

std::string section_html(std::string_view id, std::string_view title, std::string_view html) {
  return "<section id=\"" + std::string{id} + "\">\n<h2>" + escaped(title) + "</h2>\n"
         + std::string{html} + "</section>\n";
}

}  // namespace muster::report
