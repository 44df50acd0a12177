// SPDX-License-Identifier: Apache-2.0
#include "report/html/figure.hpp"

#include "report/svg/drawing.hpp"

namespace muster::report {
namespace {

constexpr std::size_t hash_shown = 12;

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string safe = "\"";
  for (const char letter : text) {
    if (letter == '"') safe += '"';
    safe += letter;
  }
  return safe + '"';
}

std::string csv_of(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t k = 0; k < row.size(); ++k) text += (k == 0 ? "" : ",") + quoted(row[k]);
    text += "\r\n";
  }
  return text;
}

// RFC 3986: all but the unreserved and what is safe in a query and an attribute.
std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF", safe = "-._~,:;/@!*()";
  std::string encoded;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool is_plain = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z')
                          || (letter >= 'A' && letter <= 'Z')
                          || safe.find(letter) != std::string_view::npos;
    if (is_plain)
      encoded += letter;
    else
      (((encoded += '%') += digits[byte >> 4U]) += digits[byte & 15U]);
  }
  return encoded;
}

}  // namespace

std::string csv_link_html(const FigureNumbers& numbers) {
  if (numbers.rows.empty())
    return "<a class=\"numbers\" href=\"" + escaped(numbers.name) + ".csv\">"
           + escaped(numbers.name) + ".csv</a>";
  return "<a class=\"numbers\" download=\"" + escaped(numbers.name)
         + ".csv\" href=\"data:text/csv;charset=utf-8," + percent_encoded(csv_of(numbers.rows))
         + "\">" + escaped(numbers.name) + ".csv</a>";
}

std::string basis_words(const PlanView& view) {
  std::string words = "Counting " + std::string{to_text(view.plan->counting)} + ", as of "
                      + to_text((*view.scenario)->as_of);
  if (!view.origin.data_hash.empty())
    words += ", data " + view.origin.data_hash.substr(0, hash_shown);
  return words;
}

std::string figure_html(const PlanView& view,
                        std::string_view caption_html,
                        std::string_view drawing,
                        const FigureNumbers& numbers) {
  return "<figure class=\"whole\"><figcaption>" + std::string{caption_html}
         + " <span class=\"basis\">" + escaped(basis_words(view)) + ". " + csv_link_html(numbers)
         + (numbers.has_sources_listed ? " <a class=\"numbers\" href=\"#sources\">Sources</a>" : "")
         + "</span></figcaption>\n" + std::string{drawing} + "</figure>\n";
}

std::string figure_html(std::string_view caption,
                        std::string_view basis,
                        std::string_view drawing,
                        const FigureNumbers& numbers) {
  return "<figure class=\"whole\" tabindex=\"0\"><figcaption>" + escaped(caption)
         + " <span class=\"basis\">" + escaped(basis) + ". " + csv_link_html(numbers)
         + "</span></figcaption>\n" + std::string{drawing} + "</figure>\n";
}

}  // namespace muster::report
