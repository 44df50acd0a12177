// SPDX-License-Identifier: Apache-2.0
#include "app/import_marathon.hpp"

#include <string>
#include <utility>
#include <vector>

#include "app/folder/sheet_file.hpp"
#include "app/folder/target.hpp"
#include "io/csv.hpp"
#include "io/file.hpp"
#include "io/package.hpp"
#include "report/takings.hpp"
#include "sheets/marathon.hpp"
#include "sheets/statements.hpp"

namespace muster::app {
namespace {

// In the letters that a data package's name may have.
std::string package_name(const std::filesystem::path& book) {
  std::string name = sheets::as_key(book.stem().string());
  for (char& letter : name)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return name.empty() ? "marathon" : name;
}

}  // namespace

Answer import_marathon(const MarathonRequest& request, const Speech& speech) {
  if (!request.target.empty())
    if (const std::string why = objection_to_package(request.target); !why.empty())
      return misuse(why, "Name a folder that is missing or empty.");
  const Result<std::vector<sheets::Sheet>> book = read_sheets(request.book);
  if (!book) return refuse(book.error(), speech);
  Result<sheets::MarathonBook> taken = sheets::take_marathon(*book, request.keeps_repeated);
  if (!taken) return refuse(taken.error(), speech);
  taken->draft.name = package_name(request.book);
  taken->draft.title = request.book.stem().string();
  if (const Problems problems = check_schema(taken->draft); !problems.empty())
    return refuse(problems, speech);
  report::TakenSheet told;
  told.file = request.book.filename().string();
  told.takings = std::move(taken->takings);
  told.repair_log = request.repair_log.string();
  told.is_package = true;
  told.target = request.target.string();
  if (!request.repair_log.empty())
    io::write_file(request.repair_log, io::write_csv(report::repair_rows(told.takings)));
  if (!request.target.empty()) io::write_package(taken->draft, request.target);
  return {speech.json ? report::taken_json(told) : report::taken_text(told, speech.terminal),
          {},
          Exit::done};
}

}  // namespace muster::app
