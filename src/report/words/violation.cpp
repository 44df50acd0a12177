// SPDX-License-Identifier: Apache-2.0
#include "base/demand.hpp"

#include "report/text.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

// What the rule found, in the rule's own measure.
std::string finding(const judge::Violation& violation) {
  const std::string measured = count_text(violation.measured);
  const std::string allowed = count_text(violation.allowed);
  switch (violation.rule) {
    case judge::Rule::counting:
      return "its status is not counted under this counting";
    case judge::Rule::window:
      return "lies outside the time that is offered or asked for";
    case judge::Rule::indivisible:
      return "serves " + measured + " of the whole " + allowed + " days asked of one unit";
    case judge::Rule::scope:
      return "is offered for something else";
    case judge::Rule::substitution:
      return "is worth nothing here";
    case judge::Rule::caveat:
      return "is against its nation's caveat";
    case judge::Rule::condition:
      return "its condition is not met on these days";
    case judge::Rule::readiness:
      return "notice " + measured + " days, wanted " + allowed;
    case judge::Rule::tempo:
      return "tempo: " + measured + " days, allowed " + allowed;
    case judge::Rule::totals:
      return "is there " + measured + " days in one span, allowed " + allowed;
    case judge::Rule::handover:
      return "handover: " + measured + " days, more than " + allowed + " are needed";
    case judge::Rule::availability:
      return "is used twice: " + measured + ", there is " + allowed;
    case judge::Rule::nations:
      return measured + " nations, allowed " + allowed;
    case judge::Rule::lead_share:
      return "the lead holds " + measured + " thousandths, at least " + allowed + " are asked";
    case judge::Rule::ceiling:
      return measured + " persons deployed, ceiling " + allowed;
    case judge::Rule::budget:
      return "costs EUR " + measured + ", budget EUR " + allowed;
    case judge::Rule::stock:
      return measured + " given, " + allowed + " above the floor";
    case judge::Rule::pins:
      return violation.allowed == 0 ? measured + " days are against what is fixed or forbidden"
                                    : "is fixed, " + measured + " of " + allowed + " are there";
    case judge::Rule::delivery:
      return measured + " delivered, " + allowed + " offered";
  }
  throw Defect{"every rule has words"};
}

}  // namespace

std::string violation_sentence(const Scenario& scenario, const judge::Violation& violation) {
  std::string words;
  if (violation.offer) words += scenario->offers[*violation.offer].key;
  if (violation.other) words += " and " + scenario->offers[*violation.other].key;
  if (violation.requirement) {
    words += (words.empty() ? "" : " on ") + scenario->requirements[*violation.requirement].key;
  }
  return words + (words.empty() ? "" : ": ") + finding(violation);
}

}  // namespace muster::report
