// SPDX-License-Identifier: Apache-2.0
#include "io/workbook/archive.hpp"

#include <zip.h>

namespace muster::io {

void Archive::Close::operator()(zip* archive) const {
  zip_discard(archive);
}

Archive::Archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw BrokenWorkbook{"it is no ZIP archive"};
  archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (archive_ != nullptr) return;
  zip_source_free(source);
  const std::string what = zip_error_strerror(&error);
  zip_error_fini(&error);
  throw BrokenWorkbook{"the archive is broken: " + what};
}

std::optional<std::string> Archive::read(const std::string& member) {
  const zip_int64_t index = zip_name_locate(archive_.get(), member.c_str(), 0);
  zip_stat_t about;
  if (index < 0 || zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &about) != 0)
    return std::nullopt;
  if (about.size > bytes_left_) throw BrokenWorkbook{"it would unfold to more than 1 GiB"};
  bytes_left_ -= about.size;
  std::string text(about.size, '\0');
  zip_file_t* file = zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0);
  if (file == nullptr) throw BrokenWorkbook{member + " is broken: " + zip_strerror(archive_.get())};
  const zip_int64_t read = zip_fread(file, text.data(), about.size);
  zip_fclose(file);
  if (read < 0 || static_cast<zip_uint64_t>(read) != about.size)
    throw BrokenWorkbook{member + " is broken"};
  return text;
}

}  // namespace muster::io
