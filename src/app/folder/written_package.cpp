// SPDX-License-Identifier: Apache-2.0
#include "app/folder/written_package.hpp"

#include <string>

#include <nlohmann/json.hpp>

#include "io/package.hpp"

namespace muster::app {

Answer write_package(const Draft& draft,
                     const std::filesystem::path& target,
                     const Speech& speech) {
  io::write_package(draft, target);
  std::size_t rows = 0;
  for (const DraftTable& table : draft.tables()) rows += table.rows.size();
  const std::string digest = io::data_digest(draft);
  if (speech.json) {
    const nlohmann::ordered_json told{
        {"folder", target.string()}, {"rows", rows}, {"sha256", digest}};
    return {told.dump(2) + "\n", {}, Exit::done};
  }
  return {std::to_string(rows) + " rows are in " + target.string()
              + ".\nSHA-256 of the data: " + digest + "\n",
          {},
          Exit::done};
}

}  // namespace muster::app
