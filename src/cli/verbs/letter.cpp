// SPDX-License-Identifier: Apache-2.0
#include "report/letter.hpp"

#include <string>

#include "app/write_letter.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {
namespace {

std::vector<std::string> languages() {
  std::vector<std::string> codes;
  for (const std::string_view code : report::letter_languages()) codes.emplace_back(code);
  return codes;
}

struct Request {
  app::LetterRequest letter;
  bool print_template = false;
};

}  // namespace

void add_letter(CLI::App& program, Call& call) {
  const auto request = std::make_shared<Request>();
  CLI::App* verb = add_verb(
      program,
      call,
      "letter",
      "Writes the report to parliament: what a plan and its data say, each sentence with its "
      "sources",
      "  muster letter out --from NLD --language nl\n"
      "  muster letter out --from NLD --language nl -o letter.docx\n"
      "  muster letter --language nl --print-template > my-template.md\n"
      "  muster letter out --from NLD --language nl --template my-template.md -o letter.pdf\n");
  verb->add_option("PLAN", request->letter.plan, "Folder of the plan");
  verb->add_option("--from", request->letter.from, "The nation whose government writes")
      ->type_name("NATION");
  verb->add_option("--language", request->letter.language, "The language of the letter")
      ->check(CLI::IsMember(languages()))
      ->capture_default_str();
  verb->add_option("--template", request->letter.template_file, "A template of your own (Mustache)")
      ->type_name("FILE");
  verb->add_flag("--print-template", request->print_template, "Print ours, to be changed");
  verb->add_option("-o,--output",
                   request->letter.target,
                   "File to write: .md, .docx, .html or .pdf; without it the letter is printed")
      ->type_name("FILE");
  verb->callback([&call, request] {
    if (!request->print_template && request->letter.plan.empty())
      throw CLI::ValidationError("PLAN", "say which plan: its folder");
    if (!request->print_template && request->letter.from.empty())
      throw CLI::ValidationError("--from", "say whose government writes: --from NLD");
    call.perform = [request](const app::Speech& speech) {
      return request->print_template ? app::show_letter_template(request->letter.language)
                                     : app::write_letter(request->letter, speech);
    };
  });
}

}  // namespace muster::cli
