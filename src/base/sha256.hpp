// SPDX-License-Identifier: Apache-2.0
// FIPS 180-4, SHA-256: names a text by its bytes, the same on every machine.
#pragma once

#include <string>
#include <string_view>

namespace muster {

// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace muster
