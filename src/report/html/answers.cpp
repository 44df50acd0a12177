// SPDX-License-Identifier: Apache-2.0
// Funds, stocks, conditions, promises, sources and claims on the page.
#include <algorithm>
#include <set>

#include "report/html/sections.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

std::string_view key_of_source(std::string_view source) {
  return source.substr(0, source.find('#'));
}

bool is_listed(const Scenario& scenario, std::string_view key) {
  return std::ranges::find(scenario->sources, key, &Source::key) != scenario->sources.end();
}

// Only what a browser opens without running anything.
bool is_link(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

HtmlCell money(Amount amount) {
  return number(amount_text(Measure::money, amount));
}

std::string keys_of(const PlanView& view, const explain::Waiting& waiting) {
  const Scenario& scenario = *view.scenario;
  std::vector<std::string> keys;
  for (const Id<Offer> offer : waiting.offers)
    if (is_told(view, scenario->offers[offer].nation)) keys.push_back(scenario->offers[offer].key);
  for (const std::size_t i : waiting.promises) {
    keys.push_back("promise " + scenario->promises[i].key);
  }
  return keys.empty() ? "nothing" : joined(keys, ", ");
}

// A party that is no nation, or the reader.
bool is_party_told(const PlanView& view, const std::string& party) {
  return !view.reader || (*view.scenario)->nations[*view.reader].key == party;
}

bool concerns_reader(const PlanView& view, const explain::Waiting& waiting) {
  const Scenario& scenario = *view.scenario;
  return std::ranges::any_of(
             waiting.offers,
             [&](Id<Offer> offer) { return is_told(view, scenario->offers[offer].nation); })
         || std::ranges::any_of(
             scenario->conditions[waiting.condition].acts,
             [&](const Condition::Act& act) { return is_party_told(view, act.party); });
}

// What requirements and the reader's own offers rest on.
std::set<std::string> sources_told(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  std::set<std::string> keys;
  for (const Id<Requirement> id : scenario->requirements.ids())
    keys.insert(std::string{key_of_source(scenario->requirements[id].source)});
  for (const Id<Offer> id : scenario->offers.ids())
    if (is_told(view, scenario->offers[id].nation))
      keys.insert(std::string{key_of_source(scenario->offers[id].source)});
  return keys;
}

// Of offers the reader's own; else what is no nation's.
bool is_claim_told(const PlanView& view, const Claim& claim) {
  if (!view.reader) return true;
  const auto offer = view.scenario->find_offer(claim.key);
  if (claim.table == "offers")
    return offer && is_told(view, (*view.scenario)->offers[*offer].nation);
  return claim.table == "requirements" || claim.table == "activities"
         || claim.table == "programmes";
}

std::string act_state(const Condition::Act& act) {
  std::string words{to_text(act.status)};
  if (act.on) words += " on " + to_text(*act.on);
  if (act.status == ConditionStatus::open && act.expected_on) {
    words += ", expected " + to_text(*act.expected_on);
  }
  return words;
}

std::string_view look_of(ConditionStatus status) {
  if (status == ConditionStatus::granted) return "good";
  return status == ConditionStatus::refused ? "bad" : "warn";
}

HtmlCell due_cell(const Scenario& scenario, const Promise& promise) {
  if (promise.status == PromiseStatus::kept) {
    return cell(promise.kept_on ? "kept on " + to_text(*promise.kept_on) : "kept");
  }
  if (promise.status == PromiseStatus::withdrawn) return cell("withdrawn");
  if (promise.due) {
    const bool late = *promise.due < scenario->as_of;
    return marked("due " + to_text(*promise.due) + (late ? ", overdue" : ""),
                  late ? "bad" : "warn");
  }
  return marked(
      promise.trigger.empty() ? "open, no day stated" : "open, due when: " + promise.trigger,
      "warn");
}

}  // namespace

HtmlCell source_cell(const PlanView& view, std::string_view source) {
  if (source.empty()) return marked("not stated", "faint");
  const std::string_view key = key_of_source(source);
  if (!is_listed(*view.scenario, key)) return marked(source, "source");
  return {"<a href=\"#source-" + escaped(key) + "\">" + escaped(source) + "</a>", false, "source"};
}

std::string funds_html(const PlanView& view) {
  HtmlTable table{"Pledged by the last day of each fund, and paid: handed over or in use.",
                  {"Fund", "Need", "Firm", "Expected", "Best", "Paid", "Source"}};
  for (const explain::FundState& fund : view.funds) {
    const Requirement& requirement = (*view.scenario)->requirements[fund.requirement];
    table.add({cell(requirement_words(*view.scenario, fund.requirement)),
               fund.need ? money(*fund.need) : number("not stated"),
               money(fund.firm),
               money(fund.expected),
               money(fund.best),
               money(fund.paid),
               source_cell(view, requirement.source)});
  }
  return table.empty() ? std::string{} : table.finish();
}

