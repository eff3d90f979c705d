# Tests: every one prints TAP, and ctest keeps that output in ${CMAKE_BINARY_DIR}/tap/NAME.tap for the count that
# `./dev test` closes with.

find_library(CMOCKA cmocka REQUIRED)

function(cwdk_register_test name)
  add_test(NAME ${name} COMMAND ${CMAKE_SOURCE_DIR}/tests/run-tap ${CMAKE_BINARY_DIR}/tap/${name}.tap ${ARGN})
  set_tests_properties(${name} PROPERTIES TIMEOUT 300
    ENVIRONMENT "CMOCKA_MESSAGE_OUTPUT=TAP;CWDK=${CMAKE_BINARY_DIR}/bin/cwdk;CWDK_BUILD=${CMAKE_BINARY_DIR};CWDK_SOURCE=${CMAKE_SOURCE_DIR}")
endfunction()

# cwdk_test(NAME SOURCES file ... LIBS target ...): a cmocka program.
function(cwdk_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(test_${name} ${ARG_SOURCES})
  set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_link_libraries(test_${name} PRIVATE ${ARG_LIBS} ${CMOCKA})
  cwdk_register_test(${name} ${CMAKE_BINARY_DIR}/tests/test_${name})
endfunction()

# cwdk_shell_test(NAME SCRIPT): a POSIX shell script that sources tests/tap.sh.
function(cwdk_shell_test name script)
  cwdk_register_test(${name} sh ${CMAKE_CURRENT_SOURCE_DIR}/${script})
endfunction()

# cwdk_fuzz(NAME LIBS target ... [SEEDS file ...]): tests/fuzz/NAME_fuzz.c with the seed corpus tests/fuzz/corpus/NAME
# and files of tests/ that are there for another test, too. Without CWDK_FUZZ nothing is built; with it the target is run
# on its corpus, and on for a short, bounded number of executions.
function(cwdk_fuzz name)
  if(NOT CWDK_FUZZ)
    return()
  endif()
  cmake_parse_arguments(ARG "" "" "LIBS;SEEDS" ${ARGN})
  add_executable(${name}_fuzz ${CMAKE_SOURCE_DIR}/tests/fuzz/${name}_fuzz.c)
  target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
  target_link_libraries(${name}_fuzz PRIVATE ${ARG_LIBS})
  cwdk_register_test(fuzz-${name} sh ${CMAKE_SOURCE_DIR}/tests/fuzz/run.sh ${CMAKE_BINARY_DIR}/bin/${name}_fuzz
                     ${CMAKE_SOURCE_DIR}/tests/fuzz/corpus/${name} ${ARG_SEEDS})
endfunction()
