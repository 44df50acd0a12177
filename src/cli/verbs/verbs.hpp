// SPDX-License-Identifier: Apache-2.0
// The verbs, a file each: every one adds its subcommand with its options, and leaves in `call` what
// to do when the user says it.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/day.hpp"

#include "app/answer.hpp"
#include "app/data_set.hpp"
#include "app/keep_ledger.hpp"
#include "cli/surroundings.hpp"
#include "model/grid.hpp"
#include "model/nouns.hpp"

namespace muster::cli {

struct Call {
  Surroundings surroundings;
  std::ostream* errors = nullptr;
  bool json = false;
  bool no_colour = false;
  std::function<app::Answer(const app::Speech&)> perform;  // empty until a verb was said
};

void add_check(CLI::App& program, Call& call);
void add_export(CLI::App& program, Call& call);
void add_schema(CLI::App& program, Call& call);
void add_show(CLI::App& program, Call& call);
void add_plan(CLI::App& program, Call& call);
void add_replan(CLI::App& program, Call& call);
void add_verify(CLI::App& program, Call& call);
void add_judge(CLI::App& program, Call& call);
void add_compare(CLI::App& program, Call& call);
void add_explain(CLI::App& program, Call& call);
void add_asks(CLI::App& program, Call& call);
void add_worth(CLI::App& program, Call& call);
void add_programme(CLI::App& program, Call& call);
void add_burden(CLI::App& program, Call& call);
void add_report(CLI::App& program, Call& call);
void add_letter(CLI::App& program, Call& call);
void add_placemat(CLI::App& program, Call& call);
void add_diff_report(CLI::App& program, Call& call);
void add_generate(CLI::App& program, Call& call);
void add_ledger(CLI::App& program, Call& call);
void add_source(CLI::App& program, Call& call);
void add_promises(CLI::App& program, Call& call);
void add_import_of_sheets(CLI::App& program, Call& call);
void add_import_marathon(CLI::App& import, Call& call);  // below `import`
void add_stress(CLI::App& program, Call& call);
void add_rotate(CLI::App& program, Call& call);
void add_claims(CLI::App& program, Call& call);
// Below `ledger`.
void add_due(CLI::App& ledger, Call& call);
void add_slippage(CLI::App& ledger, Call& call);
void add_ladder(CLI::App& ledger, Call& call);
void add_deliveries(CLI::App& ledger, Call& call);
void add_reconcile(CLI::App& ledger, Call& call);
void add_completion(CLI::App& program, Call& call);

// A subcommand with what all of them have: --json, --no-color, and examples below the help text.
CLI::App* add_verb(CLI::App& program,
                   Call& call,
                   const std::string& name,
                   const std::string& description,
                   const std::string& examples);

// An option or word that is a date.
CLI::Option* add_day(CLI::App& verb,
                     const std::string& name,
                     std::optional<Day>& day,
                     const std::string& description);
// Who records what, when, and from where; `ledger`: the word or option that names the ledger.
void add_valid_from(CLI::App& verb, app::Recording& recording);
void add_recording(CLI::App& verb,
                   const Call& call,
                   app::Recording& recording,
                   const std::string& ledger);

// "P30D", as ISO 8601 writes a number of days, or the number alone; none: it is neither.
[[nodiscard]] std::optional<std::int64_t> days_of(std::string_view text);
// --as-of, --known-on: which state of a ledger is meant.
void add_moment(CLI::App& verb, app::DataSet& data);

// DATA [--with OVERLAY]… [--as-of DAY] [--known-on DAY]
void add_data(CLI::App& verb, app::DataSet& data);
void add_overlays(CLI::App& verb, app::DataSet& data);

// --count, --grid
CLI::Option* add_counting(CLI::App& verb, Counting& counting);
CLI::Option* add_grid(CLI::App& verb, GridStep& grid);

// An option whose value is one of some words; says "Maybe …" where it is none of them.
template <class Value>
CLI::Option* add_word(CLI::App& verb,
                      const std::string& name,
                      Value& value,
                      const std::map<std::string, Value>& words,
                      const std::string& description);

// "none of …" with the nearest word, for a word that is not in `words`.
[[nodiscard]] std::string not_among(const std::string& word, const std::vector<std::string>& words);

template <class Value>
CLI::Option* add_word(CLI::App& verb,
                      const std::string& name,
                      Value& value,
                      const std::map<std::string, Value>& words,
                      const std::string& description) {
  std::string preset;
  std::vector<std::string> known;
  for (const auto& [word, meaning] : words) {
    known.push_back(word);
    if (meaning == value) preset = word;
  }
  const auto read = [&value, words, known, name](const std::string& word) {
    const auto found = words.find(word);
    if (found == words.end()) throw CLI::ValidationError(name, not_among(word, known));
    value = found->second;
  };
  return verb.add_option_function<std::string>(name, read, description)
      ->type_name(CLI::detail::join(known, "|"))
      ->default_str(preset);
}

}  // namespace muster::cli
