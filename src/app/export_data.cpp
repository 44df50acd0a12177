// SPDX-License-Identifier: Apache-2.0
#include "app/export_data.hpp"

#include <string>

#include "app/folder/situation.hpp"
#include "app/folder/target.hpp"
#include "app/folder/written_package.hpp"

namespace muster::app {

Answer export_data(const DataSet& data, const std::filesystem::path& target, const Speech& speech) {
  if (const std::string why = objection_to_package(target); !why.empty()) {
    return misuse(why, "Name a folder that is missing or empty.");
  }
  const Result<Situation> situation = load(data);
  if (!situation) return refuse(situation.error(), speech);
  return write_package(situation->draft, target, speech);
}

}  // namespace muster::app
