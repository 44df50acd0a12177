// SPDX-License-Identifier: Apache-2.0
#include "app/version.hpp"

namespace muster::app {

std::string_view version() {
  return MUSTER_VERSION;
}

}  // namespace muster::app
