// SPDX-License-Identifier: Apache-2.0
#include "app/describe_tables.hpp"
#include "cli/verbs/verbs.hpp"

namespace muster::cli {

void add_schema(CLI::App& program, Call& call) {
  struct Request {
    std::string table;
    bool markdown = false;
  };
  const auto request = std::make_shared<Request>();
  CLI::App* verb = add_verb(program,
                            call,
                            "schema",
                            "Describes the tables and their columns",
                            "  muster schema\n"
                            "  muster schema offers\n"
                            "  muster schema offers --json\n"
                            "  muster schema --markdown > docs/formats.md\n");
  verb->add_option("TABLE", request->table, "One table only");
  verb->add_flag("--markdown", request->markdown, "As Markdown, as in docs/formats.md");
  verb->callback([&call, request] {
    call.perform = [request](const app::Speech& speech) {
      const auto form = request->markdown ? app::SchemaForm::markdown : app::SchemaForm::people;
      return app::describe_tables(request->table, form, speech);
    };
  });
}

}  // namespace muster::cli
