/* SPDX-License-Identifier: Apache-2.0
 *
 * output.h - what goes into Java in one piece: numbers (kinds, spans, indices,
 * counts, confidences in millionths) and strings, each in the order in which
 * Reader.java takes them. */
#ifndef COPYDESK_JAVA_OUTPUT_H_
#define COPYDESK_JAVA_OUTPUT_H_

#include <copydesk.h>
#include <jni.h>
#include <stddef.h>

typedef struct output {
  jint* numbers;
  size_t count, room;
  copydesk_string* strings;
  size_t string_count, string_room;
  int failed; /* no memory */
} output;

void copydesk_put_document(output* out, const copydesk_document* document);
void copydesk_put_text(output* out, const copydesk_text* text);
void copydesk_free_output(output* out);

#endif /* COPYDESK_JAVA_OUTPUT_H_ */
