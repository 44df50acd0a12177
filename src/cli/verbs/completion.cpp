// SPDX-License-Identifier: Apache-2.0
#include "cli/verbs/verbs.hpp"

namespace muster::cli {
namespace {

std::string options_of(const CLI::App& verb) {
  std::vector<std::string> names;
  for (const CLI::Option* option : verb.get_options()) {
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return CLI::detail::join(names, " ");
}

std::vector<const CLI::App*> verbs_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

std::string names_of(const std::vector<const CLI::App*>& verbs) {
  std::vector<std::string> names;
  for (const CLI::App* verb : verbs) names.push_back(verb->get_name());
  return CLI::detail::join(names, " ");
}

// What may follow a verb; of one that has verbs of its own: these.
std::string cases_of(const CLI::App& verb) {
  const std::string name = verb.get_name();
  if (verbs_of(verb).empty())
    return "    \"" + name + " \"*) words=\"" + options_of(verb) + "\" ;;\n";
  std::string cases;
  for (const CLI::App* under : verbs_of(verb))
    cases +=
        "    \"" + name + " " + under->get_name() + "\") words=\"" + options_of(*under) + "\" ;;\n";
  return cases + "    \"" + name + " \"*) names=\"" + names_of(verbs_of(verb)) + "\" ;;\n";
}

// A script for bash, from the tree of verbs and options as it is.
std::string bash_script(const CLI::App& program) {
  const std::string verbs = names_of(verbs_of(program));
  std::string cases;
  for (const CLI::App* verb : verbs_of(program)) cases += cases_of(*verb);
  return "# muster: completion for bash. Use: source <(muster completion bash)\n"
         "_muster() {\n"
         "  local word=\"${COMP_WORDS[COMP_CWORD]}\" words=\"\" names=\"\"\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
         "    COMPREPLY=($(compgen -W \"" + verbs + " " + options_of(program) + "\" -- \"$word\"))\n"
         "    return\n"
         "  fi\n"
         "  case \"${COMP_WORDS[1]} ${COMP_WORDS[2]}\" in\n" + cases +
         "  esac\n"
         "  if [ \"$COMP_CWORD\" -eq 2 ] && [ -n \"$names\" ]; then\n"
         "    COMPREPLY=($(compgen -W \"$names\" -- \"$word\"))\n"
         "    return\n"
         "  fi\n"
         "  case \"$word\" in\n"
         "    -*) COMPREPLY=($(compgen -W \"$words\" -- \"$word\")) ;;\n"
         "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
         "  esac\n"
         "}\n"
         "complete -o filenames -F _muster muster\n";
}

}  // namespace

void add_completion(CLI::App& program, Call& call) {
  CLI::App* verb = add_verb(program,
                            call,
                            "completion",
                            "Prints a script that completes words in a shell",
                            "  source <(muster completion bash)\n");
  verb->add_option("SHELL", "Which shell: bash")->required()->check(CLI::IsMember({"bash"}));
  verb->callback([&program, &call] {
    call.perform = [&program](const app::Speech&) {
      return app::Answer{bash_script(program), {}, app::Exit::done};
    };
  });
}

}  // namespace muster::cli
