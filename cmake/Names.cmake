# SPDX-License-Identifier: Apache-2.0
# The names of nations as constants: data/names/nations.csv → nation_names.cpp in the room sheets.
set(nation_names ${PROJECT_BINARY_DIR}/generated/nation_names.cpp)
add_custom_command(
  OUTPUT ${nation_names}
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/name_constants.py
          ${PROJECT_SOURCE_DIR}/data/names/nations.csv ${nation_names}
  DEPENDS ${PROJECT_SOURCE_DIR}/tools/name_constants.py ${PROJECT_SOURCE_DIR}/data/names/nations.csv
  COMMENT "Generating the names of nations")
target_sources(muster_sheets PRIVATE ${nation_names})
