// SPDX-License-Identifier: Apache-2.0
// Shortfalls in full: the chain of reasons, and the ways out.
#include <algorithm>
#include <map>

#include "report/asks.hpp"
#include "report/figures/figures.hpp"
#include "report/text/sections.hpp"
#include "report/text/table.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

using Align = TextTable::Align;

// Sentences that keep more than one requirement short, numbered as they first come.
class SharedCauses {
 public:
  explicit SharedCauses(const ExplainView& view) : view_{view} {
    for (const Explained& line : view.lines)
      for (const explain::Reason& reason : line.shortfall.reasons) {
        if (!reason.offer) continue;
        auto& keys = lines_of_[told(reason)];
        const std::string& key = (*view.scenario)->requirements[line.shortfall.requirement].key;
        if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
      }
    for (const Explained& line : view.lines)
      for (const explain::Reason& reason : line.shortfall.reasons) number(told(reason));
  }

  [[nodiscard]] std::string told(const explain::Reason& reason) const {
    std::string words = reason_sentence(*view_.scenario, *view_.plan, reason);
    if (!reason.source.empty()) words += " [" + reason.source + "]";
    return words;
  }
  // "(1)"; empty where only one requirement has it.
  [[nodiscard]] std::string mark(const std::string& sentence) const {
    const auto found = numbers_.find(sentence);
    return found == numbers_.end() ? std::string{} : "(" + std::to_string(found->second) + ")";
  }
  [[nodiscard]] std::string text(const Terminal& terminal) const {
    if (order_.empty()) return {};
    std::string text = heading("Causes that several requirements share", terminal);
    for (const std::string& sentence : order_) {
      const auto& keys = lines_of_.at(sentence);
      const std::size_t shown = std::min<std::size_t>(keys.size(), 8);
      std::string lines =
          joined({keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(shown)}, ", ");
      if (shown < keys.size())
        lines += " and " + count_text(static_cast<Wide>(keys.size() - shown)) + " more";
      text += paragraph(mark(sentence) + " " + sentence + ": " + lines, terminal.width, 2);
    }
    return text + "\n";
  }

 private:
  void number(const std::string& sentence) {
    const auto found = lines_of_.find(sentence);
    if (found == lines_of_.end() || found->second.size() < 2) return;
    if (!numbers_.emplace(sentence, order_.size() + 1).second) return;
    order_.push_back(sentence);
  }

  const ExplainView& view_;
  std::map<std::string, std::vector<std::string>> lines_of_;
  std::map<std::string, std::size_t> numbers_;
  std::vector<std::string> order_;
};

std::string title_of(const ExplainView& view, const explain::Shortfall& shortfall) {
  const Scenario& scenario = *view.scenario;
  const Requirement& line = scenario->requirements[shortfall.requirement];
  const Measure measure = measure_of(scenario, shortfall.requirement);
  std::string title = requirement_words(scenario, shortfall.requirement);
  if (line.place)
    title +=
        ", " + name_or_key(scenario->places[*line.place].name, scenario->places[*line.place].key);
  return title + ": " + amount_text(measure, shortfall.unmet) + " of "
         + amount_text(measure, *line.quantity) + " missing, " + period_text(shortfall.period)
         + " (" + days_text(shortfall.period.length().count()) + ")";
}

std::string because_text(const ExplainView& view,
                         const SharedCauses& shared,
                         const explain::Shortfall& shortfall,
                         const Terminal& terminal) {
  std::string text;
  for (const explain::Reason& reason : shortfall.reasons) {
    const std::string sentence = shared.told(reason);
    const std::string mark = shared.mark(sentence);
    const bool first = &reason == &shortfall.reasons.front();
    const std::string words =
        mark.empty() ? sentence : reason_sentence(*view.scenario, *view.plan, reason) + " " + mark;
    text += paragraph((first ? "Because " : "and ") + words + ",", terminal.width, first ? 2 : 4);
  }
  const std::string who =
      shortfall.others == 0
          ? "nobody"
          : "and " + plural(static_cast<Wide>(shortfall.others), "offer is", "offers are")
                + " further away, nobody";
  return text
         + paragraph(
             who + " fills it before " + to_text(shortfall.period.until) + ".", terminal.width, 4);
}

std::string ways_text(const ExplainView& view, const Explained& line, const Terminal& terminal) {
  if (line.ways_out.empty()) return "  No way out was found.\n";
  TextTable table{{{"", Align::right},
                   {"Ways out, cheapest first", Align::left, true},
                   {"Asks", Align::left},
                   {"Cost", Align::right},
                   {"Confirmed: fills", Align::left}}};
  for (std::size_t i = 0; i < line.ways_out.size(); ++i) {
    const asks::Ask& ask = line.ways_out[i];
    table.add({std::to_string(i + 1) + ".",
               ask_words(*view.scenario, ask),
               asked_words(ask),
               count_text(ask.cost),
               {fill_words(line.shortfall, ask.fills), Style::good}});
  }
  return table.print(terminal.width, terminal.colour, 2);
}

}  // namespace

std::string explain_text(const ExplainView& view, const Terminal& terminal) {
  if (view.lines.empty()) return "Nothing is short.\n";
  const SharedCauses shared{view};
  std::string text = shared.text(terminal);
  for (const Explained& line : view.lines) {
    text += styled(title_of(view, line.shortfall), Style::bold, terminal.colour) + "\n";
    text += because_text(view, shared, line.shortfall, terminal);
    if (view.looked_for_ways) text += ways_text(view, line, terminal);
    text += "\n";
  }
  text += plural(static_cast<Wide>(view.lines.size()), "shortfall", "shortfalls") + ".";
  if (!view.looked_for_ways)
    text += " For ways out of one requirement name it, or say --ways 3 for all.";
  return text + "\n";
}

}  // namespace muster::report
