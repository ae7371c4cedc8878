# SPDX-License-Identifier: Apache-2.0
# An overlay port: vcpkg install copydesk --overlay-ports=src/cmake/vcpkg
# builds the sources that it lies in. A port of a release would have
# vcpkg_from_github here instead.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../.."
  ABSOLUTE)

vcpkg_check_features(OUT_FEATURE_OPTIONS FEATURE_OPTIONS
  FEATURES
    icu COPYDESK_ICU
    tools COPYDESK_CLI
)
string(COMPARE EQUAL "${VCPKG_LIBRARY_LINKAGE}" dynamic COPYDESK_SHARED)

vcpkg_cmake_configure(
  SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS
    ${FEATURE_OPTIONS}
    -DCOPYDESK_SHARED=${COPYDESK_SHARED}
    -DCOPYDESK_TRAIN=OFF
    -DCOPYDESK_TESTS=OFF
    -DCOPYDESK_BENCH=OFF
    -DCOPYDESK_EXAMPLES=OFF
)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/copydesk)
vcpkg_fixup_pkgconfig()
vcpkg_copy_pdbs()
if("tools" IN_LIST FEATURES)
  vcpkg_copy_tools(TOOL_NAMES copydesk AUTO_CLEAN)
endif()
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include"
  "${CURRENT_PACKAGES_DIR}/debug/share")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE"
  "${SOURCE_PATH}/NOTICE")
