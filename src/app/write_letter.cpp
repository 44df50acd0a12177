// SPDX-License-Identifier: Apache-2.0
#include "app/write_letter.hpp"

#include "app/folder/document.hpp"
#include "app/folder/kept_plan.hpp"
#include "app/folder/named_nation.hpp"
#include "io/file.hpp"
#include "report/letter.hpp"

namespace muster::app {
Answer write_letter(const LetterRequest& request, const Speech& speech) {
  const Result<KeptPlan> kept = open_kept(request.plan);
  if (!kept) return refuse(kept.error(), speech);
  const report::PlanView view = view_of(kept->parts, kept->record);
  const Scenario& scenario = kept->situation->scenario;
  const auto nation = scenario.find_nation(request.from);
  if (!nation)
    return misuse("\"" + request.from + "\" is no nation of the data",
                  advice_on_nation(scenario, request.from));
  const std::string words = request.template_file.empty()
                                ? std::string{report::letter_template(request.language)}
                                : io::read_file(request.template_file);
  const report::LetterRequest order{request.language, *nation, words};
  const auto letter = report::letter(view, order);
  if (!letter)
    return misuse(request.template_file.string() + " is no template: " + letter.error(),
                  "muster letter --print-template shows one that is.");
  if (!request.target.empty()) {
    const DocumentOrder document{request.target, kept->record.as_of, request.language};
    if (const auto why = write_document(document, *letter)) return misuse(why->what, why->advice);
  }
  if (speech.json)
    return {report::letter_json(order, *letter, request.target.string()), {}, Exit::done};
  return {request.target.empty() ? *letter : "The letter is in " + request.target.string() + ".\n",
          {},
          Exit::done};
}

Answer show_letter_template(const std::string& language) {
  return {std::string{report::letter_template(language)}, {}, Exit::done};
}

}  // namespace muster::app
