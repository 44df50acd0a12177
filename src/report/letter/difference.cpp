// SPDX-License-Identifier: Apache-2.0
#include "report/difference.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "report/figures/figures.hpp"
#include "report/letter/difference_words.hpp"
#include "report/letter/footnotes.hpp"
#include "report/letter/language.hpp"
#include "report/letter/words_of.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr std::size_t most_decisions = 15;

template <class Thing>
std::optional<Id<Thing>> find(const Table<Thing, Thing>& table, const std::string& key) {
  for (const Id<Thing> id : table.ids())
    if (table[id].key == key) return id;
  return std::nullopt;
}

class Difference {
 public:
  Difference(const PlanView& before,
             const PlanView& after,
             const DueList& due,
             const std::string& language)
      : before_{before},
        after_{after},
        a_{*before.scenario},
        b_{*after.scenario},
        due_{due},
        language_{language == "nl" ? dutch() : english()},
        words_{difference_words(language)},
        names_before_{a_, language},
        names_{b_, language},
        footnotes_{b_, language_} {}

  std::string write() {
    std::string text = "# " + std::string{words_.title} + " " + language_.day(a_->as_of) + " "
                       + std::string{words_.between} + " " + language_.day(b_->as_of) + "\n";
    section(text, words_.in_short, in_short());
    section(text, words_.requirements, requirements());
    section(text, words_.contributions, contributions());
    text += "\n## " + std::string{words_.fill} + "\n\n" + fill_table();
    section(text, words_.conditions, conditions());
    section(text, words_.promises, promises());
    section(text, words_.decisions, decisions());
    text += "\n---\n\n" + basis() + "\n";
    for (std::size_t k = 0; k < footnotes_.texts().size(); ++k)
      text += "\n[^" + std::to_string(k + 1) + "]: " + marked_down(footnotes_.texts()[k]) + "\n";
    return text;
  }

 private:
  using Lines = std::vector<std::string>;

  void section(std::string& text, std::string_view title, const Lines& lines) const {
    text += "\n## " + std::string{title} + "\n\n";
    for (const std::string& line : lines) text += "- " + line + "\n";
    if (lines.empty()) text += std::string{words_.nothing} + "\n";
  }

  [[nodiscard]] static Fill fill_of_all(const PlanView& view) {
    const auto ids = (*view.scenario)->requirements.ids();
    return weighted_fill(view, {ids.begin(), ids.end()});
  }

  [[nodiscard]] Lines in_short() const {
    const Fill before = fill_of_all(before_), after = fill_of_all(after_);
    return {std::string{words_.filled} + ": " + share_text(before.best, before.required) + ", "
            + std::string{words_.now} + " " + share_text(after.best, after.required) + "."};
  }

  // "quantity: was 3, is now 4"
  [[nodiscard]] std::string change(std::string_view what,
                                   const std::string& before,
                                   const std::string& after) const {
    return std::string{what} + ": " + std::string{words_.was} + " " + before + ", "
           + std::string{words_.is} + " " + after;
  }
  [[nodiscard]] std::string day_words(const std::optional<Day>& day) const {
    return day ? language_.day(*day) : std::string{words_.not_stated};
  }

  [[nodiscard]] std::string requirement_name(Id<Requirement> id) const {
    const Requirement& asked = b_->requirements[id];
    return asked.key + " (" + marked_down(names_.capability(asked.capability)) + ")";
  }

  Lines requirements() {
    Lines lines;
    for (const Id<Requirement> id : b_->requirements.ids()) {
      const Requirement& now = b_->requirements[id];
      const auto old = a_.find_requirement(now.key);
      if (!old) {
        lines.push_back(requirement_name(id) + ": " + std::string{words_.is_new}
                        + footnotes_.cite({{now.source, now.note}}));
        continue;
      }
      const Requirement& then = a_->requirements[*old];
      Lines changes;
      if (then.quantity != now.quantity)
        changes.push_back(change(words_.quantity, asked(a_, then), asked(b_, now)));
      if (then.period.from != now.period.from)
        changes.push_back(
            change(words_.from, language_.day(then.period.from), language_.day(now.period.from)));
      if (then.period.until != now.period.until)
        changes.push_back(change(
            words_.until, language_.day(then.period.until), language_.day(now.period.until)));
      if (a_->priorities[then.priority].key != b_->priorities[now.priority].key)
        changes.push_back(change(
            words_.priority, a_->priorities[then.priority].key, b_->priorities[now.priority].key));
      if (!changes.empty())
        lines.push_back(requirement_name(id) + ": " + joined(changes, "; ")
                        + footnotes_.cite({{now.source, now.note}}));
    }
    for (const Id<Requirement> id : a_->requirements.ids())
      if (!b_.find_requirement(a_->requirements[id].key))
        lines.push_back(a_->requirements[id].key + " ("
                        + marked_down(names_before_.capability(a_->requirements[id].capability))
                        + "): " + std::string{words_.is_gone});
    return lines;
  }

