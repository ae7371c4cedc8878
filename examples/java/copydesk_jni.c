/* SPDX-License-Identifier: Apache-2.0
 *
 * copydesk_jni.c - the native half of org.copydesk: the methods of Native.java.
 *
 * Idea: a text comes as bytes, options as numbers (see Options.java); what was
 * found goes back in one call, see output.h. A handle is a pointer in a long;
 * the Java side says when it may be used and freed. */
#include "values.h"

/* ------------------------------------------------------------ options --- */

typedef struct call {
  copydesk_options options;
  input language, charset;
  copydesk_given_entity* given;
} call;

static void free_call(call* c) {
  free(c->language.data);
  free(c->charset.data);
  free(c->given);
}

/* Three numbers for each name that the caller found. */
static int read_given(JNIEnv* env, jintArray given, call* out) {
  const jsize count =
      given != NULL ? (*env)->GetArrayLength(env, given) / 3 : 0;
  if (given == NULL) return 1;
  out->given = calloc((size_t)count + 1, sizeof *out->given);
  if (out->given == NULL) {
    no_memory(env);
    return 0;
  }
  for (jsize i = 0; i < count; ++i) {
    jint numbers[3];
    (*env)->GetIntArrayRegion(env, given, 3 * i, 3, numbers);
    out->given[i].span.begin = (uint32_t)numbers[0];
    out->given[i].span.end = (uint32_t)numbers[1];
    out->given[i].type = numbers[2];
  }
  out->options.given = out->given;
  out->options.given_count = (uint64_t)count;
  return 1;
}

/* In the order of Options.numbers. False: an exception. */
static int read_call(JNIEnv* env, jlongArray numbers, jbyteArray language,
                     jbyteArray charset, jintArray given, call* out) {
  const copydesk_options init = COPYDESK_OPTIONS_INIT;
  jlong n[10];
  int32_t bits;
  memset(out, 0, sizeof *out);
  out->options = init;
  (*env)->GetLongArrayRegion(env, numbers, 0, 10, n);
  out->options.flags = (uint32_t)n[0];
  out->options.offsets = (copydesk_offset_unit)n[1];
  bits = (int32_t)n[2];
  memcpy(&out->options.min_confidence, &bits, sizeof bits);
  out->options.max_bytes = (uint64_t)n[3];
  out->options.max_entities = (uint32_t)n[4];
  out->options.max_quotes = (uint32_t)n[5];
  out->options.max_depth = (uint32_t)n[6];
  out->options.quote_style = (copydesk_quote_style)n[7];
  out->options.gazetteer = pointer(n[8]);
  out->options.cancel = pointer(n[9]);
  if (!read_bytes(env, language, &out->language) ||
      !read_bytes(env, charset, &out->charset) ||
      !read_given(env, given, out)) {
    return 0;
  }
  out->options.language = out->language.data;
  out->options.charset = out->charset.data;
  return 1;
}

/* ----------------------------------------------------------- analyzer --- */

NATIVE(jlong, newAnalyzer)(JNIEnv* env, jclass self, jbyteArray bytes) {
  copydesk_model* model = NULL;
  copydesk_analyzer* analyzer = NULL;
  copydesk_error error;
  copydesk_status status = COPYDESK_OK;
  input in;
  (void)self;
  if (!read_bytes(env, bytes, &in)) return 0;
  if (bytes != NULL) {
    status = copydesk_model_load(in.data, in.size, &model, &error);
  }
  if (status == COPYDESK_OK) {
    status = copydesk_analyzer_new(model, &analyzer, &error);
  }
  copydesk_model_free(model);
  free(in.data);
  if (status != COPYDESK_OK) throw_error(env, &error);
  return (jlong)(intptr_t)analyzer;
}

NATIVE(void, freeAnalyzer)(JNIEnv* env, jclass self, jlong analyzer) {
  (void)env, (void)self;
  copydesk_analyzer_free(pointer(analyzer));
}

NATIVE(jstring, modelId)(JNIEnv* env, jclass self, jlong analyzer) {
  (void)self;
  return (*env)->NewStringUTF(env,
                              copydesk_analyzer_model_id(pointer(analyzer)));
}

NATIVE(jstring, version)(JNIEnv* env, jclass self) {
  (void)self;
  return (*env)->NewStringUTF(env, copydesk_version_string());
}

NATIVE(jstring, unicodeVersion)(JNIEnv* env, jclass self) {
  (void)self;
  return (*env)->NewStringUTF(env, copydesk_unicode_version());
}

