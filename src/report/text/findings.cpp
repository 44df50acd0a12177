// SPDX-License-Identifier: Apache-2.0
// What is wrong, and what was checked: problems of data, violations of rules, claims of a plan.
#include <algorithm>

#include "report/text.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

std::size_t width_of(const Terminal& terminal) {
  return std::max<std::size_t>(terminal.width, 40);
}

std::string place_of(const Problem& problem) {
  std::string place = problem.file;
  if (problem.line > 0) place += ":" + std::to_string(problem.line);
  if (!problem.column.empty()) place += ":" + problem.column;
  return place;
}

}  // namespace

// Not wrapped: each problem stays one line that other programs can jump to.
std::string problems_text(const Problems& problems, const Terminal& terminal) {
  std::string text;
  for (const Problem& problem : problems) {
    const std::string place = place_of(problem);
    text += styled(place, Style::bold, terminal.colour) + (place.empty() ? "" : ": ") + problem.what
            + "\n";
    if (!problem.advice.empty()) text += "  " + problem.advice + "\n";
  }
  return text + plural(static_cast<Wide>(problems.size()), "problem", "problems") + "\n";
}

std::string check_text(const Draft& draft, const Terminal& terminal) {
  TextTable table{{{"Table", TextTable::Align::left}, {"Rows", TextTable::Align::right}}};
  std::size_t rows = 0, tables = 0;
  for (const DraftTable& one : draft.tables()) {
    if (one.rows.empty()) continue;
    ++tables;
    rows += one.rows.size();
    table.add({std::string{one.schema->name}, count_text(static_cast<Wide>(one.rows.size()))});
  }
  std::string text = draft.name + ": no problems in "
                     + plural(static_cast<Wide>(rows), "row", "rows") + " of "
                     + plural(static_cast<Wide>(tables), "table", "tables") + "\n";
  const std::string clock = clock_sentence(draft.clock);
  if (!clock.empty()) text += clock + "\n";
  return table.empty() ? text : text + table.print(width_of(terminal), terminal.colour, 2);
}

std::string violations_text(const Scenario& scenario,
                            const judge::Verdict& verdict,
                            const Terminal& terminal) {
  const judge::Goals& goals = verdict.goals;
  const std::string unmet = "Unmet: " + rounded_text(goals.unmet_plain)
                            + " requirement-days, weighted by priority " + rounded_text(goals.unmet)
                            + ".";
  if (verdict.violations.empty()) {
    return "No rule is broken.\n" + paragraph(unmet, width_of(terminal));
  }
  TextTable table{{{"Rule", TextTable::Align::left},
                   {"From", TextTable::Align::left},
                   {"Until", TextTable::Align::left},
                   {"What", TextTable::Align::left, true},
                   {"Source", TextTable::Align::left, true}}};
  for (const judge::Violation& violation : verdict.violations) {
    table.add({{std::string{judge::to_text(violation.rule)}, Style::bad},
               to_text(violation.days.from),
               to_text(violation.days.until),
               violation_sentence(scenario, violation),
               violation.source});
  }
  return table.print(width_of(terminal), terminal.colour) + "\n"
         + plural(static_cast<Wide>(verdict.violations.size()), "violation", "violations") + "\n"
         + paragraph(unmet, width_of(terminal));
}

std::string checks_text(const std::vector<ClaimCheck>& checks, const Terminal& terminal) {
  TextTable table{{{"Claim", TextTable::Align::left, true},
                   {"Holds", TextTable::Align::left},
                   {"Found", TextTable::Align::left, true}}};
  std::size_t broken = 0;
  for (const ClaimCheck& check : checks) {
    if (!check.holds) ++broken;
    table.add({check.claim,
               {check.holds ? "yes" : "NO", check.holds ? Style::good : Style::bad},
               check.finding});
  }
  const std::string verdict =
      broken == 0 ? "Every claim holds."
                  : plural(static_cast<Wide>(broken), "claim fails", "claims fail") + ".";
  return table.print(width_of(terminal), terminal.colour) + verdict + "\n";
}

}  // namespace muster::report
