# SPDX-License-Identifier: Apache-2.0
# The names of nations, columns and values as constants: data/names/*.csv → names.cpp in the room sheets.
file(GLOB name_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/names/*.csv)
set(names ${PROJECT_BINARY_DIR}/generated/names.cpp)
add_custom_command(
  OUTPUT ${names}
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/name_constants.py
          ${PROJECT_SOURCE_DIR}/data/names ${names}
  DEPENDS ${PROJECT_SOURCE_DIR}/tools/name_constants.py ${name_files}
  COMMENT "Generating the names of nations, columns and values")
target_sources(muster_sheets PRIVATE ${names})
