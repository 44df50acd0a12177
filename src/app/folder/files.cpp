// SPDX-License-Identifier: Apache-2.0
#include "app/folder/files.hpp"

#include <utility>
#include <vector>

#include "io/file.hpp"

namespace muster::app {

namespace fs = std::filesystem;

Texts read_folder(const fs::path& folder) {
  Texts texts;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator{folder}) {
    if (!entry.is_regular_file()) continue;
    texts.emplace(entry.path().lexically_relative(folder).generic_string(),
                  io::read_file(entry.path()));
  }
  return texts;
}

void write_folder(const fs::path& target, Texts texts) {
  std::vector<io::NamedText> files;
  for (auto& [name, bytes] : texts) files.push_back({name, std::move(bytes)});
  const bool has_entries = fs::is_directory(target) && !fs::is_empty(target);
  const std::string any_entry = has_entries ? fs::directory_iterator {
    target
  } -> path().filename().string() : std::string{};
  io::replace_folder(target, files, any_entry);
}

}  // namespace muster::app
