// SPDX-License-Identifier: Apache-2.0
// The ZIP archive that a workbook is.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct zip;

namespace muster::io {

// Something in a workbook is not as its standard says, or more than a workbook may hold.
class BrokenWorkbook : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Archive {
 public:
  // The bytes must outlive the archive. Throws BrokenWorkbook where they are none.
  explicit Archive(std::string_view bytes);
  // None: there is no such member. Throws BrokenWorkbook where it cannot be unfolded, or all that
  // was read comes to more than 1 GiB.
  [[nodiscard]] std::optional<std::string> read(const std::string& member);

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> archive_;
  std::size_t bytes_left_ = std::size_t{1} << 30U;
};

}  // namespace muster::io
