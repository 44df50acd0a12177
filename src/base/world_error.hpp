// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace muster {

// The world failed, and not as a file system does: a database, a server. Printed as
//   muster: PLACE: WHAT
//     ADVICE
class WorldError : public std::runtime_error {
 public:
  // `what`: one sentence without a full stop. `advice` may be empty.
  WorldError(std::string place, const std::string& what, std::string advice = {})
      : std::runtime_error{what}, place_{std::move(place)}, advice_{std::move(advice)} {}
  [[nodiscard]] const std::string& place() const { return place_; }
  [[nodiscard]] const std::string& advice() const { return advice_; }

 private:
  std::string place_, advice_;
};

}  // namespace muster
