// SPDX-License-Identifier: Apache-2.0
#include "app/folder/document.hpp"

#include <array>
#include <string_view>
#include <system_error>
#include <vector>

#include <unistd.h>

#include "base/day.hpp"

#include "io/file.hpp"
#include "io/program.hpp"

namespace muster::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view style =
    "<style>\n@page{size:A4;margin:25mm 22mm}\n"
    "body{font:11pt/1.45 \"Liberation Serif\",\"Noto Serif\",serif;max-width:46em;margin:2em auto;"
    "padding:0 1em;color:#111}\n"
    "h1{font-size:17pt}h2{font-size:13.5pt;margin-top:1.6em}h3{font-size:11.5pt;margin-top:1.2em}\n"
    "table{border-collapse:collapse;width:100%;font-size:9.5pt}th,td{border-bottom:1px solid #bbb;"
    "padding:2px 6px;text-align:right}th:first-child,td:first-child{text-align:left}\n"
    "section.footnotes,.footnotes{font-size:8.5pt}a{color:#1a4f8b}h2,h3{break-after:avoid}\n"
    "@media print{body{margin:0;max-width:none;padding:0}}\n</style>\n";

// A folder of our own that goes when we are done.
class Scratch {
 public:
  Scratch() : folder_{fs::temp_directory_path() / ("muster-" + std::to_string(::getpid()))} {
    fs::create_directories(folder_);
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  Scratch(Scratch&&) = delete;
  Scratch& operator=(Scratch&&) = delete;
  [[nodiscard]] fs::path file(std::string_view name) const { return folder_ / name; }

 private:
  fs::path folder_;
};

// The seconds of the day, as tools that write times into their files want it.
std::vector<std::pair<std::string, std::string>> fixed_time(const DocumentOrder& order) {
  const auto day = parse_day(order.day);
  const std::int64_t seconds = day ? day->time_since_epoch().count() * 86'400 : 0;
  return {{"SOURCE_DATE_EPOCH", std::to_string(seconds)}};
}

// Browsers write the hour of printing into a PDF; ISO 32000-1, 7.9.4: (D:YYYYMMDDHHmmSS+00'00').
std::string with_fixed_times(const DocumentOrder& order, std::string pdf) {
  std::string digits;
  for (const char letter : order.day)
    if (letter != '-') digits += letter;
  digits += "000000";
  constexpr std::size_t length = 14;
  for (std::size_t at = pdf.find("(D:"); at != std::string::npos; at = pdf.find("(D:", at + 1))
    if (digits.size() == length && at + 3 + length <= pdf.size()
        && pdf.find_first_not_of("0123456789", at + 3) >= at + 3 + length)
      pdf.replace(at + 3, length, digits);
  return pdf;
}

// Marks of two notes side by side would read as one number: pandoc raises the comma between.
std::string with_marks_apart(std::string markdown) {
  constexpr std::string_view between = "][^", apart = "]^,^[^";
  for (std::size_t at = markdown.find(between); at != std::string::npos;
       at = markdown.find(between, at + apart.size()))
    markdown.replace(at, between.size(), apart);
  return markdown;
}

std::optional<NotWritten> failed(const std::string& program, const io::ProgramRun& run) {
  if (!run.was_found)
    return NotWritten{program + " is not installed", "Maybe install it, or write a .md file."};
  if (run.code != 0)
    return NotWritten{program + " could not write the document: " + run.errors, ""};
  return std::nullopt;
}

std::optional<NotWritten> by_pandoc(const DocumentOrder& order,
                                    const fs::path& from,
                                    const fs::path& head,
                                    const fs::path& to) {
  std::vector<std::string> words{"pandoc",
                                 "--from=markdown-auto_identifiers",
                                 "--standalone",
                                 "--metadata=lang:" + order.language,
                                 from.string(),
                                 "--output=" + to.string()};
  if (to.extension() == ".html") {
    words.push_back("--include-in-header=" + head.string());
    words.emplace_back("--metadata=pagetitle:Muster");
    words.emplace_back("--metadata=document-css:false");
  }
  return failed("pandoc", io::run_program(words, fixed_time(order)));
}

std::optional<NotWritten> print(const DocumentOrder& order,
                                const fs::path& page,
                                const fs::path& to) {
  const io::ProgramRun run =
      io::run_program({"weasyprint", page.string(), to.string()}, fixed_time(order));
  if (run.was_found) return failed("weasyprint", run);
  for (const char* browser : {"chromium", "chromium-browser", "google-chrome"}) {
    const io::ProgramRun printed = io::run_program({browser,
                                                    "--headless",
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--no-pdf-header-footer",
                                                    "--print-to-pdf=" + to.string(),
                                                    "file://" + page.string()},
                                                   fixed_time(order));
    if (printed.was_found) return failed(browser, printed);
  }
  return NotWritten{"neither WeasyPrint nor Chromium is installed",
                    "Maybe install weasyprint, or write a .docx or .html file."};
}

}  // namespace

std::optional<NotWritten> write_document(const DocumentOrder& order, const std::string& markdown) {
  const std::string form = order.target.extension().string();
  if (form == ".md") {
    io::write_file(order.target, markdown);
    return std::nullopt;
  }
  if (form != ".docx" && form != ".html" && form != ".pdf")
    return NotWritten{"\"" + order.target.string() + "\" names no kind of document",
                      "Maybe end it with .md, .docx, .html or .pdf."};
  const Scratch scratch;
  const fs::path text = scratch.file("letter.md"), head = scratch.file("head.html");
  io::write_file(text, with_marks_apart(markdown));
  io::write_file(head, style);
  fs::path made = scratch.file(form == ".docx" ? "letter.docx" : "letter.html");
  if (auto why = by_pandoc(order, text, head, made)) return why;
  if (form == ".pdf") {
    const fs::path printed = scratch.file("letter.pdf");
    if (auto why = print(order, made, printed)) return why;
    made = printed;
  }
  const std::string bytes = io::read_file(made);
  io::write_file(order.target, form == ".pdf" ? with_fixed_times(order, bytes) : bytes);
  return std::nullopt;
}

std::optional<NotWritten> print_page(const DocumentOrder& order, const std::string& html) {
  const Scratch scratch;
  const fs::path page = scratch.file("page.html"), printed = scratch.file("page.pdf");
  io::write_file(page, html);
  if (auto why = print(order, page, printed)) return why;
  io::write_file(order.target, with_fixed_times(order, io::read_file(printed)));
  return std::nullopt;
}

}  // namespace muster::app
