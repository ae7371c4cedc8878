# SPDX-License-Identifier: Apache-2.0
# `cpack` in a build folder makes one .deb of all that is installed, and a
# .tar.gz.
set(CPACK_PACKAGE_NAME copydesk)
set(CPACK_PACKAGE_VENDOR "The copydesk authors")
set(CPACK_PACKAGE_CONTACT "The copydesk authors <copydesk@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION "The command, the libraries (C and C++), their
 headers, and what CMake and pkg-config need to find them.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libutf8proc-dev")
if(COPYDESK_ICU)
  string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", libicu-dev")
endif()
set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_IGNORE_FILES /build/ /[.]git/)
include(CPack)
