# SPDX-License-Identifier: Apache-2.0
# room(plan USES base model LIBRARIES muster_highs): every .cpp under src/plan becomes muster::plan.
# USES names rooms, which users of this room see too; LIBRARIES names other people's code, which they
# do not see. PURE is for tools/check_rooms.py alone.
function(room name)
  cmake_parse_arguments(ROOM "PURE" "" "USES;LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  if(sources)
    add_library(muster_${name} STATIC ${sources})
    target_link_libraries(muster_${name} PRIVATE ${ROOM_LIBRARIES})
    set(scope PUBLIC)
  else()
    add_library(muster_${name} INTERFACE)   # headers only
    set(scope INTERFACE)
  endif()
  add_library(muster::${name} ALIAS muster_${name})
  target_include_directories(muster_${name} ${scope} ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(muster_${name} ${scope} muster_compile_options)
  foreach(used ${ROOM_USES})
    target_link_libraries(muster_${name} ${scope} muster::${used})
  endforeach()
endfunction()

# room_program(muster FROM cli): src/cli/main.cpp becomes build/<preset>/muster.
function(room_program name)
  cmake_parse_arguments(PROGRAM "" "FROM" "" ${ARGN})
  set(main ${PROJECT_SOURCE_DIR}/src/${PROGRAM_FROM}/main.cpp)
  if(NOT EXISTS ${main})
    return()
  endif()
  add_executable(${name} ${main})
  target_link_libraries(${name} PRIVATE muster::${PROGRAM_FROM})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
endfunction()

# room_test(plan USES judge): tests/rooms/plan/*.cpp become the program plan_test; each of its tests is
# one of CTest's, run from the root of the repository, which is MUSTER_ROOT in the tests.
function(room_test name)
  cmake_parse_arguments(TEST "" "" "USES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/rooms/${name}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(${name}_test ${sources})
  target_include_directories(${name}_test PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${name}_test PRIVATE MUSTER_ROOT="${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name}_test PRIVATE muster::${name} GTest::gtest_main)
  foreach(used ${TEST_USES})
    target_link_libraries(${name}_test PRIVATE muster::${used})
  endforeach()
  gtest_discover_tests(${name}_test TEST_PREFIX ${name}. DISCOVERY_MODE PRE_TEST
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} PROPERTIES LABELS ${name} TIMEOUT 300)
endfunction()
