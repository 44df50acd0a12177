// SPDX-License-Identifier: Apache-2.0
// datapackage.json: what a data package is and which files it has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"

#include "model/schema.hpp"

namespace muster::io {

inline constexpr std::string_view descriptor_file = "datapackage.json";

struct Resource {
  const TableSchema* schema = nullptr;  // none: a table that we do not know, which is not read
  std::string path;                     // relative to the folder
  std::uint32_t line = 0;               // of datapackage.json, where it is named
};

struct Descriptor {
  std::string name, title, as_of, horizon, clock;
  std::vector<Resource> resources;
  Problems problems;  // of the file `file`; columns are written "resources[2].path"
};

// A package has to have a name and resources; an overlay may do without.
[[nodiscard]] Descriptor read_descriptor(std::string_view text,
                                         const std::string& file,
                                         bool overlay);

// The normal form; the resources in the order in which they stand.
[[nodiscard]] std::string write_descriptor(const Descriptor& descriptor);

}  // namespace muster::io
