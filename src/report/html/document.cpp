// SPDX-License-Identifier: Apache-2.0
#include "report/html/document.hpp"

#include "report/html/markup.hpp"
#include "report/html/sections.hpp"

namespace muster::report {

std::string document_html(std::string_view title,
                          std::string_view facts_html,
                          std::string_view before_parts_html,
                          const std::vector<DocumentPart>& parts) {
  std::string body, links;
  for (const DocumentPart& part : parts) {
    if (part.html.empty()) continue;
    body += section_html(part.id, part.title, part.html);
    links += "<li><a href=\"#" + std::string{part.id} + "\">" + escaped(part.title) + "</a></li>";
  }
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
         + escaped(title) + "</title>\n<style>" + std::string{style_sheet()}
         + "</style>\n</head>\n<body>\n" + pattern_definitions() + "<header>\n<h1>" + escaped(title)
         + "</h1>\n" + std::string{facts_html} + "<nav aria-label=\"Parts of this page\"><ul>"
         + links + "</ul></nav>\n</header>\n<main>\n" + std::string{before_parts_html} + body
         + "</main>\n</body>\n</html>\n";
}

}  // namespace muster::report
