# SPDX-License-Identifier: Apache-2.0
# One INTERFACE target carries every flag; nothing is set globally but the compiler's cache.
option(MUSTER_SANITIZE "Build with address and undefined-behaviour sanitizers" OFF)
option(MUSTER_THREAD_SANITIZE "Build with the thread sanitizer" OFF)
option(MUSTER_FUZZ "Build tests/fuzz; needs clang" OFF)
# Warnings are errors with the compiler of the tests; a newer one may warn of what nobody has seen yet.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  set(MUSTER_TESTED_COMPILER ON)
else()
  set(MUSTER_TESTED_COMPILER OFF)
endif()
option(MUSTER_WARNINGS_ARE_ERRORS "Stop at a warning" ${MUSTER_TESTED_COMPILER})

find_program(MUSTER_CCACHE ccache)
if(MUSTER_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${MUSTER_CCACHE})
endif()

add_library(muster_compile_options INTERFACE)
target_compile_features(muster_compile_options INTERFACE cxx_std_23)
target_compile_options(muster_compile_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wold-style-cast -Wcast-align -Wnon-virtual-dtor
  -Woverloaded-virtual -Wimplicit-fallthrough
  -Wdouble-promotion -Wformat=2 -Wextra-semi -Wswitch-enum
  $<$<BOOL:${MUSTER_WARNINGS_ARE_ERRORS}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  target_compile_options(muster_compile_options INTERFACE
    -Wuseless-cast -Wsuggest-override -Wimplicit-fallthrough=5 -Wduplicated-cond -Wduplicated-branches -Wlogical-op
    # g++ 12 raises these on correct code (PR105651 and optimiser-invented paths):
    -Wno-restrict -Wno-null-dereference)
endif()
if(MUSTER_FUZZ)
  target_compile_options(muster_compile_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
target_compile_options(muster_compile_options INTERFACE
  -ffp-contract=off -fno-omit-frame-pointer)          # same sums on every host
target_compile_definitions(muster_compile_options INTERFACE
  MUSTER_VERSION="${PROJECT_VERSION}"
  $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
foreach(pair "MUSTER_SANITIZE=address,undefined" "MUSTER_THREAD_SANITIZE=thread")
  string(REPLACE "=" ";" pair ${pair})
  list(GET pair 0 switch)
  list(GET pair 1 kind)
  if(${switch})
    target_compile_options(muster_compile_options INTERFACE -fsanitize=${kind} -fno-sanitize-recover=all)
    target_link_options(muster_compile_options INTERFACE -fsanitize=${kind})
  endif()
endforeach()
