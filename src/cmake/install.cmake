# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` lays down: the command, the headers, the libraries,
# the CMake package (copydesk::copydesk, copydesk::c) and copydesk.pc.
include(CMakePackageConfigHelpers)

set(copydesk_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/copydesk)

install(TARGETS copydesk_cpp copydesk_utf8proc ${copydesk_c_targets}
  EXPORT copydesk
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(EXPORT copydesk NAMESPACE copydesk:: FILE copydeskTargets.cmake
  DESTINATION ${copydesk_cmake_dir})
install(DIRECTORY include/copydesk DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  FILES_MATCHING PATTERN "*.hpp")
install(FILES capi/copydesk.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(COPYDESK_CLI)
  install(TARGETS copydesk_cli DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()

configure_package_config_file(src/cmake/copydeskConfig.cmake.in
  ${PROJECT_BINARY_DIR}/copydeskConfig.cmake
  INSTALL_DESTINATION ${copydesk_cmake_dir})
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/copydeskConfigVersion.cmake
  COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/copydeskConfig.cmake
  ${PROJECT_BINARY_DIR}/copydeskConfigVersion.cmake
  DESTINATION ${copydesk_cmake_dir})

# Where the .pc file lies tells where the rest does: the tree can be moved.
file(RELATIVE_PATH copydesk_pc_prefix
  /p/${CMAKE_INSTALL_LIBDIR}/pkgconfig /p)
if(COPYDESK_ICU)
  set(copydesk_pc_requires "icu-uc, icu-i18n")
endif()
configure_file(src/cmake/copydesk.pc.in ${PROJECT_BINARY_DIR}/copydesk.pc
  @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/copydesk.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
