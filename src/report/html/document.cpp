// SPDX-License-Identifier: Apache-2.0
#include "report/html/document.hpp"

#include "report/html/markup.hpp"
#include "report/html/sections.hpp"

namespace muster::report {
namespace {

// A table is sorted by the column whose heading is pressed, within its bands; without script it
// stands as it is.
constexpr std::string_view script = R"js(
for(const table of document.querySelectorAll("main table"))table.querySelectorAll("thead th").forEach((head,column)=>{if(!head.textContent)return;
const button=document.createElement("button");button.type="button";button.append(...head.childNodes);head.append(button);
button.onclick=()=>{const down=head.getAttribute("aria-sort")==="ascending",sign=down?-1:1,number=head.classList.contains("number");
for(const other of head.parentNode.cells)other.removeAttribute("aria-sort");head.setAttribute("aria-sort",down?"descending":"ascending");
const text=row=>row.cells[column].textContent.trim(),value=row=>{const found=parseFloat(text(row).replace(/[^0-9.\-−]/g,"").replace("−","-"));return isNaN(found)?-Infinity:found};
const order=(a,b)=>sign*(number?value(a)-value(b):text(a).localeCompare(text(b),"en",{numeric:true}));
const body=table.tBodies[0];let rows=[];const put=before=>{rows.sort(order).forEach(row=>body.insertBefore(row,before));rows=[]};
for(const row of [...body.rows])row.className==="band"?put(row):rows.push(row);put(null)}});
)js";

std::string marking_html(const PageLook& look) {
  return look.marking.empty() ? std::string{}
                              : "<aside class=\"marking\" aria-label=\"Marking\">"
                                    + escaped(look.marking) + "</aside>\n";
}

// A string of CSS; what could end the style sheet is escaped (CSS Syntax 3, 4.3.7).
std::string css_string(std::string_view text) {
  std::string safe = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\' || letter == '<')
      safe += letter == '<' ? "\\3c " : std::string{"\\"} + letter;
    else
      safe += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
  }
  return safe + "\"";
}

// The marking stands in the margin of every sheet, where browsers print margin boxes.
std::string paper_style(const PageLook& look) {
  return std::string{"@page{size:"} + (look.paper == Paper::a3 ? "A3" : "A4") + " landscape;margin:"
         + (look.marking.empty() ? std::string{"11mm"}
                                 : "15mm 11mm;@top-center{content:" + css_string(look.marking)
                                       + ";font-weight:bold}@bottom-center{content:"
                                       + css_string(look.marking) + ";font-weight:bold}")
         + "}\n";
}

}  // namespace

std::string document_html(std::string_view title,
                          std::string_view facts_html,
                          std::string_view before_parts_html,
                          const std::vector<DocumentPart>& parts,
                          const PageLook& look) {
  std::string body, links;
  for (const DocumentPart& part : parts) {
    if (part.html.empty()) continue;
    body += section_html(part.id, part.title, part.html);
    links += "<li><a href=\"#" + std::string{part.id} + "\">" + escaped(part.title) + "</a></li>";
  }
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
         "'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n<title>"
         + escaped(title) + "</title>\n<style>" + std::string{style_sheet()} + paper_style(look)
         + "</style>\n</head>\n<body>\n" + marking_html(look) + pattern_definitions()
         + "<header>\n<h1>" + escaped(title) + "</h1>\n" + std::string{facts_html}
         + "<nav aria-label=\"Parts of this page\"><ul>" + links
         + "</ul></nav>\n</header>\n<main>\n" + std::string{before_parts_html} + body
         + "</main>\n<script>" + std::string{script} + "</script>\n</body>\n</html>\n";
}

}  // namespace muster::report
