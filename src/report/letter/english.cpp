// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <chrono>

#include "report/letter/language.hpp"
#include "report/words/words.hpp"

namespace muster::report {
namespace {

constexpr std::array months{"January",
                            "February",
                            "March",
                            "April",
                            "May",
                            "June",
                            "July",
                            "August",
                            "September",
                            "October",
                            "November",
                            "December"};

std::string share(std::int64_t permille) {
  return share_text(permille, 1000);
}

class English : public Language {
 public:
  [[nodiscard]] std::string_view code() const override { return "en"; }
  [[nodiscard]] std::string nation(const std::string& name) const override {
    const bool has_article = name.starts_with("United ") || name.ends_with(" Islands")
                             || name.ends_with("Republic") || name == "Netherlands"
                             || name == "Philippines" || name == "Bahamas" || name == "Gambia";
    return has_article ? "the " + name : name;
  }
  [[nodiscard]] std::string number(std::int64_t number) const override {
    return grouped(number, ',');
  }
  [[nodiscard]] std::string day(Day day) const override {
    const std::chrono::year_month_day date{day};
    return std::to_string(static_cast<unsigned>(date.day())) + " "
           + months.at(static_cast<unsigned>(date.month()) - 1) + " "
           + std::to_string(static_cast<int>(date.year()));
  }
  [[nodiscard]] std::string money(std::int64_t euros) const override {
    return euros >= 1'000'000 ? "EUR " + in_millions(euros, '.') + " million"
                              : "EUR " + number(euros);
  }
  [[nodiscard]] std::string_view status(OfferStatus status) const override {
    return status_words(status);
  }
  [[nodiscard]] std::string amount(Measure measure, std::int64_t quantity) const override {
    if (measure == Measure::money) return money(quantity);
    return number(quantity) + " " + std::string{measure_word(measure, quantity != 1)};
  }

