# SPDX-License-Identifier: Apache-2.0
# What has to be on the machine. Nothing is downloaded; a missing package is
# one line that names the Debian package to install.

function(copydesk_need what found package)
  if(NOT ${found})
    message(FATAL_ERROR
      "copydesk: ${what} not found; install the Debian package ${package}")
  endif()
endfunction()

# utf8proc of the machine, or its sources (utf8proc.c and its data) where
# there is none to link: cross builds, the single-file amalgamation.
set(COPYDESK_UTF8PROC_SOURCE "" CACHE PATH "Folder of utf8proc's sources")
if(COPYDESK_UTF8PROC_SOURCE)
  add_library(copydesk_utf8proc STATIC
    ${COPYDESK_UTF8PROC_SOURCE}/utf8proc.c)
  set_target_properties(copydesk_utf8proc PROPERTIES
    POSITION_INDEPENDENT_CODE ON C_VISIBILITY_PRESET hidden)
  target_compile_definitions(copydesk_utf8proc PUBLIC UTF8PROC_STATIC)
  target_include_directories(copydesk_utf8proc SYSTEM PUBLIC
    $<BUILD_INTERFACE:${COPYDESK_UTF8PROC_SOURCE}>)
else()
  find_path(COPYDESK_UTF8PROC_INCLUDE utf8proc.h)
  find_library(COPYDESK_UTF8PROC_LIBRARY utf8proc)
  mark_as_advanced(COPYDESK_UTF8PROC_INCLUDE COPYDESK_UTF8PROC_LIBRARY)
  if(COPYDESK_UTF8PROC_INCLUDE AND COPYDESK_UTF8PROC_LIBRARY)
    set(copydesk_has_utf8proc ON)
  endif()
  copydesk_need("utf8proc" copydesk_has_utf8proc libutf8proc-dev)
  add_library(copydesk_utf8proc INTERFACE)
  target_include_directories(copydesk_utf8proc SYSTEM INTERFACE
    $<BUILD_INTERFACE:${COPYDESK_UTF8PROC_INCLUDE}>)
  target_link_libraries(copydesk_utf8proc INTERFACE
    $<BUILD_INTERFACE:${COPYDESK_UTF8PROC_LIBRARY}>
    $<INSTALL_INTERFACE:utf8proc>)
endif()

if(COPYDESK_ICU)
  find_package(ICU 70 QUIET COMPONENTS uc i18n)
  copydesk_need("ICU (or configure with -DCOPYDESK_ICU=OFF)" ICU_FOUND
    libicu-dev)
endif()

find_package(Threads QUIET)
copydesk_need("a thread library" Threads_FOUND libc6-dev)

if(COPYDESK_CLI OR COPYDESK_TRAIN OR COPYDESK_TESTS)
  find_package(nlohmann_json 3.10 QUIET)
  copydesk_need("nlohmann-json" nlohmann_json_FOUND nlohmann-json3-dev)
  find_package(CLI11 2 QUIET)
  copydesk_need("CLI11" CLI11_FOUND libcli11-dev)
endif()

# Debian's own Python comes first: it has Debian's modules.
find_program(COPYDESK_PYTHON python3 HINTS /usr/bin)
mark_as_advanced(COPYDESK_PYTHON)

if(COPYDESK_TESTS)
  find_package(doctest QUIET)
  copydesk_need("doctest" doctest_FOUND doctest-dev)
endif()

if(COPYDESK_BENCH)
  find_package(benchmark QUIET)
  copydesk_need("Google Benchmark" benchmark_FOUND libbenchmark-dev)
endif()
