// SPDX-License-Identifier: Apache-2.0
// Files and folders, never half written: everything goes to a temporary name beside its place and
// is renamed. Where the world fails (no such place, no right, no room)
// std::filesystem::filesystem_error.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace muster::io {

struct NamedText {
  std::string path;  // relative to a folder, with '/'
  std::string text;  // the bytes
};

[[nodiscard]] std::string read_file(const std::filesystem::path& path);

// Writes the whole file or nothing; its folder must exist.
void write_file(const std::filesystem::path& path, std::string_view text);

// Makes `folder` hold exactly `files`, all or nothing. A folder that is there already is replaced
// only where it is empty or holds a file named `marker` (so that nobody's other files are lost);
// else it is left alone and file_exists is thrown. An empty marker: only an empty folder is
// replaced.
void replace_folder(const std::filesystem::path& folder,
                    const std::vector<NamedText>& files,
                    std::string_view marker);

}  // namespace muster::io
