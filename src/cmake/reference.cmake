# SPDX-License-Identifier: Apache-2.0
# `cmake --build B --target reference` makes pages of the headers in
# B/reference/html, where Doxygen is installed.
find_program(COPYDESK_DOXYGEN doxygen)
find_program(COPYDESK_REFERENCE_PYTHON python3)
mark_as_advanced(COPYDESK_DOXYGEN COPYDESK_REFERENCE_PYTHON)
if(COPYDESK_DOXYGEN AND COPYDESK_REFERENCE_PYTHON)
  set(copydesk_reference ${PROJECT_BINARY_DIR}/reference)
  set(copydesk_filter
    "${COPYDESK_REFERENCE_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/reference/filter.py")
  configure_file(${CMAKE_CURRENT_LIST_DIR}/reference/Doxyfile.in
    ${PROJECT_BINARY_DIR}/Doxyfile @ONLY)
  add_custom_target(reference
    COMMAND ${COPYDESK_DOXYGEN} ${PROJECT_BINARY_DIR}/Doxyfile
    WORKING_DIRECTORY ${PROJECT_BINARY_DIR}
    COMMENT "Making the reference" VERBATIM)
endif()