  [[nodiscard]] std::string asked(const Scenario& scenario, const Requirement& one) const {
    if (!one.quantity) return std::string{words_.not_stated};
    const Measure measure = scenario->capabilities[one.capability].measure;
    constexpr std::int64_t thousand = 1000;
    const std::int64_t count = one.quantity->count();
    return language_.amount(measure,
                            measure == Measure::money ? count * thousand : count / thousand);
  }

  [[nodiscard]] static std::string offer_name(const Scenario& scenario,
                                              const WordsOf& names,
                                              Id<Offer> id) {
    const Offer& offer = scenario->offers[id];
    return marked_down(names.nation(offer.nation)) + ", " + offer.key + " ("
           + marked_down(names.capability(offer.capability)) + ")";
  }
  [[nodiscard]] std::string amount(const Scenario& scenario, const Offer& offer) const {
    return language_.amount(scenario->capabilities[offer.capability].measure, offer.quantity);
  }

  Lines contributions() {
    Lines lines;
    for (const Id<Offer> id : b_->offers.ids()) {
      const Offer& now = b_->offers[id];
      const auto old = a_.find_offer(now.key);
      const Lines changes = old ? changes_of(a_->offers[*old], now) : new_offer(now);
      if (!changes.empty())
        lines.push_back(offer_name(b_, names_, id) + ": " + joined(changes, "; ")
                        + footnotes_.cite({{now.source, now.note}}));
    }
    for (const Id<Offer> id : a_->offers.ids())
      if (!b_.find_offer(a_->offers[id].key))
        lines.push_back(offer_name(a_, names_before_, id) + ": " + std::string{words_.is_gone});
    return lines;
  }
  [[nodiscard]] Lines new_offer(const Offer& now) const {
    return {std::string{words_.is_new} + ", " + std::string{language_.status(now.status)} + ", "
            + amount(b_, now)};
  }
  [[nodiscard]] Lines changes_of(const Offer& then, const Offer& now) const {
    Lines changes;
    if (then.status != now.status)
      changes.push_back(change(words_.status,
                               std::string{language_.status(then.status)},
                               std::string{language_.status(now.status)}));
    if (then.quantity != now.quantity)
      changes.push_back(change(words_.quantity, amount(a_, then), amount(b_, now)));
    if (then.from != now.from)
      changes.push_back(change(words_.from, day_words(then.from), day_words(now.from)));
    if (then.until != now.until)
      changes.push_back(change(words_.until, day_words(then.until), day_words(now.until)));
    return changes;
  }

  // Requirements of which another share is filled, the largest change by weight first.
  [[nodiscard]] std::string fill_table() const {
    struct Row {
      Wide weight = 0;
      std::string text;
    };
    std::vector<Row> rows;
    for (const Id<Requirement> id : b_->requirements.ids()) {
      const auto old = a_.find_requirement(b_->requirements[id].key);
      if (!old) continue;
      const Fill then = fill_of(before_.verdict->coverage[*old]);
      const Fill now = fill_of(after_.verdict->coverage[id]);
      if (then.best * now.required == now.best * then.required) continue;
      const Wide change = (now.required - now.best) - (then.required - then.best);
      const Wide weight = b_->priorities[b_->requirements[id].priority].weight;
      rows.push_back({(change < 0 ? -change : change) * weight,
                      "| " + requirement_name(id) + " | " + asked(b_, b_->requirements[id]) + " | "
                          + share_text(then.best, then.required) + " | "
                          + share_text(now.best, now.required) + " |\n"});
    }
    if (rows.empty()) return std::string{words_.nothing} + "\n";
    std::ranges::stable_sort(rows, std::ranges::greater{}, &Row::weight);
    std::string table = "| " + std::string{words_.capability} + " | " + std::string{words_.asked}
                        + " | " + std::string{words_.before} + " | " + std::string{words_.after}
                        + " |\n|---|--:|--:|--:|\n";
    for (const Row& row : rows) table += row.text;
    return table;
  }

