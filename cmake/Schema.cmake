# SPDX-License-Identifier: Apache-2.0
# The tables' definitions as constants: data/schema/*.json → schema_constants.cpp in the room model.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
file(GLOB schema_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/schema/*.json)
set(schema_constants ${PROJECT_BINARY_DIR}/generated/schema_constants.cpp)
add_custom_command(
  OUTPUT ${schema_constants}
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/schema_constants.py
          ${PROJECT_SOURCE_DIR}/data/schema ${schema_constants}
  DEPENDS ${PROJECT_SOURCE_DIR}/tools/schema_constants.py ${schema_files}
  COMMENT "Generating the schema constants")
target_sources(muster_model PRIVATE ${schema_constants})
