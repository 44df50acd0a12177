// SPDX-License-Identifier: Apache-2.0
// Workbooks of the rotation simulator Marathon, as data sets.
#pragma once

#include <filesystem>

#include "app/answer.hpp"

namespace muster::app {

struct MarathonRequest {
  std::filesystem::path book;        // a workbook, or a folder with a file for each table
  std::filesystem::path target;      // the data set's folder; empty: only shown
  std::filesystem::path repair_log;  // a CSV file to write it to; empty: none
  bool keeps_repeated = false;       // requirements of one name
};
// The tables rotation_* of the book, with a list of every repair and every row that was refused.
[[nodiscard]] Answer import_marathon(const MarathonRequest& request, const Speech& speech);

}  // namespace muster::app
