// SPDX-License-Identifier: Apache-2.0
#include "cli/verbs/verbs.hpp"

#include <charconv>
#include <string_view>

#include "base/nearest.hpp"

namespace muster::cli {

CLI::App* add_verb(CLI::App& program,
                   Call& call,
                   const std::string& name,
                   const std::string& description,
                   const std::string& examples) {
  CLI::App* verb = program.add_subcommand(name, description);
  verb->add_flag("--json", call.json, "Answer as JSON");
  verb->add_flag("--no-color", call.no_colour, "No colour, also not on a terminal");
  verb->footer("Examples:\n" + examples);
  return verb;
}

void add_data(CLI::App& verb, app::DataSet& data) {
  verb.add_option("DATA",
                  data.folder,
                  "Folder of the data package, or a ledger: its file or postgresql://…")
      ->required();
  add_overlays(verb, data);
  add_moment(verb, data);
}

CLI::Option* add_day(CLI::App& verb,
                     const std::string& name,
                     std::optional<Day>& day,
                     const std::string& description) {
  const auto read = [&day, name](const std::string& word) {
    day = parse_day(word);
    if (!day)
      throw CLI::ValidationError(
          name, "\"" + word + "\" is not a date; dates are written year-month-day");
  };
  return verb.add_option_function<std::string>(name, read, description)->type_name("DAY");
}

void add_moment(CLI::App& verb, app::DataSet& data) {
  add_day(verb,
          "--as-of",
          data.as_of,
          "Of a ledger: what was true on this day; left out: on the latest day from which anything "
          "is valid");
  add_day(verb,
          "--known-on",
          data.known_on,
          "Of a ledger: only what was recorded by the end of this day");
}

void add_overlays(CLI::App& verb, app::DataSet& data) {
  verb.add_option(
          "--with", data.overlays, "Folder of an overlay; several are stacked in their order")
      ->type_name("OVERLAY")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

std::optional<std::int64_t> days_of(std::string_view text) {
  if (text.starts_with('P') && text.ends_with('D')) text = text.substr(1, text.size() - 2);
  std::int64_t days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  constexpr std::int64_t most = 100'000;
  if (error != std::errc{} || end != text.data() + text.size() || days < 0 || days > most)
    return std::nullopt;
  return days;
}

CLI::Option* add_counting(CLI::App& verb, Counting& counting) {
  return add_word<Counting>(
      verb,
      "--count",
      counting,
      {{"firm", Counting::firm}, {"expected", Counting::expected}, {"best", Counting::best}},
      "Which offers count: committed and in place; accepted and firmer; all that is not ended");
}

CLI::Option* add_grid(CLI::App& verb, GridStep& grid) {
  return add_word<GridStep>(
      verb,
      "--grid",
      grid,
      {{"day", GridStep::day},
       {"week", GridStep::week},
       {"month", GridStep::month},
       {"events", GridStep::events}},
      "Where tours may begin and end, besides the days that the data names; events: nowhere else");
}

std::string not_among(const std::string& word, const std::vector<std::string>& words) {
  std::string text = "\"" + word + "\" is none of " + CLI::detail::join(words, ", ");
  const std::vector<std::string_view> candidates(words.begin(), words.end());
  if (const auto near = nearest(word, candidates)) text += "\n  Maybe " + std::string{*near} + "?";
  return text;
}

}  // namespace muster::cli
