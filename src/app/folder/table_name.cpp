// SPDX-License-Identifier: Apache-2.0
#include "app/folder/table_name.hpp"

#include <string_view>
#include <vector>

#include "base/nearest.hpp"

#include "model/schema.hpp"

namespace muster::app {

Answer no_such_table(const std::string& name) {
  std::vector<std::string_view> known;
  for (const TableSchema& schema : schemas()) known.push_back(schema.name);
  const auto near = nearest(name, known);
  return misuse("there is no table \"" + name + "\"",
                near ? "Maybe " + std::string{*near} + "?" : "`muster schema` lists the tables.");
}

}  // namespace muster::app
