// SPDX-License-Identifier: Apache-2.0
#include "source/draft.hpp"

#include <utility>

namespace muster::source {
namespace {

constexpr std::size_t longest_title = 160;  // bytes

// Adds a row to an overlay, whose filled cells are stated.
void put(DraftOverlay& overlay, std::string_view table, const std::vector<FieldText>& fields) {
  overlay.rows.add(table, fields);
  for (std::size_t at = 0; at < overlay.rows.tables().size(); ++at) {
    const DraftTable& found = overlay.rows.tables()[at];
    if (found.schema->name != table) continue;
    std::vector<bool> stated;
    for (const Cell& cell : found.rows.back().cells) stated.push_back(!cell.text.empty());
    overlay.operations[at].push_back(Operation::put);
    overlay.stated[at].push_back(std::move(stated));
  }
}

std::string first_line(const Document& document) {
  if (document.sentences.empty()) return "Without words";
  std::string title = document.sentences.front().text;
  if (title.size() <= longest_title) return title;
  title.erase(title.rfind(' ', longest_title));
  return title + " …";
}

void put_document(DraftOverlay& overlay, const Document& document, const Origin& origin) {
  const auto day = day_of(document);
  put(overlay,
      "sources",
      {{"source", origin.key},
       {"title", first_line(document)},
       {"date", day ? muster::to_text(*day) : std::string{}},
       {"language", std::string{to_text(document.language)}},
       {"note", "The SHA-256 of its text is " + origin.hash + "."}});
}

void put_cited(DraftOverlay& overlay, const Finding& cited, const Origin& origin) {
  put(overlay,
      "sources",
      {{"source", source_key(cited.value)},
       {"title", cited.words},
       {"identifier", cited.value},
       {"url", cited.url},
       {"official", "true"},
       {"note", "Cited in " + origin.key + "#" + cited.place + "."}});
}

std::string said(const std::string& party) {
  return party.empty() ? "not said" : party;
}

void put_promise(DraftOverlay& overlay, const Finding& found, const Origin& origin) {
  const Promise& promise = *found.promise;
  put(overlay,
      "promises",
      {{"promise", "P-" + origin.key + "-" + found.place},
       {"by", said(promise.by)},
       {"to", said(promise.to)},
       {"about", found.words},
       {"trigger", promise.trigger},
       {"due", promise.due ? muster::to_text(*promise.due) : std::string{}},
       {"status", "open"},
       {"source", origin.key + "#" + found.place}});
}

}  // namespace

DraftOverlay draft_of(const Document& document,
                      const std::vector<Finding>& accepted,
                      const Origin& origin) {
  DraftOverlay overlay;
  overlay.name = "read-" + origin.key;
  overlay.operations.resize(overlay.rows.tables().size());
  overlay.stated.resize(overlay.rows.tables().size());
  std::set<std::string> known = origin.known;
  if (known.insert(origin.key).second) put_document(overlay, document, origin);
  for (const Finding& found : accepted) {
    if (found.kind == Kind::citation && known.insert(source_key(found.value)).second)
      put_cited(overlay, found, origin);
    if (found.kind == Kind::promise) put_promise(overlay, found, origin);
  }
  return overlay;
}

}  // namespace muster::source
