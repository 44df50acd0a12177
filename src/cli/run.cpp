// SPDX-License-Identifier: Apache-2.0
#include "cli/run.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/demand.hpp"
#include "base/nearest.hpp"
#include "base/world_error.hpp"

#include "app/version.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {
namespace {

using app::Exit;

constexpr std::size_t help_column = 30;

int code(Exit exit) {
  return static_cast<int>(exit);
}

void add_verbs(CLI::App& program, Call& call) {
  program.set_version_flag("--version", "muster " + std::string{app::version()});
  program.get_formatter()->column_width(help_column);
  program.footer(
      "Exit codes: 0 done; 1 done, and what was asked does not hold; 2 wrong use; 3 the data has\n"
      "problems; 4 a file or the machine failed. `muster VERB --help` shows a verb's examples.\n");
  program.require_subcommand(1);
  for (const auto add :
       {add_check,     add_show,        add_schema,           add_export,   add_plan,   add_replan,
        add_verify,    add_judge,       add_compare,          add_explain,  add_asks,   add_worth,
        add_programme, add_burden,      add_report,           add_letter,   add_rotate, add_stress,
        add_generate,  add_ledger,      add_import_of_sheets, add_promises, add_claims, add_source,
        add_placemat,  add_diff_report, add_completion}) {
    add(program, call);
  }
}

bool has_verbs(const CLI::App& app) {
  return !app.get_subcommands([](const CLI::App*) { return true; }).empty();
}

// The program, the verb that was said, the verb of the verb.
std::vector<const CLI::App*> said_verbs(const CLI::App& program) {
  std::vector<const CLI::App*> said{&program};
  while (true) {
    const auto verbs = said.back()->get_subcommands();
    if (verbs.empty()) return said;
    said.push_back(verbs.front());
  }
}

// The words that may stand where `word` stands: verbs, or the options of the verb that was said.
std::vector<std::string> words_known(const CLI::App& said, const std::string& word) {
  std::vector<std::string> known;
  if (!word.starts_with("-")) {
    for (const CLI::App* verb : said.get_subcommands([](const CLI::App*) { return true; })) {
      known.push_back(verb->get_name());
    }
    return known;
  }
  for (const CLI::Option* option : said.get_options()) {
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  }
  return known;
}

// The first word that is neither a verb nor an option of the verb said, with the nearest that is.
std::optional<std::string> unknown_word(const CLI::App& program,
                                        const std::vector<std::string>& arguments) {
  const auto verbs = said_verbs(program);
  const CLI::App& said = *verbs.back();
  for (const std::string& argument : arguments) {
    const bool is_option = argument.starts_with("--");
    if (!is_option && !has_verbs(said)) continue;  // values and folders
    if (std::ranges::find(verbs, argument, &CLI::App::get_name) != verbs.end()) continue;
    const std::string word = argument.substr(0, argument.find('='));
    const std::vector<std::string> known = words_known(said, word);
    if (std::find(known.begin(), known.end(), word) != known.end()) continue;
    const std::vector<std::string_view> candidates(known.begin(), known.end());
    std::string text =
        std::string{"there is no "} + (is_option ? "option" : "verb") + " \"" + word + "\"";
    if (const auto near = nearest(word, candidates))
      text += "\n  Maybe " + std::string{*near} + "?";
    return text;
  }
  return std::nullopt;
}

int wrong_use(const CLI::App& program,
              const std::vector<std::string>& arguments,
              const CLI::ParseError& error,
              std::ostream& errors) {
  const auto verbs = said_verbs(program);
  const bool is_extra =
      dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr || has_verbs(*verbs.back());
  const std::optional<std::string> unknown =
      is_extra ? unknown_word(program, arguments) : std::nullopt;
  std::string verb;
  for (std::size_t k = 1; k < verbs.size(); ++k) verb += " " + verbs[k]->get_name();
  errors << "muster: " << unknown.value_or(error.what()) << "\n  `muster" << verb
         << " --help` tells more.\n";
  return code(Exit::wrong_use);
}

// Empty: go on with the call. Otherwise the exit code.
std::optional<int> parse(CLI::App& program,
                         const std::vector<std::string>& arguments,
                         std::ostream& out,
                         std::ostream& errors) {
  if (arguments.empty()) {
    errors << program.help();
    return code(Exit::wrong_use);
  }
  try {
    program.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    return std::nullopt;
  } catch (const CLI::Success& wanted) {  // --help, --version
    program.exit(wanted, out, errors);
    return code(Exit::done);
  } catch (const CLI::ParseError& error) {
    return wrong_use(program, arguments, error, errors);
  }
}

app::Speech speech_for(const Call& call) {
  const Surroundings& around = call.surroundings;
  const bool may_colour = !call.no_colour && !around.no_colour && !call.json;
  return {.json = call.json,
          .terminal = {.width = around.width, .colour = may_colour && around.out_is_terminal},
          .errors = {.width = around.width, .colour = may_colour && around.errors_is_terminal}};
}

int perform(const Call& call, std::ostream& out, std::ostream& errors) {
  const app::Answer answer = call.perform(speech_for(call));
  out << answer.out << std::flush;
  errors << answer.errors << std::flush;
  if (!out) {
    throw std::filesystem::filesystem_error{
        "cannot write", "standard output", std::make_error_code(std::errc::io_error)};
  }
  return code(answer.exit);
}

int defect(std::string_view what, std::ostream& errors) {
  errors << "muster: this is a defect of Muster, not of your data; nothing was written.\n  " << what
         << "\n  Please report this line, the version (" << app::version()
         << "), the command, and if you may the data (`muster export`).\n";
  return code(Exit::world_failed);
}

}  // namespace

int run(const std::vector<std::string>& arguments,
        const Surroundings& surroundings,
        std::ostream& out,
        std::ostream& errors) {
  try {
    Call call;
    call.surroundings = surroundings;
    call.errors = &errors;
    CLI::App program{"Muster fills requirements with what nations offer, and proves how well.",
                     "muster"};
    add_verbs(program, call);
    if (const auto ended = parse(program, arguments, out, errors)) return *ended;
    return perform(call, out, errors);
  } catch (const std::filesystem::filesystem_error& failure) {
    errors << "muster: " << failure.path1().string() << ": " << failure.code().message() << "\n";
    return code(Exit::world_failed);
  } catch (const WorldError& failure) {
    errors << "muster: " << failure.place() << ": " << failure.what() << "\n";
    if (!failure.advice().empty()) errors << "  " << failure.advice() << "\n";
    return code(Exit::world_failed);
  } catch (const Defect& found) {
    return defect(found.what(), errors);
  } catch (const std::bad_alloc&) {
    errors << "muster: there is not enough memory for this\n";
    return code(Exit::world_failed);
  } catch (const std::exception& unforeseen) {
    return defect(unforeseen.what(), errors);
  }
}

}  // namespace muster::cli