std::string stocks_html(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  HtmlTable table{
      "What nations hold, what this plan gives of it, and the floor that they keep.",
      {"Nation", "Stock", "Stated on", "Held", "Given", "Left", "Floor", "Above floor", "Source"}};
  for (const explain::StockState& state : view.stocks) {
    const Stock& stock = scenario->stocks[state.stock];
    if (!is_told(view, stock.nation)) continue;
    const Capability& capability = scenario->capabilities[stock.capability];
    const std::int64_t above = state.left - stock.floor;
    HtmlCell above_cell = number(count_text(above));
    if (above < 0) above_cell.look = "bad";
    table.add({cell(scenario->nations[stock.nation].key),
               cell(name_or_key(capability.name, capability.key)),
               marked(to_text(stock.on), "day"),
               number(count_text(stock.quantity)),
               number(count_text(state.given)),
               number(count_text(state.left)),
               number(count_text(stock.floor)),
               above_cell,
               source_cell(view, stock.source)});
  }
  return table.empty() ? std::string{} : table.finish();
}

std::string spending_html(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  HtmlTable table{"What nations spend on defence, and what they pledged, in percent of their GDP.",
                  {"Nation", "Year", "Spent", "Pledged", "Short", "Source"}};
  for (const Spending& row : scenario->spending) {
    if (!is_told(view, row.nation)) continue;
    const int short_of = std::max(0, row.pledged.value_or(0) - row.spent);
    HtmlCell missing = number(row.pledged ? percent_text(short_of) : "–");
    if (short_of > 0) missing.look = "bad";
    table.add({cell(scenario->nations[row.nation].key),
               number(std::to_string(row.year)),
               number(percent_text(row.spent)),
               number(row.pledged ? percent_text(*row.pledged) : "–"),
               missing,
               source_cell(view, row.source)});
  }
  if (table.empty()) return {};
  return paragraph_html(spending_sentence(scenario)) + table.finish();
}

std::string conditions_html(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  HtmlTable table{
      "Acts that something waits for; a condition is met when all its acts are granted.",
      {"Act", "Party", "State", "Source"}};
  for (const explain::Waiting& waiting : view.waiting) {
    if (!concerns_reader(view, waiting)) continue;
    const Condition& condition = scenario->conditions[waiting.condition];
    const std::string state = waiting.met ? "met" : waiting.refused ? "refused" : "open";
    table.band(escaped(condition.key + ": " + state + ". On it waits: " + keys_of(view, waiting)));
    for (const Condition::Act& act : condition.acts) {
      table.add({cell(act.name),
                 cell(act.party),
                 marked(act_state(act), look_of(act.status)),
                 source_cell(view, act.source)});
    }
  }
  return table.empty() ? std::string{} : table.finish();
}

std::string promises_html(const PlanView& view) {
  const Scenario& scenario = *view.scenario;
  HtmlTable table{"A promise stays on this list until it is kept.",
                  {"Promise", "By", "To", "About", "State", "Source"}};
  for (const Promise& promise : scenario->promises) {
    if (!is_party_told(view, promise.by) && !is_party_told(view, promise.to)) continue;
    table.add({cell(promise.key),
               cell(promise.by),
               cell(promise.to),
               cell(promise.about),
               due_cell(scenario, promise),
               source_cell(view, promise.source)});
  }
  return table.empty() ? std::string{} : table.finish();
}

std::string sources_html(const PlanView& view) {
  std::string html = "<ul>\n";
  const std::set<std::string> cited = sources_told(view);
  for (const Source& source : (*view.scenario)->sources) {
    if (view.reader && !cited.contains(source.key)) continue;
    html += "<li id=\"source-" + escaped(source.key) + "\"><strong>" + escaped(source.key)
            + "</strong>: " + escaped(source.title);
    for (const std::string& part : {source.publisher, source.identifier}) {
      if (!part.empty()) html += ", " + escaped(part);
    }
    if (source.date) html += ", " + to_text(*source.date);
    if (source.official) html += ", official";
    if (is_link(source.url)) {
      html += ", <a href=\"" + escaped(source.url) + "\" rel=\"noreferrer\">" + escaped(source.url)
              + "</a>";
    }
    if (!source.note.empty()) html += ". <span class=\"faint\">" + escaped(source.note) + "</span>";
    html += "</li>\n";
  }
  return (*view.scenario)->sources.empty() ? std::string{} : html + "</ul>\n";
}

std::string claims_html(const PlanView& view) {
  const auto& claims = (*view.scenario)->claims;
  HtmlTable table{"What a source says of one cell of the data; chosen: it stands in the table.",
                  {"Table", "Row", "Column", "Says", "Chosen", "Why", "Source"}};
  const std::size_t listed = std::min(claims.size(), claims_listed);
  for (std::size_t i = 0; i < listed; ++i) {
    const Claim& claim = claims[i];
    if (!is_claim_told(view, claim)) continue;
    table.add({cell(claim.table),
               cell(claim.key),
               cell(claim.column),
               cell(claim.value),
               cell(claim.chosen ? "yes" : "no"),
               cell(claim.note),
               source_cell(view, claim.source)});
  }
  if (table.empty()) return {};
  const std::string summary = plural(static_cast<Wide>(claims.size()), "statement", "statements");
  const std::string cut =
      listed < claims.size() ? ", the first " + std::to_string(listed) + " listed" : "";
  return "<details><summary>" + escaped(summary + cut) + "</summary>\n" + table.finish()
         + "</details>\n";
}

}  // namespace muster::report
