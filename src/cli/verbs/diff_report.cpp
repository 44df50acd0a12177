// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "app/report_difference.hpp"
#include "cli/verbs/verbs.hpp"
#include "report/letter.hpp"

namespace muster::cli {

void add_diff_report(CLI::App& program, Call& call) {
  const auto request = std::make_shared<app::ReportedDifference>();
  CLI::App* verb = add_verb(program,
                            call,
                            "diff-report",
                            "Writes what has changed since the last report, for the next letter",
                            "  muster diff-report out/september out/october\n"
                            "  muster diff-report out/september out/october --language nl "
                            "-o changes.docx\n");
  verb->add_option("BEFORE", request->before, "Folder of the earlier plan")->required();
  verb->add_option("AFTER", request->after, "Folder of the later plan")->required();
  std::vector<std::string> languages;
  for (const std::string_view code : report::letter_languages()) languages.emplace_back(code);
  verb->add_option("--language", request->language, "The language of the report")
      ->check(CLI::IsMember(languages))
      ->capture_default_str();
  verb->add_option("-o,--output",
                   request->target,
                   "File to write: .md, .docx, .html or .pdf; without it the report is printed")
      ->type_name("FILE");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      return app::report_difference(*request, speech);
    };
  });
}

}  // namespace muster::cli
