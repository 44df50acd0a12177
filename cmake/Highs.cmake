# SPDX-License-Identifier: Apache-2.0
# muster_highs: the LP and MIP solver HiGHS, seen through its C interface:
#   #include <interfaces/highs_c_api.h>
# The distribution's package where it is new enough; else the one that `./x setup` unpacked.
set(MUSTER_HIGHSBOX ${PROJECT_SOURCE_DIR}/.deps/highsbox CACHE PATH "Folder of the unpacked HiGHS")
add_library(muster_highs INTERFACE)

find_package(highs 1.7 CONFIG QUIET NO_CMAKE_PACKAGE_REGISTRY)
if(highs_FOUND)
  message(STATUS "HiGHS ${highs_VERSION} of the distribution")
  target_link_libraries(muster_highs INTERFACE highs::highs)
  return()
endif()

find_library(MUSTER_HIGHS_LIBRARY highs PATHS ${MUSTER_HIGHSBOX}/lib NO_DEFAULT_PATH)
find_path(MUSTER_HIGHS_INCLUDE interfaces/highs_c_api.h
          PATHS ${MUSTER_HIGHSBOX}/include/highs NO_DEFAULT_PATH)
if(NOT MUSTER_HIGHS_LIBRARY OR NOT MUSTER_HIGHS_INCLUDE)
  message(FATAL_ERROR "HiGHS is missing. Maybe run ./x setup, which puts it into .deps/highsbox.")
endif()
message(STATUS "HiGHS in ${MUSTER_HIGHSBOX}")
add_library(muster_highsbox SHARED IMPORTED)
set_target_properties(muster_highsbox PROPERTIES
  IMPORTED_LOCATION ${MUSTER_HIGHS_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${MUSTER_HIGHS_INCLUDE})
target_link_libraries(muster_highs INTERFACE muster_highsbox)
