# Rules for what is compiled INTO drivers: static libraries for the Microsoft ABI, for amd64 and arm64, made with the kit.

find_program(CWDK_TARGET_CC clang-19 REQUIRED)
find_program(CWDK_TARGET_LIB llvm-lib-19 REQUIRED)
find_program(CWDK_TARGET_LINK lld-link-19 REQUIRED)

set(target_triple_amd64 x86_64-pc-windows-msvc)
set(target_triple_arm64 aarch64-pc-windows-msvc)
# Reproducible: paths of the build machine are mapped away, and objects are named by relative names.
set(target_flags -std=gnu17 -O2 -mno-incremental-linker-compatible -ffreestanding -fasynchronous-unwind-tables -fno-ident -fms-extensions -gcodeview -g -ffile-compilation-dir=. -ffile-prefix-map=${CMAKE_SOURCE_DIR}/sdk/=
    -gno-codeview-command-line -Wall -Wextra -Werror -Wshadow)

set(target_headers ${CMAKE_SOURCE_DIR}/sdk/include/wdk-sys)
set(target_kernel_headers -nostdlibinc -isystem ${target_headers}/km -isystem ${target_headers}/shared
    -isystem ${target_headers}/wdf -D_KERNEL_MODE=1)

# As docs/runtime.md has it for user mode.
find_path(CWDK_MINGW_INCLUDE windows.h PATHS /usr/share/mingw-w64/include NO_DEFAULT_PATH REQUIRED)
set(target_user_headers -fgnuc-version=4.2.1 -idirafter ${target_headers}/um -idirafter ${target_headers}/wdf
    -idirafter ${CWDK_MINGW_INCLUDE} -idirafter ${target_headers}/shared -D_UCRT -D__USE_MINGW_ANSI_STDIO=0)

# target_library(NAME ARCH SOURCES file ... FLAGS flag ...): share/cwdk/sdk/lib/ARCH/NAME.lib, where NAME may have folders.
function(target_library name arch)
  cmake_parse_arguments(ARG "" "" "SOURCES;FLAGS" ${ARGN})
  get_filename_component(stem ${name} NAME)
  set(work ${CMAKE_CURRENT_BINARY_DIR}/${name}/${arch})
  set(objects)
  set(members)
  foreach(source ${ARG_SOURCES})
    string(REGEX REPLACE "\\.c$" ".obj" member ${source})
    set(object ${work}/${member})
    get_filename_component(folder ${object} DIRECTORY)
    file(MAKE_DIRECTORY ${folder})
    add_custom_command(OUTPUT ${object}
      COMMAND ${CWDK_TARGET_CC} --target=${target_triple_${arch}} ${target_flags} -Xclang -cfguard ${ARG_FLAGS}
              -Xclang -object-file-name=${stem}/${source} -MD -MF ${object}.d -c ${CMAKE_CURRENT_SOURCE_DIR}/${source} -o ${object}
      DEPENDS ${source} DEPFILE ${object}.d
      COMMENT "${arch}/${name}.lib: ${source}" VERBATIM)
    list(APPEND objects ${object})
    list(APPEND members ${member})
  endforeach()
  set(library ${CMAKE_BINARY_DIR}/share/cwdk/sdk/lib/${arch}/${name}.lib)
  get_filename_component(folder ${library} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${library}
    COMMAND ${CWDK_TARGET_LIB} /nologo /out:${library} ${members}
    WORKING_DIRECTORY ${work} DEPENDS ${objects} COMMENT "${arch}/${name}.lib" VERBATIM)
  string(REPLACE / - target ${name})
  add_custom_target(${target}-${arch} ALL DEPENDS ${library})
endfunction()

