# CPack reads this before each package: the libraries that the kit's programs need, by dpkg-shlibdeps.
if(CPACK_GENERATOR STREQUAL "DEB")
  find_program(shlibdeps dpkg-shlibdeps)
  if(NOT shlibdeps)
    message(FATAL_ERROR "dpkg-shlibdeps is missing: apt-get install dpkg-dev")
  endif()
  # It wants to stand in a source package.
  set(work ${CPACK_PACKAGE_DIRECTORY}/_shlibdeps)
  file(WRITE ${work}/debian/control "Source: cwdk\n\nPackage: cwdk\nArchitecture: any\n")
  execute_process(COMMAND ${shlibdeps} -O ${CPACK_CWDK_PROGRAMS} WORKING_DIRECTORY ${work} OUTPUT_VARIABLE libraries
                  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  file(REMOVE_RECURSE ${work})
  string(REPLACE "shlibs:Depends=" "" libraries "${libraries}")
  set(CPACK_DEBIAN_PACKAGE_DEPENDS "${libraries}, ${CPACK_DEBIAN_PACKAGE_DEPENDS}")
endif()
