# SPDX-License-Identifier: Apache-2.0
# RE2, Debian's libre2-dev: it has no CMake package of its own there.
find_path(MUSTER_RE2_INCLUDE re2/re2.h REQUIRED)
find_library(MUSTER_RE2_LIBRARY re2 REQUIRED)
add_library(muster_re2 INTERFACE)
target_include_directories(muster_re2 SYSTEM INTERFACE ${MUSTER_RE2_INCLUDE})
target_link_libraries(muster_re2 INTERFACE ${MUSTER_RE2_LIBRARY})
