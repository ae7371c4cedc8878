# SPDX-License-Identifier: Apache-2.0
# Makes the generated tables again and compares them with the committed ones.
#   cmake -DPYTHON=python3 -DSOURCE=DIR -DOUT=DIR -P generated.cmake
file(MAKE_DIRECTORY ${OUT})
function(make_again)
  execute_process(COMMAND ${PYTHON} ${ARGN} ${OUT} RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "failed: ${ARGN}")
  endif()
endfunction()
function(compare folder)
  foreach(name ${ARGN})
    execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files
      ${SOURCE}/src/${folder}/${name} ${OUT}/${name} RESULT_VARIABLE differs)
    if(differs)
      message(FATAL_ERROR "src/${folder}/${name} is not what its generator "
        "makes: run it again, or install the Debian package unicode-data 15")
    endif()
  endforeach()
endfunction()
make_again(${SOURCE}/src/text/make_lexicons.py ${SOURCE}/src/data)
compare(text lexicons.inc page_lines.inc language_words.inc)
make_again(${SOURCE}/src/unicode/make_props.py /usr/share/unicode)
compare(unicode props_tables.inc props_values.inc)
make_again(${SOURCE}/src/quotes/make_cues.py ${SOURCE}/src/data)
compare(data cues_de.tsv cues_es.tsv cues_fr.tsv cues_it.tsv cues_pt.tsv
  cues_ru.tsv)
