// SPDX-License-Identifier: Apache-2.0
#include "ledger/chain.hpp"

#include "base/sha256.hpp"

namespace muster::ledger {
namespace {

void spell(std::string& out, std::string_view part) {
  out += std::to_string(part.size());
  out += ':';
  out += part;
}

}  // namespace

std::string hash_of(const std::string& before, const Entry& entry) {
  std::string text;
  text.reserve(1'000);
  spell(text, before);
  spell(text, std::to_string(entry.number));
  spell(text, to_text(entry.kind));
  spell(text, entry.table);
  spell(text, entry.key);
  spell(text, std::to_string(entry.cells.size()));
  for (const StatedCell& cell : entry.cells) {
    spell(text, cell.column);
    spell(text, cell.text);
  }
  spell(text, muster::to_text(entry.valid_from));
  spell(text, entry.recorded_at);
  spell(text, entry.by);
  spell(text, entry.source);
  spell(text, entry.quotation);
  spell(text, entry.why);
  spell(text, std::to_string(entry.concerns));
  return sha256(text);
}

std::string ChainCheck::fault_of(const Entry& entry) const {
  if (entry.number != entries_ + 1)
    return "entry " + std::to_string(entries_ + 1) + " is missing; entry "
           + std::to_string(entry.number) + " comes in its place";
  if (entry.hash != hash_of(head_, entry))
    return "what entry " + std::to_string(entry.number) + " says does not give its hash";
  if (entry.recorded_at < recorded_at_)
    return "entry " + std::to_string(entry.number) + " was recorded before the one before it";
  return {};
}

bool ChainCheck::follow(const Entry& entry) {
  if (broken_) return false;
  std::string fault = fault_of(entry);
  if (!fault.empty()) {
    broken_ = Break{entries_ + 1, std::move(fault)};
    return false;
  }
  ++entries_;
  head_ = entry.hash;
  recorded_at_ = entry.recorded_at;
  return true;
}

}  // namespace muster::ledger
