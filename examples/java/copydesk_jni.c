/* SPDX-License-Identifier: Apache-2.0
 *
 * copydesk_jni.c - the native half of org.copydesk.Analyzer.
 *
 * Idea: a text comes as UTF-16, as Java has it; what was found goes back in
 * one call as an int array (kinds, spans, indices, counts, confidences in
 * millionths) and an array of strings in the same order, which Reader.java
 * takes apart. Offsets count UTF-16 units. */
#include <copydesk.h>
#include <jni.h>
#include <stdlib.h>
#include <string.h>

typedef struct output {
  jint* numbers;
  size_t count, room;
  copydesk_string* strings;
  size_t string_count, string_room;
  int failed;
} output;

static void put(output* out, jint number) {
  if (out->count == out->room) {
    const size_t room = out->room == 0 ? 1024 : 2 * out->room;
    jint* more = realloc(out->numbers, room * sizeof *more);
    if (more == NULL) {
      out->failed = 1;
      return;
    }
    out->numbers = more;
    out->room = room;
  }
  out->numbers[out->count++] = number;
}

static void put_span(output* out, copydesk_span span) {
  put(out, (jint)span.begin);
  put(out, (jint)span.end);
}

static void put_confidence(output* out, float confidence) {
  put(out, (jint)(confidence * 1e6f + 0.5f));
}

static void put_string(output* out, copydesk_string string) {
  if (out->string_count == out->string_room) {
    const size_t room = out->string_room == 0 ? 256 : 2 * out->string_room;
    copydesk_string* more = realloc(out->strings, room * sizeof *more);
    if (more == NULL) {
      out->failed = 1;
      return;
    }
    out->strings = more;
    out->string_room = room;
  }
  out->strings[out->string_count++] = string;
}

static void put_static(output* out, const char* text) {
  copydesk_string string;
  string.data = text;
  string.size = strlen(text);
  put_string(out, string);
}

static void put_spans(output* out, const copydesk_span* spans, size_t count) {
  put(out, (jint)count);
  for (size_t i = 0; i < count; ++i) put_span(out, spans[i]);
}

static void put_entities(output* out, const copydesk_document* document) {
  size_t count = 0;
  const copydesk_entity* all = copydesk_document_entities(document, &count);
  put(out, (jint)count);
  for (size_t i = 0; i < count; ++i) {
    put_span(out, all[i].span);
    put(out, all[i].name);
    put_confidence(out, all[i].confidence);
    put_static(out, copydesk_entity_type_string(all[i].type));
    put_string(out, all[i].text);
    put_string(out, all[i].value);
  }
}

static void put_names(output* out, const copydesk_document* document) {
  size_t count = 0;
  const copydesk_name* all = copydesk_document_names(document, &count);
  put(out, (jint)count);
  for (size_t i = 0; i < count; ++i) {
    put_static(out, copydesk_entity_type_string(all[i].type));
    put_string(out, all[i].text);
    put(out, (jint)all[i].title_count);
    for (size_t t = 0; t < all[i].title_count; ++t) {
      put_string(out, all[i].titles[t]);
    }
    put(out, (jint)all[i].mention_count);
    for (size_t m = 0; m < all[i].mention_count; ++m) {
      put(out, (jint)all[i].mentions[m]);
    }
  }
}

static void put_quotes(output* out, const copydesk_document* document) {
  size_t count = 0;
  const copydesk_quote* all = copydesk_document_quotes(document, &count);
  put(out, (jint)count);
  for (size_t i = 0; i < count; ++i) {
    const copydesk_quote* q = &all[i];
    put_static(out, copydesk_quote_kind_string(q->kind));
    put_string(out, q->text);
    put_spans(out, q->content, q->content_count);
    put(out, q->parent);
    put_confidence(out, q->confidence);
    put(out, q->has_cue);
    if (q->has_cue) put_span(out, q->cue);
    put(out, q->has_speaker);
    if (!q->has_speaker) continue;
    put_span(out, q->speaker_span);
    put_string(out, q->speaker_text);
    put(out, q->speaker_name);
    put_static(out, copydesk_speaker_kind_string(q->speaker_kind));
    put_confidence(out, q->speaker_confidence);
  }
}

static void put_document(output* out, const copydesk_document* document) {
  size_t count = 0;
  const copydesk_paragraph* paragraphs;
  const copydesk_repair* repairs;
  const copydesk_span* spans;
  put(out, (jint)copydesk_document_length(document));
  put_static(out, copydesk_document_language(document));
  paragraphs = copydesk_document_paragraphs(document, &count);
  put(out, (jint)count);
  for (size_t i = 0; i < count; ++i) {
    put_span(out, paragraphs[i].span);
    put_static(out, copydesk_paragraph_kind_string(paragraphs[i].kind));
  }
  spans = copydesk_document_sentences(document, &count);
  put_spans(out, spans, count);
  put_entities(out, document);
  put_names(out, document);
  put_quotes(out, document);
  repairs = copydesk_document_repairs(document, &count);
  put(out, (jint)count);
  for (size_t i = 0; i < count; ++i) {
    put_span(out, repairs[i].span);
    put_static(out, copydesk_repair_kind_string(repairs[i].kind));
    put_string(out, repairs[i].text);
  }
}

