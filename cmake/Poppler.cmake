# SPDX-License-Identifier: Apache-2.0
# Poppler's C++ face, Debian's libpoppler-cpp-dev: it has no CMake package of its own.
find_path(MUSTER_POPPLER_INCLUDE poppler/cpp/poppler-document.h REQUIRED)
find_library(MUSTER_POPPLER_LIBRARY poppler-cpp REQUIRED)
add_library(muster_poppler INTERFACE)
target_include_directories(muster_poppler SYSTEM INTERFACE ${MUSTER_POPPLER_INCLUDE})
target_link_libraries(muster_poppler INTERFACE ${MUSTER_POPPLER_LIBRARY})
