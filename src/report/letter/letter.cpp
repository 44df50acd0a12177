// SPDX-License-Identifier: Apache-2.0
#include "report/letter.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <kainjow/mustache.hpp>

#include "report/letter/footnotes.hpp"
#include "report/letter/told.hpp"
#include "report/letter/words_of.hpp"

namespace muster::report {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

data texts(const std::vector<std::string>& all) {
  data list{data::type::list};
  for (const std::string& text : all) {
    data item;
    item.set("text", text);
    list << item;
  }
  return list;
}

class Letter {
 public:
  Letter(const PlanView& view, const LetterRequest& request)
      : view_{view},
        scenario_{*view.scenario},
        language_{request.language == "nl" ? dutch() : english()},
        words_{scenario_, language_.code()},
        footnotes_{scenario_, language_},
        told_{view, request.from, language_, words_, footnotes_},
        from_{request.from} {}

  data context() {
    data all;
    const Nouns& nouns = *scenario_;
    all.set("title", words_.text("datapackage", nouns.name, "title", nouns.title));
    all.set("nation", marked_down(language_.nation(words_.nation(from_))));
    all.set("date", language_.day(nouns.as_of));
    all.set("opening", texts(remarks_of(std::nullopt, std::nullopt)));
    all.set("themes", themes());
    set_promises(all);
    all.set("data", nouns.name);
    all.set("as_of", language_.day(nouns.as_of));
    all.set("hash", view_.origin.data_hash);
    all.set("version", view_.origin.version);
    all.set("assumed",
            footnotes_.has_assumed() ? std::string{language_.what_is_assumed()} : std::string{});
    data notes{data::type::list};
    for (std::size_t k = 0; k < footnotes_.texts().size(); ++k) {
      data note;
      note.set("number", std::to_string(k + 1));
      note.set("text", marked_down(footnotes_.texts()[k]));
      notes << note;
    }
    all.set("footnotes", notes);
    return all;
  }

 private:
  std::vector<std::string> remarks_of(std::optional<Id<Theme>> theme,
                                      std::optional<Id<Activity>> activity) {
    std::vector<std::string> found;
    for (const Remark& remark : scenario_->remarks)
      if (remark.theme == theme && remark.activity == activity)
        found.push_back(marked_down(words_.text("remarks", remark.key, "text", remark.text))
                        + footnotes_.cite({{remark.source, remark.note}}));
    return found;
  }

  // Activities without a theme come last, under no heading of their own where there are no themes.
  data themes() {
    data list{data::type::list};
    for (const Id<Theme> theme : scenario_->themes.ids()) {
      const std::string name = words_.text(
          "themes", scenario_->themes[theme].key, "name", scenario_->themes[theme].name);
      add_theme(name, theme, list);
    }
    const bool has_others = std::ranges::any_of(scenario_->activities.ids(), [&](Id<Activity> id) {
      return !scenario_->activities[id].theme;
    });
    if (has_others) add_theme(std::string{language_.other_activities()}, std::nullopt, list);
    return list;
  }

  void add_theme(const std::string& name, std::optional<Id<Theme>> theme, data& list) {
    data one;
    one.set("name", marked_down(name));
    one.set("remarks", texts(theme ? remarks_of(theme, std::nullopt) : std::vector<std::string>{}));
    data activities{data::type::list};
    for (const Id<Activity> id : scenario_->activities.ids()) {
      if (scenario_->activities[id].theme != theme) continue;
      std::vector<std::string> paragraphs = remarks_of(std::nullopt, id);
      std::ranges::move(told_.of(id), std::back_inserter(paragraphs));
      if (paragraphs.empty()) continue;
      data activity;
      const std::string heading = words_.text(
          "activities", scenario_->activities[id].key, "name", scenario_->activities[id].name);
      activity.set("has_name", heading != name);
      activity.set("name", marked_down(heading));
      activity.set("paragraphs", texts(paragraphs));
      activities << activity;
    }
    one.set("activities", activities);
    list << one;
  }

  void set_promises(data& all) {
    std::vector<std::string> kept, open;
    for (const Promise& promise : scenario_->promises)
      if (promise.status != PromiseStatus::withdrawn)
        (promise.status == PromiseStatus::kept ? kept : open).push_back(told_.promise(promise));
    all.set("has_kept", !kept.empty());
    all.set("has_open", !open.empty());
    all.set("kept", texts(kept));
    all.set("open", texts(open));
  }

  const PlanView& view_;
  const Scenario& scenario_;
  const Language& language_;
  WordsOf words_;
  Footnotes footnotes_;
  Told told_;
  Id<Nation> from_;
};

}  // namespace

std::expected<std::string, std::string> letter(const PlanView& view, const LetterRequest& request) {
  mustache read{request.template_text};
  if (!read.is_valid()) return std::unexpected{read.error_message()};
  read.set_custom_escape([](const std::string& text) { return text; });
  return read.render(Letter{view, request}.context());
}

}  // namespace muster::report
