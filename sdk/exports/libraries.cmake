# Makes LIBRARIES/ARCH/NAME.lib of each DEFINITIONS/ARCH/NAME.def.
set(machine_amd64 i386:x86-64)
set(machine_arm64 arm64)
foreach(arch amd64 arm64)
  file(MAKE_DIRECTORY ${LIBRARIES}/${arch})
  file(GLOB definitions ${DEFINITIONS}/${arch}/*.def)
  foreach(definition ${definitions})
    get_filename_component(name ${definition} NAME_WE)
    execute_process(COMMAND llvm-dlltool-19 -m ${machine_${arch}} -d ${definition} -l ${LIBRARIES}/${arch}/${name}.lib
                    COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
endforeach()
