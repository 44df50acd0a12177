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

// A script for bash, from the tree of verbs and options as it is.
std::string bash_script(const CLI::App& program) {
  std::string verbs;
  std::string cases;
  for (const CLI::App* verb : program.get_subcommands([](const CLI::App*) { return true; })) {
    verbs += (verbs.empty() ? "" : " ") + verb->get_name();
    cases += "    " + verb->get_name() + ") words=\"" + options_of(*verb) + "\" ;;\n";
  }
  return "# muster: completion for bash. Use: source <(muster completion bash)\n"
         "_muster() {\n"
         "  local word=\"${COMP_WORDS[COMP_CWORD]}\" words=\"\"\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
         "    COMPREPLY=($(compgen -W \"" + verbs + " " + options_of(program) + "\" -- \"$word\"))\n"
         "    return\n"
         "  fi\n"
         "  case \"${COMP_WORDS[1]}\" in\n" + cases +
         "  esac\n"
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
