// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <chrono>

#include "report/letter/language.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr std::array months{"januari",
                            "februari",
                            "maart",
                            "april",
                            "mei",
                            "juni",
                            "juli",
                            "augustus",
                            "september",
                            "oktober",
                            "november",
                            "december"};
constexpr std::array small_numbers{
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"};

std::string share(std::int64_t permille) {
  return share_text(permille, 1000);
}

std::string_view measure(Measure measure, bool many) {
  switch (measure) {
    case Measure::unit:
      return many ? "eenheden" : "eenheid";
    case Measure::person:
      return many ? "personen" : "persoon";
    case Measure::aircraft:
      return many ? "toestellen" : "toestel";
    case Measure::vessel:
      return many ? "schepen" : "schip";
    case Measure::system:
      return many ? "systemen" : "systeem";
    case Measure::piece:
      return many ? "stuks" : "stuk";
    case Measure::money:
      break;
  }
  return "euro";
}

class Dutch : public Language {
 public:
  [[nodiscard]] std::string_view code() const override { return "nl"; }
  [[nodiscard]] std::string nation(const std::string& name) const override {
    if (name == "Verenigd Koninkrijk") return "het " + name;
    const bool has_article = name.starts_with("Verenigde ") || name == "Filipijnen";
    return has_article ? "de " + name : name;
  }
  [[nodiscard]] std::string number(std::int64_t number) const override {
    return grouped(number, '.');
  }
  [[nodiscard]] std::string day(Day day) const override {
    const std::chrono::year_month_day date{day};
    return std::to_string(static_cast<unsigned>(date.day())) + " "
           + months.at(static_cast<unsigned>(date.month()) - 1) + " "
           + std::to_string(static_cast<int>(date.year()));
  }
  [[nodiscard]] std::string money(std::int64_t euros) const override {
    return euros >= 1'000'000 ? in_millions(euros, ',') + " miljoen euro" : number(euros) + " euro";
  }
  [[nodiscard]] std::string_view status(OfferStatus status) const override {
    switch (status) {
      case OfferStatus::explored:
        return "in onderzoek";
      case OfferStatus::intended:
        return "voornemen";
      case OfferStatus::offered:
        return "aangeboden";
      case OfferStatus::accepted:
        return "aangeboden en aanvaard";
      case OfferStatus::committed:
        return "toegezegd";
      case OfferStatus::in_place:
        return "ter plaatse";
      case OfferStatus::rotated:
        return "afgelost";
      case OfferStatus::withdrawn:
        return "teruggetrokken";
      case OfferStatus::lapsed:
        return "vervallen";
      case OfferStatus::refused:
        break;
    }
    return "geweigerd";
  }
  [[nodiscard]] std::string amount(Measure measured, std::int64_t quantity) const override {
    if (measured == Measure::money) return money(quantity);
    return number(quantity) + " " + std::string{measure(measured, quantity != 1)};
  }

  [[nodiscard]] std::string own(const Contribution& one) const override {
    std::string text =
        as_beginning(nation(one.nation)) + " " + std::string{verb(one.status)} + ": ";
    text += one.rotations > 1
                ? in_words(one.rotations) + " rotaties van elk " + amount(one.measure, one.quantity)
                : amount(one.measure, one.quantity);
    return text + " (" + one.capability + ")" + when(one) + option(one) + limits(one) + ".";
  }
  [[nodiscard]] std::string_view others() const override { return "Bijdragen van anderen"; }
  [[nodiscard]] std::string need(const Need& need) const override {
    const std::string asked =
        "Gevraagd: " + amount(need.measure, need.quantity) + " (" + need.capability + "). ";
    if (need.firm == 1000) return asked + "Dit is geheel gevuld met vaste toezeggingen.";
    return asked + "Daarvan is " + share(need.firm) + " gevuld met vaste toezeggingen, "
           + share(need.expected) + " met wat wordt verwacht en " + share(need.best)
           + " in het beste geval.";
  }
  [[nodiscard]] std::string needs(std::size_t full,
                                  std::size_t part,
                                  std::size_t none) const override {
    std::vector<std::string> parts;
    if (full > 0) parts.push_back(std::to_string(full) + " geheel");
    if (part > 0) parts.push_back(std::to_string(part) + " deels");
    if (none > 0) parts.push_back(std::to_string(none) + " niet");
    return "Van " + std::to_string(full + part + none) + " behoeften zijn er in het beste geval "
           + listed(parts, "en") + " gevuld.";
  }
  [[nodiscard]] std::vector<std::string> need_columns() const override {
    return {"Capaciteit", "Gevraagd", "Vast", "Verwacht", "Beste geval"};
  }
  [[nodiscard]] std::string training(const Training& one) const override {
    std::string text;
    const bool has_before = one.trained_before && *one.trained_before > 0 && one.as_of;
    if (has_before)
      text += "Tot " + day(*one.as_of) + " zijn " + number(*one.trained_before)
              + " militairen getraind. ";
    if (one.target && one.target_on)
      text +=
          (has_before ? "Naar verwachting zijn dit er " + number(*one.target)
                      : "Naar verwachting worden " + number(*one.target) + " militairen getraind")
          + (has_before ? " op " : " tot ") + day(*one.target_on) + "; volgens het plan wordt dat "
          + (one.reached_on ? "op " + day(*one.reached_on) + " bereikt"
                            : "niet bereikt: het zijn er dan " + number(one.by_target))
          + ".";
    return text;
  }
  [[nodiscard]] std::string cost(const Cost& one) const override {
    return "De kosten van de bijdrage worden geraamd op " + money(one.euros)
           + " en komen ten laste van: " + one.budget + " (" + day(one.period.from) + " tot en met "
           + day(one.period.until - Days{1}) + ").";
  }
  [[nodiscard]] std::string conditions(const std::vector<std::string>& open,
                                       const std::vector<std::string>& granted,
                                       const std::vector<std::string>& refused) const override {
    std::string text;
    if (!open.empty()) text += "Nog niet vervuld: " + joined(open, "; ") + ". ";
    if (!granted.empty()) text += "Vervuld: " + joined(granted, "; ") + ". ";
    if (!refused.empty()) text += "Geweigerd: " + joined(refused, "; ") + ". ";
    return text;
  }
  [[nodiscard]] std::string promise(const PromiseFact& one) const override {
    std::string text = one.by + " aan " + one.to + ": " + one.about;
    if (one.kept_on) return text + " Gedaan op " + day(*one.kept_on) + ".";
    if (!one.trigger.empty()) text += " Zodra " + one.trigger + ".";
    if (one.due) text += " Uiterlijk " + day(*one.due) + ".";
    return text;
  }
  [[nodiscard]] std::string differs(const std::string& value) const override {
    return "Een andere bron noemt " + value + ".";
  }
  [[nodiscard]] std::string only_in(const std::string& place) const override {
    return "alleen in " + place;
  }
  [[nodiscard]] std::string_view other_activities() const override {
    return "Overige activiteiten";
  }
  [[nodiscard]] std::string_view what_is_assumed() const override {
    return "Wat in geen document staat maar door de makers van de gegevens is aangenomen, is in "
           "een "
           "voetnoot zo aangeduid.";
  }
  [[nodiscard]] std::string assumed(const std::string& why) const override {
    return "Aangenomen, in geen document" + (why.empty() ? "." : ": " + why);
  }
  [[nodiscard]] std::string paper(const std::string& identifier) const override {
    const bool is_filed_twice = identifier.find(" en ") != std::string::npos;
    return (is_filed_twice ? "Kamerstukken " : "Kamerstuk ") + identifier;
  }
  [[nodiscard]] std::string spending(std::int64_t met,
                                     std::int64_t pledged,
                                     int year) const override {
    return number(met) + " van " + number(pledged) + " toezeggingen over defensie-uitgaven zijn in "
           + std::to_string(year) + " nagekomen.";
  }

 protected:
  [[nodiscard]] std::string when(const Contribution& one) const override {
    if (one.is_delivery) return one.from ? ", vanaf " + day(*one.from) : "";
    std::string text;
    if (one.from) text += (one.until ? ", van " : ", vanaf ") + day(*one.from);
    if (one.until) text += " tot en met " + day(*one.until - Days{1});
    return text;
  }

 private:
  [[nodiscard]] std::string in_words(std::size_t count) const {
    return count < small_numbers.size() ? small_numbers.at(count)
                                        : number(static_cast<std::int64_t>(count));
  }
  static std::string_view verb(OfferStatus status) {
    switch (status) {
      case OfferStatus::explored:
        return "onderzoekt een bijdrage";
      case OfferStatus::intended:
        return "heeft het voornemen";
      case OfferStatus::offered:
        return "heeft aangeboden";
      case OfferStatus::accepted:
        return "heeft aangeboden, en het aanbod is aanvaard";
      case OfferStatus::committed:
        return "heeft toegezegd";
      case OfferStatus::in_place:
      case OfferStatus::rotated:
      case OfferStatus::withdrawn:
      case OfferStatus::lapsed:
      case OfferStatus::refused:
        break;
    }
    return "levert";
  }
  [[nodiscard]] std::string option(const Contribution& one) const {
    if (!one.extended_until) return {};
    std::string text =
        ", met de mogelijkheid tot verlenging tot en met " + day(*one.extended_until - Days{1});
    if (one.decide_by) text += ", te besluiten uiterlijk " + day(*one.decide_by);
    return text;
  }
  static std::string limits(const Contribution& one) {
    std::string text;
    if (!one.caveats.empty()) text += "; beperking: " + joined(one.caveats, ", ");
    if (!one.waits_for.empty()) text += "; onder voorbehoud van " + joined(one.waits_for, ", ");
    return text;
  }
};

}  // namespace

const Language& dutch() {
  static const Dutch language;
  return language;
}

}  // namespace muster::report
