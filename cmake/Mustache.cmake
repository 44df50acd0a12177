# SPDX-License-Identifier: Apache-2.0
# Mustache templates, Debian's libkainjow-mustache-dev: one header.
find_path(MUSTER_MUSTACHE_INCLUDE kainjow/mustache.hpp REQUIRED)
add_library(muster_mustache INTERFACE)
target_include_directories(muster_mustache SYSTEM INTERFACE ${MUSTER_MUSTACHE_INCLUDE})
