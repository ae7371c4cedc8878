# SPDX-License-Identifier: Apache-2.0
# One function that gives a target of this project its language level and its
# warnings; nothing global is set.

function(copydesk_settings target)
  target_compile_features(${target} PUBLIC cxx_std_17)
  set_target_properties(${target} PROPERTIES
    CXX_EXTENSIONS OFF
    C_EXTENSIONS OFF
    POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET hidden
    C_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wconversion
    -Wno-sign-conversion)
  if(COPYDESK_HOOKS AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 sees overlaps in std::string that are not there.
    target_compile_options(${target} PRIVATE -Wno-restrict)
  endif()
  # The same bytes out on every machine: no fused multiply-add.
  target_compile_options(${target} PRIVATE -ffp-contract=off)
  if(COPYDESK_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(COPYDESK_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  if(COPYDESK_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${COPYDESK_SANITIZE}
      -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${COPYDESK_SANITIZE})
    # clang's C driver leaves out what sanitized C++ needs at run time.
    set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
  endif()
endfunction()
