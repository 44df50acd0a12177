// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/answer.hpp"
#include "app/data_set.hpp"

namespace muster::app {

// `words`: [DATA] TABLE [KEY]. A first word that is a folder and no table's name stands for
// data.folder. Shows the table's rows, or those of a key with their sources and the rows that refer
// to it.
[[nodiscard]] Answer show_rows(DataSet data, std::vector<std::string> words, const Speech& speech);

}  // namespace muster::app
