// SPDX-License-Identifier: Apache-2.0
// A file of the letter's data replaced by any bytes: the data set is read or refused, never half.
// The first byte says which file.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

#include "io/package.hpp"
#include "model/scenario.hpp"

namespace {

namespace fs = std::filesystem;

struct Bench {
  fs::path folder = fs::temp_directory_path() / ("muster-fuzz-" + std::to_string(getpid()));
  std::vector<fs::path> files;
  Bench() {
    fs::create_directories(folder);
    for (const auto& entry : fs::directory_iterator{MUSTER_ROOT "/data/dmm-2023-10"})
      if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) restore(file);
  }
  ~Bench() { fs::remove_all(folder); }
  void restore(const fs::path& file) const {
    fs::copy_file(file, folder / file.filename(), fs::copy_options::overwrite_existing);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const Bench bench;
  if (size == 0) return 0;
  const fs::path& file = bench.files[data[0] % bench.files.size()];
  {
    std::ofstream out{bench.folder / file.filename(), std::ios::binary};
    out.write(reinterpret_cast<const char*>(data) + 1, static_cast<std::streamsize>(size) - 1);
  }
  const auto draft = muster::io::read_package(bench.folder);
  if (draft) {
    const auto scenario = muster::Scenario::build(*draft);
    if (!scenario && scenario.error().empty()) std::abort();
  } else if (draft.error().empty()) {
    std::abort();  // refused without a reason
  }
  bench.restore(file);
  return 0;
}
