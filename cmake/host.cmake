# Rules for the host programs: warnings, sanitizers, and one static library an engine.

add_compile_definitions(_GNU_SOURCE)
add_compile_options(-Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2
                    -Wimplicit-fallthrough -Wno-error=deprecated-declarations)
# Reproducible: no file says where it was built.
add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}/= -ffile-prefix-map=${CMAKE_BINARY_DIR}/= -ffile-compilation-dir=.)
include_directories(${CMAKE_SOURCE_DIR})
if(CWDK_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(CWDK_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_package(PkgConfig REQUIRED)
pkg_check_modules(FYAML REQUIRED IMPORTED_TARGET libfyaml)
pkg_check_modules(XML2 REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(CRYPTO REQUIRED IMPORTED_TARGET libcrypto)
pkg_check_modules(JANSSON REQUIRED IMPORTED_TARGET jansson)

# cwdk_engine(NAME [DEPENDS target ...]): the *.c of the current folder as the static library NAME.
function(cwdk_engine name)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.c)
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC ${ARG_DEPENDS})
endfunction()

# Code of the fuzzer's host is not itself watched for coverage where the rest of the tree is (CWDK_FUZZ): what counts there
# is the driver's.
function(cwdk_uncovered target)
  if(CWDK_FUZZ)
    target_compile_options(${target} PRIVATE -fno-sanitize=fuzzer,fuzzer-no-link)
  endif()
endfunction()

# The hosts of the simulator (ntsim/run, ntsim/fuzz), which have the types of <ntsim/ntsim.h>.
function(ntsim_host_options target)
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/ntsim/include)
  target_compile_options(${target} PRIVATE -fshort-wchar -fno-omit-frame-pointer
                         "SHELL:-idirafter ${CMAKE_SOURCE_DIR}/sdk/include/wdk-sys/shared"
                         "SHELL:-idirafter ${CMAKE_SOURCE_DIR}/sdk/include/wdk-sys/km")
endfunction()

# Adds each folder right below `parent` that has a CMakeLists.txt of its own.
macro(cwdk_add_folders parent)
  file(GLOB lists CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${parent}/*/CMakeLists.txt)
  foreach(list ${lists})
    get_filename_component(folder ${list} DIRECTORY)
    add_subdirectory(${folder})
  endforeach()
endmacro()
