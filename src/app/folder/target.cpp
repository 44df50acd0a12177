// SPDX-License-Identifier: Apache-2.0
#include "app/folder/target.hpp"

#include <system_error>

#include "app/folder/plan_folder.hpp"

namespace muster::app {
namespace {

namespace fs = std::filesystem;

std::string with_slash(const fs::path& path) {
  std::error_code ignored;
  return fs::weakly_canonical(path, ignored).string() + "/";
}

bool holds(const fs::path& folder, const fs::path& other) {
  return with_slash(other).starts_with(with_slash(folder));
}

// What no force changes.
std::string never(const fs::path& target, const DataSet& data) {
  std::error_code ignored;
  if (!fs::is_directory(target, ignored)) return target.string() + " is a file, not a folder";
  bool keeps = holds(target, data.folder) || holds(target, fs::current_path());
  for (const fs::path& overlay : data.overlays) keeps = keeps || holds(target, overlay);
  return keeps ? target.string() + " holds the data or the folder you are in" : std::string{};
}

bool is_free(const fs::path& target) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(target, ignored))) return true;
  return fs::is_directory(target, ignored) && fs::is_empty(target, ignored);
}

}  // namespace

std::string objection_to_plan(const fs::path& target, const DataSet& data, bool force) {
  if (is_free(target)) return {};
  if (std::string why = never(target, data); !why.empty()) return why;
  if (force || is_plan_folder(target)) return {};
  return target.string() + " is there already and holds no plan";
}

std::string objection_to_package(const fs::path& target) {
  return is_free(target) ? std::string{} : target.string() + " is there already";
}

}  // namespace muster::app
