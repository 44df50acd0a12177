// SPDX-License-Identifier: Apache-2.0
// Folders as texts. Where the world fails: std::filesystem::filesystem_error.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace muster::app {

// Path inside a folder, parts divided by '/' → bytes. Sorted, so equal folders are equal values.
using Texts = std::map<std::string, std::string>;

// Every regular file below the folder.
[[nodiscard]] Texts read_folder(const std::filesystem::path& folder);

// All or nothing; what is there is replaced, so ask app/folder/target.hpp first.
void write_folder(const std::filesystem::path& target, Texts texts);

}  // namespace muster::app
