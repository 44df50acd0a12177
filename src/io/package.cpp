// SPDX-License-Identifier: Apache-2.0
#include "io/package.hpp"

#include <algorithm>
#include <system_error>
#include <tuple>
#include <utility>

#include "base/nearest.hpp"
#include "base/sha256.hpp"

#include "io/csv.hpp"
#include "io/text/descriptor.hpp"
#include "io/text/table_text.hpp"
#include "io/text/wording.hpp"

namespace muster::io {
namespace {

namespace fs = std::filesystem;

void sort_by_place(Problems& problems) {
  std::ranges::stable_sort(problems, [](const Problem& a, const Problem& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
}

void append(auto& all, auto&& more) {
  std::ranges::move(more, std::back_inserter(all));
}

// The CSV files that lie directly in a folder, by name.
std::vector<std::string> csv_files(const fs::path& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator{folder}) {
    if (entry.is_regular_file() && entry.path().extension() == ".csv") {
      names.push_back(entry.path().filename().string());
    }
  }
  std::ranges::sort(names);
  return names;
}

std::optional<std::string> nearest_file(const std::string& path,
                                        const std::vector<std::string>& files) {
  const std::vector<std::string_view> views{files.begin(), files.end()};
  const auto found = nearest(path, views);
  return found ? std::optional{std::string{*found}} : std::nullopt;
}

// Reads a package or an overlay; `prefix` comes before the names of files in problems.
class PackageReader {
 public:
  PackageReader(fs::path folder, std::string prefix, Kind kind)
      : folder_{std::move(folder)}, prefix_{std::move(prefix)}, kind_{kind} {
    if (!fs::is_directory(folder_)) {
      throw fs::filesystem_error(
          "is not a folder", folder_, std::make_error_code(std::errc::not_a_directory));
    }
    files_ = csv_files(folder_);
    overlay.operations.resize(schemas().size());
    overlay.stated.resize(schemas().size());
  }

  void read() {
    const fs::path path = folder_ / descriptor_file;
    if (fs::exists(path)) {
      descriptor_ =
          read_descriptor(read_file(path), name_of(descriptor_file), kind_ == Kind::overlay);
      take_descriptor();
    } else if (kind_ == Kind::package) {
      report(descriptor_file, "the file is missing: it makes a folder a data package", "");
    }
    if (descriptor_.resources.empty()) name_resources_by_files();
    for (const Resource& resource : descriptor_.resources) {
      if (resource.schema != nullptr) read_resource(resource);
    }
    report_unlisted();
    sort_by_place(reading.problems);
  }

  Reading reading;
  DraftOverlay overlay;  // its rows stay in reading.draft until the end

 private:
  [[nodiscard]] std::string name_of(std::string_view file) const {
    return prefix_ + std::string{file};
  }

  void report(std::string_view file, std::string what, std::string advice) {
    reading.problems.push_back({name_of(file), 0, "", std::move(what), std::move(advice)});
  }

  void take_descriptor() {
    append(reading.problems, std::move(descriptor_.problems));
    reading.draft.name = descriptor_.name;
    reading.draft.title = descriptor_.title;
    reading.draft.as_of = descriptor_.as_of;
    reading.draft.horizon = descriptor_.horizon;
    reading.draft.clock = descriptor_.clock;
  }

  // Where nothing says which file is which table, a file is the table of its name.
  void name_resources_by_files() {
    for (const std::string& file : files_) {
      const TableSchema* schema = find_schema(fs::path{file}.stem().string());
      if (schema != nullptr) descriptor_.resources.push_back({schema, file, 0});
    }
  }

  void read_resource(const Resource& resource) {
    DraftTable& table = reading.draft.table(resource.schema->name);
    const fs::path path = folder_ / resource.path;
    if (!fs::is_regular_file(path)) {
      report(resource.path,
             "the file is missing, and datapackage.json names it",
             maybe(nearest_file(resource.path, files_)));
      table.unread = true;
      return;
    }
    TableReading text =
        read_table(*resource.schema, read_file(path), name_of(resource.path), kind_);
    table.rows = std::move(text.rows);
    table.unread = !text.whole;
    const auto index = static_cast<std::size_t>(resource.schema - schemas().data());
    overlay.operations[index] = std::move(text.operations);
    overlay.stated[index] = std::move(text.stated);
    append(reading.problems, std::move(text.problems));
    append(reading.unreliable, std::move(text.unreliable));
  }

  // A file that lies there and is not read would be missed by nobody but its author.
  void report_unlisted() {
    for (const std::string& file : files_) {
      if (std::ranges::find(descriptor_.resources, file, &Resource::path)
          != descriptor_.resources.end()) {
        continue;
      }
      std::vector<std::string> tables;
      for (const TableSchema& schema : schemas())
        tables.push_back(std::string{schema.name} + ".csv");
      const auto meant = nearest_file(file, tables);
      const bool is_table = meant == file;
      report(file,
             "the file is not read: it is no resource of datapackage.json",
             is_table ? "Add it to the resources." : maybe(meant));
    }
  }

  fs::path folder_;
  std::string prefix_;
  Kind kind_;
  std::vector<std::string> files_;
  Descriptor descriptor_;
};

bool is_unreliable(const Problem& problem, const std::vector<Unreliable>& places) {
  return std::ranges::any_of(places, [&](const Unreliable& place) {
    return place.file == problem.file && place.first <= problem.line && problem.line <= place.last
           && (place.column.empty() || place.column == problem.column);
  });
}

// The fields that the normal form shows: needed ones, and those that any row states.
std::vector<std::size_t> shown_fields(const DraftTable& table) {
  std::vector<std::size_t> shown;
  for (std::size_t field = 0; field < table.schema->fields.size(); ++field) {
    const bool is_stated = std::ranges::any_of(
        table.rows, [&](const DraftRow& row) { return !row.cells[field].text.empty(); });
    if (is_stated || table.schema->fields[field].required) shown.push_back(field);
  }
  return shown;
}

std::string table_text(const DraftTable& table) {
  const std::vector<std::size_t> shown = shown_fields(table);
  std::string text;
  std::vector<std::string_view> cells;
  for (const std::size_t field : shown) cells.push_back(table.schema->fields[field].name);
  append_csv_row(text, cells);
  for (const DraftRow& row : table.rows) {
    cells.clear();
    for (const std::size_t field : shown) cells.push_back(row.cells[field].text);
    append_csv_row(text, cells);
  }
  return text;
}

std::string folder_name(const fs::path& folder) {
  const fs::path whole = fs::absolute(folder).lexically_normal();
  return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

std::string_view word_of(Operation operation) {
  switch (operation) {
    case Operation::put:
      return "";
    case Operation::add:
      return "add";
    case Operation::change:
      return "change";
    case Operation::remove:
      return "remove";
  }
  return "";
}

const DraftRow* row_of_key(const DraftTable& table, const DraftRow& wanted) {
  const auto same_key = [&](const DraftRow& row) {
    return std::ranges::all_of(table.schema->primary_key, [&](std::size_t field) {
      return row.cells[field].text == wanted.cells[field].text;
    });
  };
  const auto found = std::ranges::find_if(table.rows, same_key);
  return found == table.rows.end() ? nullptr : &*found;
}

// Whether a row of the overlay's table states the field; adding states what is not empty.
bool is_stated(const DraftOverlay& overlay, std::size_t table, std::size_t field) {
  const auto& rows = overlay.rows.tables()[table].rows;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const bool adds = overlay.operations[table][row] == Operation::add;
    if (adds ? !rows[row].cells[field].text.empty() : overlay.stated[table][row][field])
      return true;
  }
  return false;
}

std::string overlay_text(const DraftTable& base, const DraftOverlay& overlay, std::size_t at) {
  const DraftTable& table = overlay.rows.tables()[at];
  std::vector<std::size_t> fields;
  for (std::size_t field = 0; field < table.schema->fields.size(); ++field)
    if (is_stated(overlay, at, field)) fields.push_back(field);
  std::vector<std::vector<std::string>> rows(1, {"_op"});
  for (const std::size_t field : fields)
    rows.front().emplace_back(table.schema->fields[field].name);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const DraftRow* const kept = row_of_key(base, table.rows[i]);
    std::vector<std::string> cells{std::string{word_of(overlay.operations[at][i])}};
    for (const std::size_t field : fields) {
      const bool own = overlay.stated[at][i][field] || kept == nullptr;
      cells.push_back(own ? table.rows[i].cells[field].text : kept->cells[field].text);
    }
    rows.push_back(std::move(cells));
  }
  return write_csv(rows);
}

}  // namespace

Reading read_text(const fs::path& folder) {
  PackageReader reader{folder, "", Kind::package};
  reader.read();
  return std::move(reader.reading);
}

Problems all_problems(const Reading& reading, const Problems& found) {
  Problems all = reading.problems;
  for (const Problem& problem : found) {
    if (is_unreliable(problem, reading.unreliable)) continue;
    if (std::ranges::find(all, problem) == all.end()) all.push_back(problem);
  }
  sort_by_place(all);
  return all;
}

Result<Draft> read_package(const fs::path& folder) {
  Reading reading = read_text(folder);
  Problems problems = all_problems(reading, check_schema(reading.draft));
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return std::move(reading.draft);
}

Result<DraftOverlay> read_overlay(const fs::path& folder) {
  const std::string name = folder_name(folder);
  PackageReader reader{folder, name + "/", Kind::overlay};
  reader.read();
  if (!reader.reading.problems.empty()) return std::unexpected(std::move(reader.reading.problems));
  reader.overlay.rows = std::move(reader.reading.draft);
  reader.overlay.name = reader.overlay.rows.name.empty() ? name : reader.overlay.rows.name;
  return std::move(reader.overlay);
}

std::vector<NamedText> normal_files(const Draft& draft) {
  Descriptor descriptor;
  descriptor.name = draft.name;
  descriptor.title = draft.title;
  descriptor.as_of = draft.as_of;
  descriptor.horizon = draft.horizon;
  descriptor.clock = draft.clock;
  std::vector<NamedText> files(1);
  for (const DraftTable& table : draft.tables()) {
    if (table.rows.empty()) continue;
    const std::string path = std::string{table.schema->name} + ".csv";
    descriptor.resources.push_back({table.schema, path, 0});
    files.push_back({path, table_text(table)});
  }
  files.front() = {std::string{descriptor_file}, write_descriptor(descriptor)};
  return files;
}

std::vector<NamedText> overlay_files(const Draft& base, const DraftOverlay& overlay) {
  std::vector<NamedText> files;
  for (std::size_t at = 0; at < overlay.rows.tables().size(); ++at) {
    if (overlay.rows.tables()[at].rows.empty()) continue;
    files.push_back({std::string{overlay.rows.tables()[at].schema->name} + ".csv",
                     overlay_text(base.tables()[at], overlay, at)});
  }
  return files;
}

std::string data_digest(const Draft& draft) {
  return digest_of(normal_files(draft));
}

std::string digest_of(const std::vector<NamedText>& files) {
  std::string lines;
  for (const NamedText& file : files) lines += sha256(file.text) + "  " + file.path + "\n";
  return sha256(lines);
}

void write_package(const Draft& draft, const fs::path& folder) {
  std::vector<NamedText> files = normal_files(draft);
  for (const DraftTable& table : draft.tables()) {
    if (table.rows.empty()) continue;
    const std::string_view name = table.schema->name;
    files.push_back({"schema/" + std::string{name} + ".json", std::string{schema_text(name)}});
  }
  replace_folder(folder, files, "");
}

}  // namespace muster::io
