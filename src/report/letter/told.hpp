// SPDX-License-Identifier: Apache-2.0
// What a letter tells of each activity: what its own nation gives, what is required and filled, who
// else gives, training, costs, conditions; each sentence with its sources.
#pragma once

#include <string>
#include <vector>

#include "report/letter/footnotes.hpp"
#include "report/letter/language.hpp"
#include "report/letter/words_of.hpp"
#include "report/view.hpp"

namespace muster::report {

class Told {
 public:
  // All must outlive it.
  Told(const PlanView& view,
       Id<Nation> from,
       const Language& language,
       const WordsOf& words,
       Footnotes& footnotes)
      : view_{view},
        scenario_{*view.scenario},
        from_{from},
        language_{language},
        words_{words},
        footnotes_{footnotes} {}

  // Paragraphs in Markdown.
  [[nodiscard]] std::vector<std::string> of(Id<Activity> activity);
  [[nodiscard]] std::string promise(const Promise& promise);

 private:
  using Sentences = std::vector<std::string>;
  [[nodiscard]] std::vector<Citation> sources_of(
      std::string_view table,
      std::string_view key,
      const std::string& source,
      const std::vector<std::string_view>& columns) const;
  [[nodiscard]] bool is_of(const Offer& offer, Id<Activity> activity) const;
  [[nodiscard]] Contribution contribution(Id<Offer> offer) const;
  [[nodiscard]] std::string place_words(const Caveat& caveat) const;
  [[nodiscard]] std::vector<Id<Offer>> own_offers(Id<Activity> activity) const;
  void tell_own(Id<Activity> activity, Sentences& told);
  [[nodiscard]] Need need_of(Id<Requirement> requirement) const;
  void tell_needs(const std::vector<Id<Requirement>>& needs, Sentences& told);
  [[nodiscard]] std::string table_of(const std::vector<Id<Requirement>>& needs);
  [[nodiscard]] std::vector<std::string> others_on(const std::vector<Id<Requirement>>& needs);
  [[nodiscard]] std::string others_on(Id<Requirement> requirement);
  void tell_training(Id<Activity> activity, Sentences& told);
  void tell_costs(Id<Activity> activity, Sentences& told);
  [[nodiscard]] bool is_told_at(const explain::Waiting& waiting, Id<Activity> activity) const;
  void tell_conditions(Id<Activity> activity, Sentences& told);
  void tell_spending(Id<Activity> activity, Sentences& told);
  [[nodiscard]] std::string act_words(const Condition& condition, const Condition::Act& act) const;

  const PlanView& view_;
  const Scenario& scenario_;
  Id<Nation> from_;
  const Language& language_;
  const WordsOf& words_;
  Footnotes& footnotes_;
};

}  // namespace muster::report