# target_image(NAME SOURCES file ... FLAGS flag ... IMPORTS image ... KIT library ... LINK option ...): share/cwdk/ntsim/NAME, an amd64
# image of the simulated system with its PDB, and NAME's import library for those that say IMPORTS NAME. Sources stand
# relative to ntsim/; calls at a function's end stay calls, so that stacks have all functions. An .inc that one includes is of those that sdk/reference derives. KIT libraries are those that drivers are linked with. Sources with a __try are compiled as docs/runtime.md says.
function(target_image name)
  cmake_parse_arguments(ARG "" "" "SOURCES;FLAGS;IMPORTS;KIT;LINK" ${ARGN})
  get_filename_component(stem ${name} NAME_WE)
  set(work ${CMAKE_CURRENT_BINARY_DIR}/${stem})
  set(objects)
  foreach(source ${ARG_SOURCES})
    string(REGEX REPLACE "\\.c$" ".obj" object ${work}/${source})
    get_filename_component(folder ${object} DIRECTORY)
    file(MAKE_DIRECTORY ${folder})
    set(exceptions)
    file(STRINGS ${CMAKE_SOURCE_DIR}/ntsim/${source} tries REGEX "__try")
    if(tries)
      set(exceptions -Xclang -fasync-exceptions -mllvm -optimize-regalloc=0 -mllvm -regalloc=fast -mllvm -trap-unreachable)
    endif()
    set(derived)
    file(STRINGS ${CMAKE_SOURCE_DIR}/ntsim/${source} includes REGEX "#include \"[a-z_]+[.]inc\"")
    if(includes)
      string(REGEX REPLACE ".*\"(.*)\".*" "${CMAKE_BINARY_DIR}/share/cwdk/sdk/\\1" derived "${includes}")
    endif()
    add_custom_command(OUTPUT ${object}
      COMMAND ${CWDK_TARGET_CC} --target=${target_triple_amd64} ${target_flags} ${target_kernel_headers} -DNTDDI_VERSION=0x0A000010
              -fno-builtin -fno-optimize-sibling-calls -ffile-prefix-map=${CMAKE_SOURCE_DIR}/= -Wno-unused-parameter -Wno-multichar -I${CMAKE_SOURCE_DIR} -I${CMAKE_BINARY_DIR}/share/cwdk/sdk ${exceptions} ${ARG_FLAGS}
              -Xclang -object-file-name=${stem}/${source}
              -MD -MF ${object}.d -c ${CMAKE_SOURCE_DIR}/ntsim/${source} -o ${object}
      DEPENDS ${CMAKE_SOURCE_DIR}/ntsim/${source} ${derived} DEPFILE ${object}.d COMMENT "${name}: ${source}" VERBATIM)
    list(APPEND objects ${object})
  endforeach()
  # The linker is given names below the build folder alone, which is all that the PDB then tells of it. Names of sources, to which
  # clang gives a leading backslash, come out as /ntsim/...: lld drops the dot of the source path, and doubles the slash without.
  set(own_libraries)
  foreach(other ${ARG_IMPORTS})
    get_filename_component(other_stem ${other} NAME_WE)
    list(APPEND own_libraries ${CMAKE_CURRENT_BINARY_DIR}/${other_stem}.lib)
  endforeach()
  set(inputs ${objects} ${own_libraries})
  set(kit_depends)
  foreach(library ${ARG_KIT})
    list(APPEND inputs ${CMAKE_BINARY_DIR}/share/cwdk/sdk/lib/amd64/${library})
    set(kit_depends ${CMAKE_BINARY_DIR}/share/cwdk/sdk/exports.tsv)
  endforeach()
  set(image ${CMAKE_BINARY_DIR}/share/cwdk/ntsim/${name})
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/share/cwdk/ntsim)
  set(import_library ${CMAKE_CURRENT_BINARY_DIR}/${stem}.lib)
  foreach(name_of_file inputs import_library)
    list(TRANSFORM ${name_of_file} REPLACE "^${CMAKE_BINARY_DIR}/" "" OUTPUT_VARIABLE relative_${name_of_file})
  endforeach()
  add_custom_command(OUTPUT ${image} ${import_library}
    COMMAND ${CWDK_TARGET_LINK} /nologo /machine:x64 /driver /subsystem:native /nodefaultlib /dynamicbase /nxcompat /release /Brepro
            /debug /pdbaltpath:${stem}.pdb /pdbsourcepath:/. /opt:noref /base:0x140000000 ${ARG_LINK}
            /implib:${relative_import_library} /out:share/cwdk/ntsim/${name} ${relative_inputs}
    WORKING_DIRECTORY ${CMAKE_BINARY_DIR}
    DEPENDS ${objects} ${own_libraries} ${kit_depends} COMMENT "${name}" VERBATIM)
  add_custom_target(image-${stem} ALL DEPENDS ${image})
endfunction()
