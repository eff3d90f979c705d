# What `./dev package` makes of an installation: a Debian package, and an archive that runs wherever it is unpacked. With
# SOURCE_DATE_EPOCH the same bytes come out on every day and in every folder (docs/install.md).

install(FILES ${CMAKE_SOURCE_DIR}/LICENSE DESTINATION share/doc/cwdk RENAME copyright)
install(FILES ${CMAKE_SOURCE_DIR}/README.md DESTINATION share/doc/cwdk)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/docs ${CMAKE_SOURCE_DIR}/examples DESTINATION share/doc/cwdk
        PATTERN CMakeLists.txt EXCLUDE PATTERN target EXCLUDE PATTERN cwdk.1 EXCLUDE PATTERN .gitignore EXCLUDE)

# find_package(cwdk) of other projects.
include(CMakePackageConfigHelpers)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/cwdkConfigVersion.cmake COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES ${CMAKE_BINARY_DIR}/cwdkConfigVersion.cmake ${CMAKE_SOURCE_DIR}/cmake/package/cwdkConfig.cmake
              ${CMAKE_SOURCE_DIR}/cmake/package/cwdk_add_driver.cmake DESTINATION share/cmake/cwdk)

# Debian's names of the programs that cwdk starts; libraries are found by dpkg-shlibdeps.
set(run_time_packages clang-19 lld-19 llvm-19 ninja-build osslsigncode mingw-w64-common)
set(optional_packages wine64 libclang-rt-19-dev gcab openssh-client)

string(REPLACE ";" " " run_time_names "${run_time_packages}")
string(REPLACE ";" " " optional_names "${optional_packages}")

# The bill of materials, which has all that was installed before; it stands last.
install(CODE "
  set(tree \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}\")
  set(work \"${CMAKE_BINARY_DIR}/sbom\")
  set(names)
  foreach(file \${CMAKE_INSTALL_MANIFEST_FILES})
    file(RELATIVE_PATH name \"\${CMAKE_INSTALL_PREFIX}\" \"\${file}\")
    if(NOT IS_DIRECTORY \"\${tree}/\${name}\")
      string(APPEND names \"\${name}\\n\")
    endif()
  endforeach()
  string(RANDOM number)
  file(WRITE \"\${work}-\${number}.files\" \"\${names}\")
  execute_process(COMMAND \"\${CMAKE_COMMAND}\" -E env \"RUN_TIME_PACKAGES=${run_time_names}\"
                          \"OPTIONAL_PACKAGES=${optional_names}\" sh ${CMAKE_SOURCE_DIR}/cmake/sbom_components.sh
                          ${CMAKE_BINARY_DIR}/bin/cwdk ${CMAKE_BINARY_DIR}/libexec/cwdk/ntsim-host
                          ${CMAKE_BINARY_DIR}/libexec/cwdk/ntsim-fuzz
                  OUTPUT_FILE \"\${work}-\${number}.tsv\" COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${CMAKE_BINARY_DIR}/bin/cwdk sbom --tree \"\${tree}\" --files \"\${work}-\${number}.files\"
                          --components \"\${work}-\${number}.tsv\" --name cwdk --version ${PROJECT_VERSION} --licence MIT
                          -o \"\${tree}/share/cwdk/sbom.spdx.json\"
                  COMMAND_ERROR_IS_FATAL ANY)
  file(REMOVE \"\${work}-\${number}.files\" \"\${work}-\${number}.tsv\")
  list(APPEND CMAKE_INSTALL_MANIFEST_FILES \"\${CMAKE_INSTALL_PREFIX}/share/cwdk/sbom.spdx.json\")")


set(CPACK_PACKAGE_NAME cwdk)
set(CPACK_PACKAGE_VENDOR "windows-drivers-c")
set(CPACK_PACKAGE_CONTACT "the developers of windows-drivers-c <windows-drivers-c@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "build, check and test Windows drivers in C")
set(CPACK_PACKAGE_DESCRIPTION "Headers, import libraries and one tool that makes, builds, packages, signs and
verifies KMDF, UMDF and WDM drivers for x64 and ARM64, checks them as a whole,
and runs them in a simulated Windows kernel with a verifier watching.")
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_THREADS 0)
set(CPACK_PACKAGE_FILE_NAME ${CPACK_PACKAGE_NAME}-${PROJECT_VERSION}-linux-x86_64)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_COMPRESSION_TYPE zstd)
# CPACK_DEBIAN_PACKAGE_SHLIBDEPS asks `file` about each of some thousand pages of the reference: minutes.
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/cmake/packaging_depends.cmake)
list(JOIN run_time_packages ", " CPACK_DEBIAN_PACKAGE_DEPENDS)
set(CPACK_CWDK_PROGRAMS ${CMAKE_BINARY_DIR}/bin/cwdk ${CMAKE_BINARY_DIR}/libexec/cwdk/ntsim-host ${CMAKE_BINARY_DIR}/libexec/cwdk/ntsim-fuzz)
list(JOIN optional_packages ", " CPACK_DEBIAN_PACKAGE_RECOMMENDS)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "rustc, libstd-rust-dev-windows, bindgen, libclang1-14") # drivers in Rust
include(CPack)
