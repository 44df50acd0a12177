// SPDX-License-Identifier: Apache-2.0
// Rule-based rotation of a data set's units.
#pragma once

#include <filesystem>

#include "app/answer.hpp"
#include "app/data_set.hpp"
#include "simulate/rotation.hpp"

namespace muster::app {

struct RotationRequest {
  DataSet data;
  simulate::Order order = simulate::Order::documented;
  std::filesystem::path target;  // a folder for the tables; empty: only shown
};
// Whether the data set holds a rotation; none: it cannot be read, which is told when it is used.
[[nodiscard]] bool has_rotation(const DataSet& data);

// Simulates the tables rotation_*. In Marathon's order the folder also holds Marathon's own two
// tables.
[[nodiscard]] Answer rotate_data(const RotationRequest& request, const Speech& speech);

}  // namespace muster::app
