// SPDX-License-Identifier: Apache-2.0
#include "app/read_source.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "base/sha256.hpp"

#include "app/folder/situation.hpp"
#include "app/folder/source_key_file.hpp"
#include "app/folder/target.hpp"
#include "io/csv.hpp"
#include "io/document_text.hpp"
#include "io/file.hpp"
#include "io/package.hpp"
#include "report/source.hpp"
#include "source/draft.hpp"

namespace muster::app {
namespace {

using source::Finding;
using source::Kind;

std::optional<std::size_t> number_in(std::string_view text) {
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc{} && stop == end ? std::optional{number} : std::nullopt;
}

// "1,3-5" of the numbers 1 to `most`; none: it says something else.
std::optional<std::set<std::size_t>> numbers_in(std::string_view text, std::size_t most) {
  std::set<std::size_t> numbers;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::string_view part = text.substr(0, comma);
    const std::size_t hyphen = part.find('-');
    const auto first = number_in(part.substr(0, hyphen));
    const auto last = hyphen == part.npos ? first : number_in(part.substr(hyphen + 1));
    if (!first || !last || *first < 1 || *first > *last || *last > most) return std::nullopt;
    for (std::size_t number = *first; number <= *last; ++number) numbers.insert(number);
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return numbers;
}

bool is_wanted(const SourceRequest& request, Kind kind) {
  return request.kinds.empty() || std::ranges::find(request.kinds, kind) != request.kinds.end();
}

std::vector<report::Proposal> proposals_of(const SourceRequest& request,
                                           std::vector<Finding> findings) {
  std::vector<report::Proposal> proposals;
  for (std::size_t k = 0; k < findings.size(); ++k)
    if (is_wanted(request, findings[k].kind))
      proposals.push_back({k + 1, std::move(findings[k]), request.accepts_all});
  return proposals;
}

// Marks what the person names; the number that is none of those shown, else nothing.
std::optional<Answer> mark_accepted(const SourceRequest& request,
                                    std::vector<report::Proposal>& proposals) {
  if (request.numbers.empty()) return std::nullopt;
  const std::size_t most = proposals.empty() ? 0 : proposals.back().number;
  const auto numbers = numbers_in(request.numbers, most);
  if (!numbers)
    return misuse("--accept " + request.numbers + " names no proposals",
                  "Write numbers from 1 to " + std::to_string(most) + ", as in 1,3-5.");
  for (const std::size_t number : *numbers) {
    const auto found = std::ranges::find(proposals, number, &report::Proposal::number);
    if (found == proposals.end())
      return misuse("proposal " + std::to_string(number) + " is not among those shown",
                    "Leave out --kind, or accept others.");
    found->is_accepted = true;
  }
  return std::nullopt;
}

std::vector<Finding> accepted_of(const std::vector<report::Proposal>& proposals) {
  std::vector<Finding> accepted;
  for (const report::Proposal& proposal : proposals)
    if (proposal.is_accepted) accepted.push_back(proposal.finding);
  return accepted;
}

Result<std::set<std::string>> known_sources(const std::optional<DataSet>& data) {
  std::set<std::string> keys;
  if (!data) return keys;
  const Result<Situation> situation = load(*data);
  if (!situation) return std::unexpected(situation.error());
  for (const DraftRow& row : situation->draft.table("sources").rows)
    keys.insert(row.cells.front().text);
  return keys;
}

// What has no table: a row each, with its place in the source.
std::string findings_csv(const std::vector<Finding>& accepted,
                         const std::string& key,
                         std::size_t& rows) {
  std::vector<std::vector<std::string>> cells{
      {"kind", "value", "words", "source", "confidence", "rule"}};
  for (const Finding& found : accepted) {
    if (found.kind == Kind::citation || found.kind == Kind::promise) continue;
    cells.push_back({std::string{to_text(found.kind)},
                     found.value,
                     found.words,
                     key + "#" + found.place,
                     std::string{to_text(found.confidence)},
                     found.rule});
  }
  rows = cells.size() - 1;
  return io::write_csv(cells);
}

// The draft with the text beside it, all or nothing.
report::WrittenDraft write_draft(const SourceRequest& request,
                                 const report::SourceView& view,
                                 const source::Origin& origin,
                                 const std::string& text) {
  const std::vector<Finding> accepted = accepted_of(view.proposals);
  const DraftOverlay overlay = source::draft_of(view.document, accepted, origin);
  report::WrittenDraft draft{request.target.string(),
                             overlay.rows.table("sources").rows.size(),
                             overlay.rows.table("promises").rows.size(),
                             0};
  std::vector<io::NamedText> files = io::overlay_files(Draft{}, overlay);
  files.push_back({"read/findings.csv", findings_csv(accepted, origin.key, draft.others)});
  files.push_back({"read/text.txt", text});
  io::replace_folder(request.target, files, "");
  return draft;
}

bool is_key(const std::string& text) {
  const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return !text.empty() && letters.find(text.front()) != std::string::npos
         && text.find_first_not_of(letters + "._-") == std::string::npos;
}

// What is wrong with the words of the caller before anything is read.
std::optional<Answer> objection(const SourceRequest& request) {
  if (request.numbers.empty() && !request.accepts_all) return std::nullopt;
  if (!is_key(request.source_key))
    return misuse("\"" + request.source_key + "\" is not a key of a source",
                  "Keys hold letters, digits, dots, underscores and hyphens: kb-2023-10-25.");
  const std::string why = objection_to_package(request.target);
  if (why.empty()) return std::nullopt;
  return misuse(why, "Name a folder that is missing or empty.");
}

// Only of the kinds that are looked for.
std::vector<source::KeyRow> wanted_rows(const SourceRequest& request,
                                        std::vector<source::KeyRow> key) {
  std::erase_if(key, [&](const source::KeyRow& row) { return !is_wanted(request, row.kind); });
  return key;
}

}  // namespace

Answer read_source(const SourceRequest& request, const Speech& speech) {
  if (auto wrong = objection(request)) return std::move(*wrong);
  const Result<std::string> text = io::read_document_text(request.file);
  if (!text) return refuse(text.error(), speech);
  report::SourceView view;
  view.file = request.file.filename().string();
  view.hash = sha256(*text);
  view.document = source::read_document(*text, request.language);
  view.proposals = proposals_of(request, source::find_all(view.document));
  if (auto wrong = mark_accepted(request, view.proposals)) return std::move(*wrong);
  if (!request.key.empty()) {
    Result<std::vector<source::KeyRow>> key = read_source_key(request.key);
    if (!key) return refuse(key.error(), speech);
    std::vector<Finding> findings;
    for (const report::Proposal& proposal : view.proposals) findings.push_back(proposal.finding);
    view.comparison = source::compare(findings, wanted_rows(request, std::move(*key)));
  }
  if (request.accepts_all || !request.numbers.empty()) {
    Result<std::set<std::string>> known = known_sources(request.known);
    if (!known) return refuse(known.error(), speech);
    const source::Origin origin{request.source_key, view.hash, std::move(*known)};
    view.draft = write_draft(request, view, origin, *text);
  }
  return {speech.json ? report::source_json(view) : report::source_text(view, speech.terminal),
          {},
          Exit::done};
}

}  // namespace muster::app
