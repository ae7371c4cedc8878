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

# copydesk_tool(VARIABLE PROGRAM NAME): the program's path, and in `missing`
# what to say where it is not: NAME; "" where it is.
macro(copydesk_tool variable program name)
  find_program(${variable} ${program})
  mark_as_advanced(${variable})
  set(missing "")
  if(NOT ${variable})
    set(missing "${name}")
  endif()
endmacro()

set(article ${CMAKE_CURRENT_SOURCE_DIR}/articles/harbour.txt)
if(TARGET copydesk_c)
  set(library $<TARGET_FILE:copydesk_c>)
endif()

copydesk_binding(python "" ${CMAKE_CURRENT_SOURCE_DIR}/python/test.sh
  ${COPYDESK_PYTHON} ${library} ${article} ${bindings}/python)

copydesk_tool(COPYDESK_MYPY mypy "mypy (Debian: mypy)")
copydesk_binding(python_types "${missing}" ${COPYDESK_MYPY} --strict
  --no-warn-return-any --no-incremental --cache-dir ${bindings}/mypy
  ${CMAKE_CURRENT_SOURCE_DIR}/python/copydesk
  ${CMAKE_CURRENT_SOURCE_DIR}/python/types_test.py)

# Add-ons hold the whole library and show nothing of it: one file to ship.
function(copydesk_add_on name)
  add_library(${name} MODULE ${ARGN})
  copydesk_settings(${name})
  target_link_libraries(${name} PRIVATE copydesk::c_static)
  if(UNIX AND NOT APPLE)
    target_link_options(${name} PRIVATE -Wl,--exclude-libs,ALL)
  endif()
endfunction()

# Node.js: an add-on for Node-API, which is stable over Node's versions.
find_program(COPYDESK_NODE node)
find_path(COPYDESK_NODE_INCLUDE node_api.h PATH_SUFFIXES node nodejs
  nodejs/src)
mark_as_advanced(COPYDESK_NODE COPYDESK_NODE_INCLUDE)
set(missing "")
if(COPYDESK_NODE AND COPYDESK_NODE_INCLUDE AND COPYDESK_SHARED)
  copydesk_add_on(copydesk_node node/addon.c node/text.c)
  target_compile_options(copydesk_node PRIVATE -Wpedantic)
  target_include_directories(copydesk_node SYSTEM PRIVATE
    ${COPYDESK_NODE_INCLUDE})
  set_target_properties(copydesk_node PROPERTIES PREFIX "" SUFFIX .node
    OUTPUT_NAME copydesk)
else()
  set(missing "node or node_api.h (Debian: nodejs, libnode-dev)")
endif()
copydesk_binding(node "${missing}" ${CMAKE_CURRENT_SOURCE_DIR}/node/test.sh
  ${COPYDESK_NODE} ${CMAKE_CURRENT_BINARY_DIR}/copydesk.node ${article}
  ${bindings}/node)

copydesk_tool(COPYDESK_TSC tsc "tsc (Debian: node-typescript)")
copydesk_binding(node_types "${missing}" ${COPYDESK_TSC} --noEmit --strict
  --target es2020 --module commonjs --moduleResolution node
  ${CMAKE_CURRENT_SOURCE_DIR}/node/types_test.ts
  ${CMAKE_CURRENT_SOURCE_DIR}/wasm/types_test.ts)

# Rust: a -sys crate and a safe one; they need no other crate.
copydesk_tool(COPYDESK_CARGO cargo "cargo")
copydesk_binding(rust "${missing}" ${CMAKE_COMMAND} -E env
  COPYDESK_LIB_DIR=$<TARGET_FILE_DIR:copydesk_c>
  LD_LIBRARY_PATH=$<TARGET_FILE_DIR:copydesk_c>
  COPYDESK_ARTICLE=${article} CARGO_TARGET_DIR=${bindings}/rust
  ${COPYDESK_CARGO} test --quiet --offline --locked --manifest-path
  ${CMAKE_CURRENT_SOURCE_DIR}/rust/Cargo.toml)

# Java: records, and a native half through JNI (JDK 17 or later).
# FindJNI would want a desktop's libraries, too.
find_program(COPYDESK_JAVAC javac)
find_program(COPYDESK_JAVA java)
file(REAL_PATH "${COPYDESK_JAVAC}" javac_real)
get_filename_component(java_home "${javac_real}/../.." ABSOLUTE)
find_path(COPYDESK_JNI_INCLUDE jni.h HINTS ${java_home}/include)
find_path(COPYDESK_JNI_MD_INCLUDE jni_md.h HINTS ${java_home}/include/linux
  ${java_home}/include/darwin)
mark_as_advanced(COPYDESK_JAVAC COPYDESK_JAVA COPYDESK_JNI_INCLUDE
  COPYDESK_JNI_MD_INCLUDE)
set(missing "")
if(COPYDESK_JNI_INCLUDE AND COPYDESK_JNI_MD_INCLUDE AND COPYDESK_JAVAC AND COPYDESK_JAVA AND COPYDESK_SHARED)
  copydesk_add_on(copydesk_jni java/copydesk_jni.c java/output.c
    java/text_jni.c)
  target_include_directories(copydesk_jni SYSTEM PRIVATE
    ${COPYDESK_JNI_INCLUDE} ${COPYDESK_JNI_MD_INCLUDE})
else()
  set(missing "a JDK (Debian: default-jdk-headless)")
endif()
copydesk_binding(java "${missing}" ${CMAKE_CURRENT_SOURCE_DIR}/java/test.sh
  ${COPYDESK_JAVAC} ${COPYDESK_JAVA} ${CMAKE_CURRENT_BINARY_DIR} ${article}
  ${bindings}/java)

# Go: cgo; no other module.
copydesk_tool(COPYDESK_GO go "go (Debian: golang-go)")
copydesk_binding(go "${missing}" ${CMAKE_COMMAND} -E env
  CGO_CFLAGS=-I${PROJECT_SOURCE_DIR}/capi
  CGO_LDFLAGS=-L$<TARGET_FILE_DIR:copydesk_c>
  LD_LIBRARY_PATH=$<TARGET_FILE_DIR:copydesk_c>
  COPYDESK_ARTICLE=${article} GOFLAGS=-mod=mod GOPROXY=off
  GOCACHE=${bindings}/go
  sh -c "cd '${CMAKE_CURRENT_SOURCE_DIR}/go' && '${COPYDESK_GO}' test")
