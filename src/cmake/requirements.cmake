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

# An allocator of the caller's (copydesk_allocator) needs a linker that lets
# the shared library have an operator new of its own, and a libstdc++ whose
# std::string can be our own: the check below wraps what of it allocates by
# nothing, so that it fails where that would be left to libstdc++.so.
set(COPYDESK_HOOKS OFF)
set(copydesk_own_strings ${PROJECT_SOURCE_DIR}/capi/own_strings.hpp)
set(copydesk_hook_links)
foreach(name _Znwm _Znam _ZnwmRKSt9nothrow_t _ZnamRKSt9nothrow_t _ZdlPv _ZdaPv
        _ZdlPvm _ZdaPvm _ZdlPvRKSt9nothrow_t _ZdaPvRKSt9nothrow_t)
  list(APPEND copydesk_hook_links -Wl,--wrap=${name})
endforeach()
set(copydesk_string_links)
foreach(name 9_M_createERmm 9_M_mutateEmmPKcm 9_M_appendEPKcm
        9_M_assignERKS4_ 10_M_replaceEmmPKcm 14_M_replace_auxEmmmc
        12_M_constructEmc 7reserveEm 9push_backEc 6resizeEmc)
  list(APPEND copydesk_string_links
    -Wl,--wrap=_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE${name})
endforeach()
if(COPYDESK_SHARED AND CMAKE_SYSTEM_NAME STREQUAL "Linux" AND
   CMAKE_SIZEOF_VOID_P EQUAL 8 AND NOT CMAKE_INTERPROCEDURAL_OPTIMIZATION)
  include(CheckCXXSourceCompiles)
  set(CMAKE_REQUIRED_FLAGS "-include ${copydesk_own_strings}")
  set(CMAKE_REQUIRED_LINK_OPTIONS -Wl,--wrap=_Znwm -Wl,--wrap=_ZdlPv
    -Wl,--wrap=_ZdlPvm ${copydesk_string_links})
  set(CMAKE_REQUIRED_QUIET ON)
  check_cxx_source_compiles("
    #include <string>
    #ifndef __GLIBCXX__
    #error
    #endif
    extern \"C\" void* __real__Znwm(std::size_t);
    extern \"C\" void __real__ZdlPv(void*);
    extern \"C\" void* __wrap__Znwm(std::size_t size) {
      return __real__Znwm(size);
    }
    extern \"C\" void __wrap__ZdlPv(void* block) { __real__ZdlPv(block); }
    extern \"C\" void __wrap__ZdlPvm(void* block, std::size_t) {
      __real__ZdlPv(block);
    }
    int main(int count, char** words) {
      std::string all(count, 'a');
      all.push_back('b');
      all.resize(all.size() + count);
      all += words[0];
      all.replace(1, 1, words[0]);
      all.insert(1, count, 'c');
      std::string other;
      other.reserve(count);
      other = all;
      return other[count];
    }" COPYDESK_CAN_HOOK)
  unset(CMAKE_REQUIRED_FLAGS)
  unset(CMAKE_REQUIRED_LINK_OPTIONS)
  unset(CMAKE_REQUIRED_QUIET)
  if(COPYDESK_CAN_HOOK)
    set(COPYDESK_HOOKS ON)
  endif()
endif()
