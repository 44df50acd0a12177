// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace muster::report {

// The tables and their columns as a Markdown page, from the schemas: docs/formats.md.
[[nodiscard]] std::string formats_markdown();

}  // namespace muster::report
