// SPDX-License-Identifier: Apache-2.0
// Data packages (docs/formats.md): a folder with datapackage.json and a CSV file for each table.
// Folders and files that cannot be reached at all: std::filesystem::filesystem_error.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.hpp"

#include "io/file.hpp"
#include "model/draft.hpp"

namespace muster::io {

// Lines whose cells are not what the writer meant, because the text itself is wrong there: what the
// schemas say of them would only repeat that.
struct Unreliable {
  std::string file;
  std::uint32_t first = 0, last = 0;  // lines, both included
  std::string column;                 // empty: every column
};

// All that could be read, and what is wrong with the text (not yet with what it says).
struct Reading {
  Draft draft;
  Problems problems;  // sorted by file and line
  std::vector<Unreliable> unreliable;
};
[[nodiscard]] Reading read_text(const std::filesystem::path& folder);

// The reading's problems and those that `found` in its draft, sorted by file and line, each once,
// less those at unreliable places. For `found` see check_schema and Scenario::build.
[[nodiscard]] Problems all_problems(const Reading& reading, const Problems& found);

// read_text and check_schema: every problem of every file at once, or the draft.
[[nodiscard]] Result<Draft> read_package(const std::filesystem::path& folder);

// An overlay: the same files, each with only the columns and rows that it touches, and a column
// `_op` (add, change, remove; empty: add where the key is new, change where it is known).
// datapackage.json may be missing; then every CSV file is the table of its name. Files are called
// "<folder's name>/<table>.csv" in problems. What the cells say is checked where it is put on a
// draft.
[[nodiscard]] Result<DraftOverlay> read_overlay(const std::filesystem::path& folder);

// The normal form of a draft: datapackage.json, then a file for each table that has rows, in the
// order of the schemas. Columns in the schema's order, less those that are empty throughout and not
// required. Reading it gives the draft back (less the places), and its normal form is the same
// bytes.
[[nodiscard]] std::vector<NamedText> normal_files(const Draft& draft);

// The files of an overlay that does to `base` what this one does: a file for each table with rows,
// with the keys and whatever column some row states. Cells that a change leaves alone are written
// as they are in `base`.
[[nodiscard]] std::vector<NamedText> overlay_files(const Draft& base, const DraftOverlay& overlay);

// SHA-256 of the normal form: names the data whatever its spelling in files.
[[nodiscard]] std::string data_digest(const Draft& draft);
// The same, of the files that are the normal form.
[[nodiscard]] std::string digest_of(const std::vector<NamedText>& normal_files);

// Writes the normal form and, under schema/, the schemas of its tables. `folder` must not exist or
// be empty.
void write_package(const Draft& draft, const std::filesystem::path& folder);

}  // namespace muster::io
