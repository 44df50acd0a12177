// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/answer.hpp"
#include "app/data_set.hpp"

namespace muster::app {

// Every problem of a data set at once, or how many rows its tables hold.
[[nodiscard]] Answer check_data(const DataSet& data, const Speech& speech);

}  // namespace muster::app
