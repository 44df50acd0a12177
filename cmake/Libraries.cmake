# SPDX-License-Identifier: Apache-2.0
# Other people's libraries. A room sees one only where CMakeLists.txt names it after LIBRARIES.
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(GTest REQUIRED)
include(Poppler)   # muster_poppler
include(Re2)       # muster_re2
include(Mustache)  # muster_mustache
include(Workbook)  # muster_workbook: libzip, pugixml, libxlsxwriter
include(Highs)     # muster_highs
include(GoogleTest)
target_link_libraries(muster_compile_options INTERFACE Threads::Threads)