/* ------------------------------------------------------- into Java --- */

static void throw_new(JNIEnv* env, const char* type, const char* message) {
  jclass c = (*env)->FindClass(env, type);
  if (c != NULL) (*env)->ThrowNew(env, c, message);
}

static void throw_error(JNIEnv* env, const copydesk_error* why) {
  jclass c;
  jmethodID make;
  jobject thrown;
  if (why->status == COPYDESK_ENOMEM) {
    throw_new(env, "java/lang/OutOfMemoryError", why->message);
    return;
  }
  c = (*env)->FindClass(env, "org/copydesk/CopydeskException");
  if (c == NULL) return;
  make = (*env)->GetMethodID(env, c, "<init>",
                             "(Ljava/lang/String;JLjava/lang/String;)V");
  if (make == NULL) return;
  thrown = (*env)->NewObject(
      env, c, make,
      (*env)->NewStringUTF(env, copydesk_status_string(why->status)),
      (jlong)why->offset, (*env)->NewStringUTF(env, why->message));
  if (thrown != NULL) (*env)->Throw(env, thrown);
}

/* Strings go over as arrays of UTF-8 bytes: JNI's own form of UTF-8 is
 * another. */
static jobject give(JNIEnv* env, const output* out) {
  jclass object = (*env)->FindClass(env, "java/lang/Object");
  jclass bytes = (*env)->FindClass(env, "[B");
  jobjectArray both, strings;
  jintArray numbers;
  if (object == NULL || bytes == NULL) return NULL;
  both = (*env)->NewObjectArray(env, 2, object, NULL);
  numbers = (*env)->NewIntArray(env, (jsize)out->count);
  strings = (*env)->NewObjectArray(env, (jsize)out->string_count, bytes, NULL);
  if (both == NULL || numbers == NULL || strings == NULL) return NULL;
  (*env)->SetIntArrayRegion(env, numbers, 0, (jsize)out->count, out->numbers);
  for (size_t i = 0; i < out->string_count; ++i) {
    const jsize size = (jsize)out->strings[i].size;
    jbyteArray text = (*env)->NewByteArray(env, size);
    if (text == NULL) return NULL;
    (*env)->SetByteArrayRegion(env, text, 0, size,
                               (const jbyte*)out->strings[i].data);
    (*env)->SetObjectArrayElement(env, strings, (jsize)i, text);
    (*env)->DeleteLocalRef(env, text);
  }
  (*env)->SetObjectArrayElement(env, both, 0, numbers);
  (*env)->SetObjectArrayElement(env, both, 1, strings);
  return both;
}

JNIEXPORT jlong JNICALL Java_org_copydesk_Analyzer_create(JNIEnv* env,
                                                          jclass self) {
  copydesk_analyzer* analyzer = NULL;
  copydesk_error error;
  (void)self;
  if (copydesk_analyzer_new(NULL, &analyzer, &error) != COPYDESK_OK) {
    throw_error(env, &error);
  }
  return (jlong)(intptr_t)analyzer;
}

JNIEXPORT void JNICALL Java_org_copydesk_Analyzer_destroy(JNIEnv* env,
                                                          jclass self,
                                                          jlong analyzer) {
  (void)env, (void)self;
  copydesk_analyzer_free((copydesk_analyzer*)(intptr_t)analyzer);
}

JNIEXPORT jobject JNICALL Java_org_copydesk_Analyzer_read(
    JNIEnv* env, jclass self, jlong analyzer, jbyteArray utf16,
    jstring language, jlong max_bytes) {
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  copydesk_document* document = NULL;
  copydesk_error error;
  output out = {NULL, 0, 0, NULL, 0, 0, 0};
  jobject result = NULL;
  const jsize size = (*env)->GetArrayLength(env, utf16);
  char* text = malloc((size_t)size + 1);
  (void)self;
  if (text == NULL) {
    throw_new(env, "java/lang/OutOfMemoryError", "copydesk");
    return NULL;
  }
  (*env)->GetByteArrayRegion(env, utf16, 0, size, (jbyte*)text);
  options.charset = "UTF-16LE";
  options.offsets = COPYDESK_UTF16;
  options.max_bytes = (uint64_t)max_bytes;
  if (language != NULL) {
    options.language = (*env)->GetStringUTFChars(env, language, NULL);
  }
  if (copydesk_analyze((const copydesk_analyzer*)(intptr_t)analyzer, text,
                       (size_t)size, &options, &document,
                       &error) != COPYDESK_OK) {
    throw_error(env, &error);
  } else {
    put_document(&out, document);
    if (out.failed) {
      throw_new(env, "java/lang/OutOfMemoryError", "copydesk");
    } else {
      result = give(env, &out);
    }
  }
  copydesk_document_free(document);
  if (language != NULL) {
    (*env)->ReleaseStringUTFChars(env, language, options.language);
  }
  free(out.numbers);
  free(out.strings);
  free(text);
  return result;
}
