// SPDX-License-Identifier: Apache-2.0
// plan.json of any bytes is read or refused; what was read is written and read back the same.
#include <cstdlib>
#include <string>

#include "app/folder/record.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes{reinterpret_cast<const char*>(data), size};
  (void)muster::app::is_seal_whole(bytes);
  const auto record = muster::app::read_record(bytes);
  if (!record) return record.error().empty() ? (std::abort(), 0) : 0;
  const std::string text = muster::app::to_json(*record);
  const auto back = muster::app::read_record(text);
  if (!back || muster::app::to_json(*back) != text) std::abort();
  return 0;
}
