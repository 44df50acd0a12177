// SPDX-License-Identifier: Apache-2.0
#include "io/file.hpp"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include <unistd.h>

namespace muster::io {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const char* what, const fs::path& path, int error) {
  throw fs::filesystem_error(what, path, std::error_code(error, std::generic_category()));
}

// A name beside `path` that nobody else uses while this process lives.
fs::path beside(const fs::path& path, std::string_view purpose) {
  fs::path name = path.has_filename() ? path : path.parent_path();
  name += "." + std::string{purpose} + "-" + std::to_string(::getpid());
  return name;
}

void write_bytes(const fs::path& path, std::string_view text) {
  std::ofstream stream{path, std::ios::binary | std::ios::trunc};
  stream.write(text.data(), static_cast<std::streamsize>(text.size()));
  stream.close();
  if (!stream) fail("cannot write", path, errno == 0 ? EIO : errno);
}

void demand_replaceable(const fs::path& folder, std::string_view marker) {
  if (!fs::exists(folder)) return;
  if (!fs::is_directory(folder)) fail("is a file, not a folder", folder, ENOTDIR);
  if (fs::is_empty(folder)) return;
  if (!marker.empty() && fs::exists(folder / marker)) return;
  fail("holds other files and is left alone", folder, EEXIST);
}

// What is left of a folder half written, removed when leaving.
class Scratch {
 public:
  explicit Scratch(fs::path path) : path_{std::move(path)} {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// Puts `fresh` in the place of `folder`; where that fails, the old one is put back.
void exchange(const fs::path& fresh, const fs::path& folder) {
  const fs::path old = beside(folder, "old");
  fs::remove_all(old);
  const bool had_old = fs::exists(folder);
  if (had_old) fs::rename(folder, old);
  try {
    fs::rename(fresh, folder);
  } catch (const fs::filesystem_error&) {
    if (had_old) fs::rename(old, folder);
    throw;
  }
  fs::remove_all(old);
}

}  // namespace

std::string read_file(const fs::path& path) {
  if (fs::is_directory(path)) fail("is a folder, not a file", path, EISDIR);
  std::ifstream stream{path, std::ios::binary};
  if (!stream) fail("cannot read", path, errno == 0 ? EIO : errno);
  std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
  if (stream.bad()) fail("cannot read", path, EIO);
  return bytes;
}

void write_file(const fs::path& path, std::string_view text) {
  const fs::path temporary = beside(path, "new");
  try {
    write_bytes(temporary, text);
    fs::rename(temporary, path);
  } catch (const fs::filesystem_error&) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    throw;
  }
}

void replace_folder(const fs::path& folder,
                    const std::vector<NamedText>& files,
                    std::string_view marker) {
  const fs::path place = folder.has_filename() ? folder : folder.parent_path();
  demand_replaceable(place, marker);
  const Scratch scratch{beside(place, "new")};
  for (const NamedText& file : files) {
    const fs::path path = scratch.path() / file.path;
    fs::create_directories(path.parent_path());
    write_bytes(path, file.text);
  }
  exchange(scratch.path(), place);
}

}  // namespace muster::io
