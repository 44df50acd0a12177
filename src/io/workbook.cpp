// SPDX-License-Identifier: Apache-2.0
#include "io/workbook.hpp"

#include <utility>

#include "io/file.hpp"
#include "io/workbook/archive.hpp"
#include "io/workbook/ods.hpp"
#include "io/workbook/xlsx.hpp"

namespace muster::io {
namespace {

constexpr std::string_view begin_of_archive = "PK\x03\x04";
constexpr std::string_view begin_of_compound_file = "\xD0\xCF\x11\xE0";

std::unexpected<Problems> refused(std::string_view file, std::string what, std::string advice) {
  return std::unexpected(Problems{{std::string{file}, 0, "", std::move(what), std::move(advice)}});
}

bool is_locked(Archive& archive) {
  return archive.read("META-INF/manifest.xml").value_or("").find("encryption-data")
         != std::string::npos;
}

}  // namespace

bool is_workbook(std::string_view bytes) {
  return bytes.starts_with(begin_of_archive);
}

Result<Workbook> read_workbook(std::string_view bytes, std::string_view file) {
  if (bytes.starts_with(begin_of_compound_file))
    return refused(file,
                   "this is an old Excel book (.xls), or one that is locked by a password",
                   "Save it as .xlsx or .ods, without a password.");
  if (!is_workbook(bytes))
    return refused(file, "this is no workbook", "Workbooks are .xlsx or .ods files.");
  try {
    Archive archive{bytes};
    if (archive.read("[Content_Types].xml")) return read_xlsx(archive);
    if (is_locked(archive))
      return refused(file, "the workbook is locked by a password", "Save a copy without it.");
    if (archive.read("content.xml")) return read_ods(archive);
    return refused(file,
                   "this archive is neither an XLSX nor an ODS workbook",
                   "Maybe a workbook is packed in it? Unpack it first.");
  } catch (const BrokenWorkbook& broken) {
    return refused(file,
                   std::string{"the workbook cannot be read: "} + broken.what(),
                   "Maybe open it in a spreadsheet program, and save it anew.");
  }
}

Result<Workbook> read_workbook(const std::filesystem::path& path) {
  return read_workbook(read_file(path), path.filename().string());
}

}  // namespace muster::io
