# SPDX-License-Identifier: Apache-2.0
# What reads and writes workbooks: libzip (Debian's libzip-dev, found by hand since its CMake package names programs that a library
# does not need) and pugixml (libpugixml-dev) in, libxlsxwriter (libxlsxwriter-dev) out.
find_path(MUSTER_ZIP_INCLUDE zip.h REQUIRED)
find_library(MUSTER_ZIP_LIBRARY zip REQUIRED)
find_package(pugixml REQUIRED)
find_path(MUSTER_XLSXWRITER_INCLUDE xlsxwriter.h REQUIRED)
find_library(MUSTER_XLSXWRITER_LIBRARY xlsxwriter REQUIRED)
add_library(muster_workbook INTERFACE)
target_include_directories(muster_workbook SYSTEM INTERFACE ${MUSTER_ZIP_INCLUDE} ${MUSTER_XLSXWRITER_INCLUDE})
target_link_libraries(muster_workbook INTERFACE ${MUSTER_ZIP_LIBRARY} pugixml::pugixml ${MUSTER_XLSXWRITER_LIBRARY})
