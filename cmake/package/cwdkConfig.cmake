# find_package(cwdk): the kit that this file was installed with, wherever it was moved to.
#   cwdk::cwdk          the tool, as an imported program
#   CWDK_EXECUTABLE     its path
#   cwdk_add_driver     see docs/cmake.md
get_filename_component(CWDK_EXECUTABLE "${CMAKE_CURRENT_LIST_DIR}/../../../bin/cwdk" ABSOLUTE)
if(NOT EXISTS "${CWDK_EXECUTABLE}")
  set(cwdk_FOUND FALSE)
  set(cwdk_NOT_FOUND_MESSAGE "${CWDK_EXECUTABLE} is missing: move or install the kit as a whole")
  return()
endif()
if(NOT TARGET cwdk::cwdk)
  add_executable(cwdk::cwdk IMPORTED)
  set_target_properties(cwdk::cwdk PROPERTIES IMPORTED_LOCATION "${CWDK_EXECUTABLE}")
endif()
include("${CMAKE_CURRENT_LIST_DIR}/cwdk_add_driver.cmake")