  Lines conditions() {
    Lines lines;
    for (const Id<Condition> id : b_->conditions.ids()) {
      const Condition& now = b_->conditions[id];
      const auto old = find(a_->conditions, now.key);
      for (const Condition::Act& act : now.acts) {
        const ConditionStatus then =
            old ? status_of(a_->conditions[*old], act) : ConditionStatus::open;
        if (then == act.status) continue;
        const std::string key = now.key + "," + act.name;
        const std::string_view state = act.status == ConditionStatus::granted   ? words_.granted
                                       : act.status == ConditionStatus::refused ? words_.refused
                                                                                : words_.reopened;
        std::string line =
            marked_down(names_.text("conditions", key, "name", act.name)) + " ("
            + marked_down(names_.text("conditions", key, "party", names_.party(act.party)))
            + "): " + std::string{state};
        if (act.on) line += ", " + language_.day(*act.on);
        lines.push_back(line + footnotes_.cite({{act.source, act.note}}));
      }
    }
    return lines;
  }
  [[nodiscard]] static ConditionStatus status_of(const Condition& condition,
                                                 const Condition::Act& wanted) {
    for (const Condition::Act& act : condition.acts)
      if (act.name == wanted.name && act.party == wanted.party) return act.status;
    return ConditionStatus::open;
  }

  Lines promises() {
    Lines lines;
    for (const Promise& now : b_->promises) {
      const auto old = std::ranges::find(a_->promises, now.key, &Promise::key);
      std::string_view state;
      if (old == a_->promises.end())
        state = words_.made;
      else if (old->status != now.status)
        state = now.status == PromiseStatus::kept        ? words_.kept
                : now.status == PromiseStatus::withdrawn ? words_.withdrawn
                                                         : words_.reopened;
      if (state.empty()) continue;
      std::string line = now.key + " (" + said(now, "by", now.by) + " → " + said(now, "to", now.to)
                         + "): " + std::string{state};
      if (now.kept_on && now.status == PromiseStatus::kept)
        line += ", " + language_.day(*now.kept_on);
      std::vector<Citation> sources{{now.source, now.note}};
      if (!now.kept_by.empty()) sources.push_back({now.kept_by, {}});
      lines.push_back(line + ". " + said(now, "about", now.about) + footnotes_.cite(sources));
    }
    return lines;
  }
  [[nodiscard]] std::string said(const Promise& promise,
                                 std::string_view column,
                                 const std::string& text) const {
    return marked_down(names_.text("promises", promise.key, column, names_.party(text)));
  }

  Lines decisions() {
    Lines lines;
    for (const ledger::Due& item : due_.items) {
      if (lines.size() == most_decisions) break;
      lines.push_back(language_.day(item.on) + ": "
                      + (item.who.empty() ? "" : marked_down(names_.party(item.who)) + ", ")
                      + item.key + ", "
                      + std::string{words_.due.at(static_cast<std::size_t>(item.kind))}
                      + footnotes_.cite({{item.source, {}}}));
    }
    return lines;
  }

  [[nodiscard]] std::string basis() const {
    return std::string{words_.rests_on} + " " + marked_down(a_->name) + ", "
           + language_.day(a_->as_of) + " (sha256 " + before_.origin.data_hash + ") "
           + std::string{words_.between} + " " + marked_down(b_->name) + ", "
           + language_.day(b_->as_of) + " (sha256 " + after_.origin.data_hash + "). Muster "
           + after_.origin.version + ".";
  }

  const PlanView& before_;
  const PlanView& after_;
  const Scenario& a_;
  const Scenario& b_;
  const DueList& due_;
  const Language& language_;
  const DifferenceWords& words_;
  WordsOf names_before_, names_;
  Footnotes footnotes_;
};

}  // namespace

std::string difference_report(const PlanView& before,
                              const PlanView& after,
                              const DueList& due,
                              const DifferenceRequest& request) {
  return Difference{before, after, due, request.language}.write();
}

}  // namespace muster::report
