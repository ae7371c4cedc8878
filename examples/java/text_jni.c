/* SPDX-License-Identifier: Apache-2.0
 *
 * text_jni.c - the rest of Native.java: names of the caller, cancellation and
 * clean text. */
#include "values.h"

NATIVE(jlong, newGazetteer)(JNIEnv* env, jclass self, jbyteArray lines) {
  copydesk_gazetteer* gazetteer = NULL;
  copydesk_error error;
  input in;
  (void)self;
  if (!read_bytes(env, lines, &in)) return 0;
  if (copydesk_gazetteer_load(in.data, in.size, &gazetteer, &error) !=
      COPYDESK_OK) {
    throw_error(env, &error);
  }
  free(in.data);
  return (jlong)(intptr_t)gazetteer;
}

NATIVE(void, freeGazetteer)(JNIEnv* env, jclass self, jlong gazetteer) {
  (void)env, (void)self;
  copydesk_gazetteer_free(pointer(gazetteer));
}

NATIVE(jlong, gazetteerSize)(JNIEnv* env, jclass self, jlong gazetteer) {
  (void)env, (void)self;
  return (jlong)copydesk_gazetteer_size(pointer(gazetteer));
}

NATIVE(jlong, newCancel)(JNIEnv* env, jclass self) {
  copydesk_cancel* cancel = NULL;
  copydesk_error error;
  (void)self;
  if (copydesk_cancel_new(&cancel, &error) != COPYDESK_OK) {
    throw_error(env, &error);
  }
  return (jlong)(intptr_t)cancel;
}

NATIVE(void, freeCancel)(JNIEnv* env, jclass self, jlong cancel) {
  (void)env, (void)self;
  copydesk_cancel_free(pointer(cancel));
}

NATIVE(void, requestCancel)(JNIEnv* env, jclass self, jlong cancel) {
  (void)env, (void)self;
  copydesk_cancel_request(pointer(cancel));
}

NATIVE(void, resetCancel)(JNIEnv* env, jclass self, jlong cancel) {
  (void)env, (void)self;
  copydesk_cancel_reset(pointer(cancel));
}

NATIVE(jlong, normalize)
(JNIEnv* env, jclass self, jbyteArray text, jint flags, jint offsets,
 jlong max_bytes, jbyteArray charset) {
  copydesk_normalize_options options = COPYDESK_NORMALIZE_OPTIONS_INIT;
  copydesk_text* made = NULL;
  copydesk_error error;
  input in = {NULL, 0}, charset_in = {NULL, 0};
  (void)self;
  if (read_bytes(env, text, &in) && read_bytes(env, charset, &charset_in)) {
    options.flags = (uint32_t)flags;
    options.offsets = offsets;
    options.max_bytes = (uint64_t)max_bytes;
    options.charset = charset_in.data;
    if (copydesk_normalize(in.data, in.size, &options, &made, &error) !=
        COPYDESK_OK) {
      throw_error(env, &error);
    }
  }
  free(in.data);
  free(charset_in.data);
  return (jlong)(intptr_t)made;
}

NATIVE(void, freeText)(JNIEnv* env, jclass self, jlong text) {
  (void)env, (void)self;
  copydesk_text_free(pointer(text));
}

NATIVE(jobjectArray, textParts)(JNIEnv* env, jclass self, jlong text) {
  output out = {NULL, 0, 0, NULL, 0, 0, 0};
  jobjectArray result;
  (void)self;
  copydesk_put_text(&out, pointer(text));
  result = give(env, &out);
  copydesk_free_output(&out);
  return result;
}

/* A span on the other side: its end in the lower half. */
NATIVE(jlong, textMap)
(JNIEnv* env, jclass self, jlong text, jint begin, jint end,
 jboolean to_source) {
  copydesk_span span;
  (void)env, (void)self;
  span.begin = (uint32_t)begin;
  span.end = (uint32_t)end;
  span = to_source ? copydesk_text_to_source(pointer(text), span)
                   : copydesk_text_to_clean(pointer(text), span);
  return (jlong)((uint64_t)span.begin << 32 | span.end);
}
