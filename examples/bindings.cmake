# SPDX-License-Identifier: Apache-2.0
# The bindings, each tested by its own toolchain where that is there; where it
# is not, the test is skipped and says what is missing. A sanitized library
# cannot be loaded by programs that are not sanitized.
set(bindings ${CMAKE_CURRENT_BINARY_DIR}/bindings)

# copydesk_binding(NAME MISSING COMMAND...): MISSING is "" if all is there.
function(copydesk_binding name missing)
  if(COPYDESK_SANITIZE OR NOT COPYDESK_SHARED)
    set(missing "a shared library without sanitizers")
  endif()
  if(missing)
    add_test(NAME binding_${name} COMMAND ${CMAKE_COMMAND} -E echo
      "SKIPPED: ${missing} not found")
    set_tests_properties(binding_${name} PROPERTIES
      SKIP_REGULAR_EXPRESSION "SKIPPED")
  else()
    add_test(NAME binding_${name} COMMAND ${ARGN})
  endif()
endfunction()

set(article ${CMAKE_CURRENT_SOURCE_DIR}/articles/harbour.txt)
if(TARGET copydesk_c)
  set(library $<TARGET_FILE:copydesk_c>)
endif()

copydesk_binding(python "" ${CMAKE_CURRENT_SOURCE_DIR}/python/test.sh
  ${COPYDESK_PYTHON} ${library} ${article} ${bindings}/python)

# Node.js: an add-on for Node-API, which is stable over Node's versions.
find_program(COPYDESK_NODE node)
find_path(COPYDESK_NODE_INCLUDE node_api.h PATH_SUFFIXES node nodejs
  nodejs/src)
mark_as_advanced(COPYDESK_NODE COPYDESK_NODE_INCLUDE)
set(missing "")
if(COPYDESK_NODE AND COPYDESK_NODE_INCLUDE AND COPYDESK_SHARED)
  add_library(copydesk_node MODULE node/addon.c)
  copydesk_settings(copydesk_node)
  target_compile_options(copydesk_node PRIVATE -Wpedantic)
  target_include_directories(copydesk_node SYSTEM PRIVATE
    ${COPYDESK_NODE_INCLUDE})
  target_link_libraries(copydesk_node PRIVATE copydesk::c)
  set_target_properties(copydesk_node PROPERTIES PREFIX "" SUFFIX .node
    OUTPUT_NAME copydesk)
else()
  set(missing "node or node_api.h (Debian: nodejs, libnode-dev)")
endif()
copydesk_binding(node "${missing}" ${CMAKE_COMMAND} -E env
  COPYDESK_ADDON=${CMAKE_CURRENT_BINARY_DIR}/copydesk.node
  ${COPYDESK_NODE} ${CMAKE_CURRENT_SOURCE_DIR}/node/test.js ${article})
