// SPDX-License-Identifier: Apache-2.0
#include "app/read_source.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {
namespace {

enum class Tongue : std::uint8_t { automatic, dutch, english };

struct Request {
  app::SourceRequest source;
  std::vector<std::string> kinds;
  Tongue language = Tongue::automatic;
  std::filesystem::path known;
};

std::optional<source::Language> language_of(Tongue tongue) {
  if (tongue == Tongue::automatic) return std::nullopt;
  return tongue == Tongue::dutch ? source::Language::dutch : source::Language::english;
}

source::Kind kind_of(const std::string& word) {
  std::vector<std::string> known;
  for (const source::Kind kind : source::all_kinds) {
    known.emplace_back(source::to_text(kind));
    if (known.back() == word) return kind;
  }
  throw CLI::ValidationError("--kind", not_among(word, known));
}

void add_reading(CLI::App& verb, Request& request) {
  verb.add_option("FILE", request.source.file, "The document: UTF-8 text or PDF")->required();
  verb.add_option("--kind", request.kinds, "Only these: citation, date, amount, quantity, promise")
      ->type_name("KIND")
      ->delimiter(',');
  add_word(verb,
           "--language",
           request.language,
           {{"auto", Tongue::automatic}, {"nl", Tongue::dutch}, {"en", Tongue::english}},
           "The language of the document");
  verb.add_option(
          "--key",
          request.source.key,
          "What a person found in it (kind, place, value, words): says precision and recall")
      ->type_name("FILE");
}

void add_accepting(CLI::App& verb, Request& request) {
  CLI::Option* some =
      verb.add_option("--accept", request.source.numbers, "Accept these proposals: 1,3-5")
          ->type_name("NUMBERS");
  verb.add_flag("--accept-all", request.source.accepts_all, "Accept all that is shown")
      ->excludes(some);
  verb.add_option("-o,--output", request.source.target, "Folder for the draft: an overlay")
      ->type_name("DIR");
  verb.add_option("--as", request.source.source_key, "The document's key in the table sources")
      ->type_name("KEY");
  verb.add_option("--known", request.known, "Data or ledger whose sources need no row in the draft")
      ->type_name("DATA");
}

// What is accepted goes somewhere, and only what is accepted does.
void settle(Request& request) {
  const bool accepts = request.source.accepts_all || !request.source.numbers.empty();
  const bool is_led = !request.source.target.empty() && !request.source.source_key.empty();
  if (accepts && !is_led)
    throw CLI::ValidationError("--accept", "say where to (-o DIR) and under which key (--as KEY)");
  if (!accepts && (!request.source.target.empty() || !request.source.source_key.empty()))
    throw CLI::ValidationError("-o", "nothing is accepted: say --accept NUMBERS or --accept-all");
  for (const std::string& word : request.kinds) request.source.kinds.push_back(kind_of(word));
  request.source.language = language_of(request.language);
  if (!request.known.empty()) request.source.known = app::DataSet{request.known, {}};
}

void add_read(CLI::App& program, Call& call) {
  const auto request = std::make_shared<Request>();
  CLI::App* verb =
      add_verb(program,
               call,
               "read",
               "Proposes citations, dates, amounts, quantities and promises, each with its place",
               "  muster source read letter.pdf\n"
               "  muster source read letter.txt --kind promise,citation --language nl\n"
               "  muster source read letter.txt --accept 1,3-5 -o draft --as kb-2023-10-25\n"
               "  muster check data/dmm-2023-10 --with draft\n"
               "Nothing is written unless it is accepted.\n");
  add_reading(*verb, *request);
  add_accepting(*verb, *request);
  verb->callback([&call, request] {
    settle(*request);
    call.perform = [request](const app::Speech& speech) {
      return app::read_source(request->source, speech);
    };
  });
}

}  // namespace

void add_source(CLI::App& program, Call& call) {
  CLI::App* verb =
      program.add_subcommand("source", "Documents: what they say, proposed with its place");
  verb->require_subcommand(1);
  verb->footer(
      "Examples:\n"
      "  muster source read letter.txt\n"
      "  muster source read letter.txt --accept-all -o draft --as kb-2023-10-25\n");
  add_read(*verb, call);
}

}  // namespace muster::cli