static jobjectArray give_document(JNIEnv* env, copydesk_document* document) {
  output out = {NULL, 0, 0, NULL, 0, 0, 0};
  jobjectArray result;
  copydesk_put_document(&out, document);
  result = give(env, &out);
  copydesk_free_output(&out);
  copydesk_document_free(document);
  return result;
}

NATIVE(jobjectArray, analyze)
(JNIEnv* env, jclass self, jlong analyzer, jbyteArray text, jlongArray numbers,
 jbyteArray language, jbyteArray charset, jintArray given) {
  copydesk_document* document = NULL;
  copydesk_error error;
  call c;
  input in = {NULL, 0};
  (void)self;
  if (read_call(env, numbers, language, charset, given, &c) &&
      read_bytes(env, text, &in) &&
      copydesk_analyze(pointer(analyzer), in.data, in.size, &c.options,
                       &document, &error) != COPYDESK_OK) {
    throw_error(env, &error);
  }
  free(in.data);
  free_call(&c);
  return document != NULL ? give_document(env, document) : NULL;
}

/* JSON with its reasons, or, with a title, a page; both of and as UTF-8. */
NATIVE(jbyteArray, render)
(JNIEnv* env, jclass self, jlong analyzer, jbyteArray text, jlongArray numbers,
 jbyteArray language, jintArray given, jbyteArray title) {
  copydesk_document* document = NULL;
  copydesk_error error;
  call c;
  input in = {NULL, 0}, title_in = {NULL, 0};
  char* result = NULL;
  size_t size = 0;
  jbyteArray out = NULL;
  (void)self;
  if (read_call(env, numbers, language, NULL, given, &c) &&
      read_bytes(env, text, &in) && read_bytes(env, title, &title_in)) {
    copydesk_status status;
    c.options.charset = "UTF-8";
    status = copydesk_analyze(
        pointer(analyzer), in.data, in.size, &c.options, &document, &error);
    if (status == COPYDESK_OK) {
      status =
          title_in.data != NULL
              ? copydesk_document_html(document, in.data, in.size,
                                       title_in.data, &result, &size, &error)
              : copydesk_document_json(document, COPYDESK_JSON_EXPLAIN, NULL,
                                       &result, &size, &error);
    }
    if (status == COPYDESK_OK) {
      out = give_bytes(env, result, size);
    } else {
      throw_error(env, &error);
    }
  }
  copydesk_document_free(document);
  copydesk_string_free(result);
  free(in.data);
  free(title_in.data);
  free_call(&c);
  return out;
}

/* What analyze gives, or a CopydeskException, for each text. */
static jobject give_one(JNIEnv* env, copydesk_document* document,
                        const copydesk_error* error) {
  return document != NULL ? (jobject)give_document(env, document)
                          : (jobject)make_error(env, error);
}

NATIVE(jobjectArray, analyzeMany)
(JNIEnv* env, jclass self, jlong analyzer, jobjectArray texts,
 jlongArray numbers, jbyteArray language, jbyteArray charset, jint threads) {
  const jsize count = (*env)->GetArrayLength(env, texts);
  const size_t room = (size_t)count + 1;
  copydesk_string* strings = calloc(room, sizeof *strings);
  copydesk_document** documents = calloc(room, sizeof *documents);
  copydesk_error* errors = calloc(room, sizeof *errors);
  jclass object = (*env)->FindClass(env, "java/lang/Object");
  jobjectArray out = NULL;
  call c;
  int ready = read_call(env, numbers, language, charset, NULL, &c);
  (void)self;
  if (strings == NULL || documents == NULL || errors == NULL) {
    no_memory(env);
    ready = 0;
  }
  for (jsize i = 0; ready && i < count; ++i) {
    jbyteArray text = (*env)->GetObjectArrayElement(env, texts, i);
    input in;
    ready = read_bytes(env, text, &in);
    strings[i].data = in.data;
    strings[i].size = in.size;
    (*env)->DeleteLocalRef(env, text);
  }
  if (ready) {
    copydesk_analyze_many(pointer(analyzer), strings, (size_t)count, &c.options,
                          (uint32_t)threads, documents, errors);
    out = (*env)->NewObjectArray(env, count, object, NULL);
  }
  for (jsize i = 0; out != NULL && i < count; ++i) {
    jobject one = give_one(env, documents[i], &errors[i]);
    documents[i] = NULL;
    if (one == NULL) {
      out = NULL;
    } else {
      (*env)->SetObjectArrayElement(env, out, i, one);
      (*env)->DeleteLocalRef(env, one);
    }
  }
  for (jsize i = 0; strings != NULL && i < count; ++i) {
    if (documents != NULL) copydesk_document_free(documents[i]);
    free((char*)strings[i].data);
  }
  free(strings);
  free(documents);
  free(errors);
  free_call(&c);
  return out;
}
