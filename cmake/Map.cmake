# SPDX-License-Identifier: Apache-2.0
# The outlines of the world and the symbols of units as constants: data/map, data/symbols → drawn.cpp in the room report.
set(outlines ${PROJECT_SOURCE_DIR}/data/map/world.txt)
set(symbols ${PROJECT_SOURCE_DIR}/data/symbols/symbols.csv)
set(drawn ${PROJECT_BINARY_DIR}/generated/map_constants.cpp)
add_custom_command(
  OUTPUT ${drawn}
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/map_constants.py ${outlines} ${symbols} ${drawn}
  DEPENDS ${PROJECT_SOURCE_DIR}/tools/map_constants.py ${outlines} ${symbols}
  COMMENT "Generating the outlines of the world and the symbols of units")
target_sources(muster_report PRIVATE ${drawn})
