// SPDX-License-Identifier: Apache-2.0
#include "report/source.hpp"

#include <algorithm>

#include "report/text/table.hpp"

namespace muster::report {
namespace {

using source::Finding;
using source::Kind;

// "7 of 8, 88 %"; a dash of nothing.
std::string share(std::size_t part, std::size_t whole) {
  if (whole == 0) return "-";
  return std::to_string(part) + " of " + std::to_string(whole) + ", "
         + std::to_string((100 * part + whole / 2) / whole) + " %";
}

std::string head(const SourceView& view) {
  const auto day = source::day_of(view.document);
  return view.file + ", "
         + (view.document.language == source::Language::dutch ? "Dutch" : "English")
         + (day ? ", of " + to_text(*day) : std::string{}) + ", "
         + std::to_string(view.document.sentences.size()) + " places\nSHA-256 " + view.hash + "\n";
}

std::string counts(const SourceView& view) {
  std::string text = std::to_string(view.proposals.size())
                     + (view.proposals.size() == 1 ? " proposal" : " proposals");
  std::string list;
  for (const Kind kind : source::all_kinds) {
    const auto count = std::ranges::count_if(
        view.proposals, [&](const Proposal& one) { return one.finding.kind == kind; });
    if (count == 0) continue;
    list += (list.empty() ? "" : ", ") + std::string{to_text(kind)} + " " + std::to_string(count);
  }
  return text + (list.empty() ? "" : ": " + list) + ".\n";
}

std::string proposals_text(const SourceView& view, const Terminal& terminal) {
  TextTable table{{{"", TextTable::Align::right},
                   {"Place"},
                   {"Kind"},
                   {"Value", TextTable::Align::left, true},
                   {"Words", TextTable::Align::left, true},
                   {""}}};
  for (const Proposal& proposal : view.proposals) {
    const Finding& finding = proposal.finding;
    const bool is_likely = finding.confidence == source::Confidence::likely;
    table.add({std::to_string(proposal.number),
               finding.place,
               std::string{to_text(finding.kind)},
               finding.value,
               {finding.words, Style::faint},
               {is_likely ? "likely" : "", Style::warning}});
  }
  return table.empty() ? std::string{} : table.print(terminal.width, terminal.colour);
}

std::string comparison_text(const source::Comparison& comparison, const Terminal& terminal) {
  TextTable table{{{"Kind"}, {"In the key"}, {"Precision"}, {"Recall"}, {"Whole value"}}};
  for (const source::Score& score : comparison.scores)
    table.add({std::string{to_text(score.kind)},
               std::to_string(score.in_key),
               share(score.right, score.found),
               share(score.right, score.in_key),
               share(score.whole, score.right)});
  for (const source::KeyRow& row : comparison.missed)
    table.note("missed: " + row.place + " " + std::string{to_text(row.kind)} + " " + row.value
                   + " (" + row.words + ")",
               2,
               Style::bad);
  for (const Finding& finding : comparison.wrong)
    table.note("not in the key: " + finding.place + " " + std::string{to_text(finding.kind)} + " "
                   + finding.value + " (" + finding.rule + ")",
               2,
               Style::bad);
  return "\nAgainst the key:\n" + table.print(terminal.width, terminal.colour);
}

std::string draft_text(const WrittenDraft& draft, std::size_t width) {
  if (draft.folder.empty())
    return "Nothing was written: these are proposals. Accept by number with --accept 1,3-5 or all "
           "with --accept-all, into a folder -o DIR --as KEY.\n";
  return "A draft is in " + draft.folder + ": rows of sources " + std::to_string(draft.sources)
         + ", of promises " + std::to_string(draft.promises) + ".\n"
         + paragraph("Dates, amounts and quantities have no table of their own: "
                         + std::to_string(draft.others) + " of them are in " + draft.folder
                         + "/read/findings.csv, beside the text.",
                     width)
         + "Lay it on data with --with " + draft.folder + "\n";
}

}  // namespace

std::string source_text(const SourceView& view, const Terminal& terminal) {
  std::string text = head(view) + proposals_text(view, terminal) + counts(view);
  if (view.comparison) text += comparison_text(*view.comparison, terminal);
  if (view.comparison && view.draft.folder.empty()) return text;
  return text + draft_text(view.draft, terminal.width);
}

}  // namespace muster::report