  [[nodiscard]] std::string own(const Contribution& one) const override {
    std::string text = as_beginning(nation(one.nation)) + " " + std::string{verb(one.status)} + " ";
    text += one.rotations > 1 ? number(static_cast<std::int64_t>(one.rotations)) + " rotations of "
                                    + amount(one.measure, one.quantity) + " each"
                              : amount(one.measure, one.quantity);
    return text + " (" + one.capability + ")" + when(one) + option(one) + limits(one) + ".";
  }
  [[nodiscard]] std::string_view others() const override { return "Others give"; }
  [[nodiscard]] std::string need(const Need& need) const override {
    const std::string asked =
        "Required: " + amount(need.measure, need.quantity) + " (" + need.capability + "). ";
    if (need.firm == 1000) return asked + "It is filled throughout by what is firm.";
    return asked + "Of it " + share(need.firm) + " is filled by what is firm, "
           + share(need.expected) + " with what is expected, " + share(need.best)
           + " in the best case.";
  }
  [[nodiscard]] std::string needs(std::size_t full,
                                  std::size_t part,
                                  std::size_t none) const override {
    std::vector<std::string> parts;
    const auto add = [&](std::size_t count, std::string_view how) {
      if (count == 0) return;
      parts.push_back(std::to_string(count));
      if (parts.size() == 1)
        parts.back() += " of " + std::to_string(full + part + none) + " requirements "
                        + (count == 1 ? "is" : "are") + " filled";
      parts.back() += " " + std::string{how};
    };
    add(full, "throughout");
    add(part, "in part");
    add(none, "not at all");
    return "In the best case " + listed(parts, "and") + ".";
  }
  [[nodiscard]] std::vector<std::string> need_columns() const override {
    return {"Capability", "Required", "Firm", "Expected", "Best case"};
  }
  [[nodiscard]] std::string training(const Training& one) const override {
    std::string text;
    if (one.trained_before && *one.trained_before > 0 && one.as_of)
      text += number(*one.trained_before) + " people had been trained by " + day(*one.as_of) + ". ";
    if (one.target && one.target_on)
      text += "The target is " + number(*one.target) + " by " + day(*one.target_on)
              + "; by the plan "
              + (one.reached_on ? "it is reached on " + day(*one.reached_on)
                                : "it is not reached: " + number(one.by_target) + " by then")
              + ".";
    return text;
  }
  [[nodiscard]] std::string cost(const Cost& one) const override {
    return "The cost of the contribution is estimated at " + money(one.euros) + " and borne by the "
           + one.budget + " (" + day(one.period.from) + " to " + day(one.period.until - Days{1})
           + ").";
  }
  [[nodiscard]] std::string conditions(const std::vector<std::string>& open,
                                       const std::vector<std::string>& granted,
                                       const std::vector<std::string>& refused) const override {
    std::string text;
    if (!open.empty()) text += "Still open: " + joined(open, "; ") + ". ";
    if (!granted.empty()) text += "Met: " + joined(granted, "; ") + ". ";
    if (!refused.empty()) text += "Refused: " + joined(refused, "; ") + ". ";
    return text;
  }
  [[nodiscard]] std::string promise(const PromiseFact& one) const override {
    std::string text = one.by + " to " + one.to + ": " + one.about;
    if (one.kept_on) return text + " Done on " + day(*one.kept_on) + ".";
    if (!one.trigger.empty()) text += " As soon as: " + one.trigger + ".";
    if (one.due) text += " By " + day(*one.due) + " at the latest.";
    return text;
  }
  [[nodiscard]] std::string differs(const std::string& value) const override {
    return "Another source says " + value + ".";
  }
  [[nodiscard]] std::string only_in(const std::string& place) const override {
    return "only in " + place;
  }
  [[nodiscard]] std::string_view other_activities() const override { return "Other activities"; }
  [[nodiscard]] std::string_view what_is_assumed() const override {
    return "What is in no document but assumed by the makers of the data says so in its footnote.";
  }
  [[nodiscard]] std::string assumed(const std::string& why) const override {
    return "Assumed, in no document" + (why.empty() ? "." : ": " + why);
  }
  [[nodiscard]] std::string paper(const std::string& identifier) const override {
    return "Parliamentary paper " + identifier;
  }
  [[nodiscard]] std::string spending(std::int64_t met,
                                     std::int64_t pledged,
                                     int year) const override {
    return number(met) + " of " + number(pledged) + " pledges of spending on defence were met in "
           + std::to_string(year) + ".";
  }

 protected:
  [[nodiscard]] std::string when(const Contribution& one) const override {
    if (one.is_delivery) return one.from ? ", from " + day(*one.from) + " on" : "";
    std::string text;
    if (one.from) text += ", from " + day(*one.from);
    if (one.until) text += " to " + day(*one.until - Days{1});
    return text;
  }

 private:
  static std::string_view verb(OfferStatus status) {
    switch (status) {
      case OfferStatus::explored:
        return "is looking into giving";
      case OfferStatus::intended:
        return "intends to give";
      case OfferStatus::offered:
        return "has offered";
      case OfferStatus::accepted:
        return "has offered, and it is accepted,";
      case OfferStatus::committed:
        return "has committed";
      case OfferStatus::in_place:
      case OfferStatus::rotated:
      case OfferStatus::withdrawn:
      case OfferStatus::lapsed:
      case OfferStatus::refused:
        break;
    }
    return "provides";
  }
  [[nodiscard]] std::string option(const Contribution& one) const {
    if (!one.extended_until) return {};
    std::string text =
        ", with the possibility of an extension to " + day(*one.extended_until - Days{1});
    if (one.decide_by) text += ", to be decided by " + day(*one.decide_by);
    return text;
  }
  static std::string limits(const Contribution& one) {
    std::string text;
    if (!one.caveats.empty()) text += "; caveat: " + joined(one.caveats, ", ");
    if (!one.waits_for.empty()) text += "; subject to " + joined(one.waits_for, ", ");
    return text;
  }
};

}  // namespace

const Language& english() {
  static const English language;
  return language;
}

}  // namespace muster::report
