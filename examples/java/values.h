/* SPDX-License-Identifier: Apache-2.0
 *
 * values.h - errors, bytes and handles, on their way between C and Java. What
 * gives NULL or 0 has thrown. */
#ifndef COPYDESK_JAVA_VALUES_H_
#define COPYDESK_JAVA_VALUES_H_

#include <copydesk.h>
#include <jni.h>
#include <stdlib.h>
#include <string.h>

#include "output.h"

#define NATIVE(type, name) \
  JNIEXPORT type JNICALL Java_org_copydesk_Native_##name

/* ------------------------------------------------------------- errors --- */

static inline jobject no_memory(JNIEnv* env) {
  jclass c = (*env)->FindClass(env, "java/lang/OutOfMemoryError");
  if (c != NULL) (*env)->ThrowNew(env, c, "copydesk");
  return NULL;
}

static inline jthrowable make_error(JNIEnv* env, const copydesk_error* why) {
  jclass c = (*env)->FindClass(env, "org/copydesk/CopydeskException");
  jmethodID make;
  jstring code, message;
  if (c == NULL) return NULL;
  make = (*env)->GetMethodID(env, c, "<init>",
                             "(Ljava/lang/String;JLjava/lang/String;)V");
  if (make == NULL) return NULL;
  code = (*env)->NewStringUTF(env, copydesk_status_string(why->status));
  message = (*env)->NewStringUTF(env, why->message != NULL ? why->message : "");
  if (code == NULL || message == NULL) return NULL;
  return (*env)->NewObject(env, c, make, code, (jlong)why->offset, message);
}

static inline jobject throw_error(JNIEnv* env, const copydesk_error* why) {
  jthrowable error;
  if (why->status == COPYDESK_ENOMEM) return no_memory(env);
  error = make_error(env, why);
  if (error != NULL) (*env)->Throw(env, error);
  return NULL;
}

/* ------------------------------------------------------ bytes, arrays --- */

typedef struct input {
  char* data; /* with a NUL behind; NULL if there is none, or no memory */
  size_t size;
} input;

/* A copy. False: an exception. */
static inline int read_bytes(JNIEnv* env, jbyteArray from, input* out) {
  out->data = NULL;
  out->size = 0;
  if (from == NULL) return 1;
  out->size = (size_t)(*env)->GetArrayLength(env, from);
  out->data = malloc(out->size + 1);
  if (out->data == NULL) {
    no_memory(env);
    return 0;
  }
  (*env)->GetByteArrayRegion(env, from, 0, (jsize)out->size, (jbyte*)out->data);
  out->data[out->size] = '\0';
  return 1;
}

static inline jbyteArray give_bytes(JNIEnv* env, const char* data,
                                    size_t size) {
  jbyteArray out;
  if (size > INT32_MAX) return no_memory(env);
  out = (*env)->NewByteArray(env, (jsize)size);
  if (out != NULL) {
    (*env)->SetByteArrayRegion(env, out, 0, (jsize)size, (const jbyte*)data);
  }
  return out;
}

/* Numbers and strings in an Object[2]. Strings go over as UTF-8: JNI's own
 * form of it is another. */
static inline jobjectArray give(JNIEnv* env, const output* out) {
  jclass object = (*env)->FindClass(env, "java/lang/Object");
  jclass bytes = (*env)->FindClass(env, "[B");
  jobjectArray both, strings;
  jintArray numbers;
  if (object == NULL || bytes == NULL) return NULL;
  if (out->failed || out->count > INT32_MAX) return no_memory(env);
  both = (*env)->NewObjectArray(env, 2, object, NULL);
  numbers = (*env)->NewIntArray(env, (jsize)out->count);
  strings = (*env)->NewObjectArray(env, (jsize)out->string_count, bytes, NULL);
  if (both == NULL || numbers == NULL || strings == NULL) return NULL;
  (*env)->SetIntArrayRegion(env, numbers, 0, (jsize)out->count, out->numbers);
  for (size_t i = 0; i < out->string_count; ++i) {
    jbyteArray text =
        give_bytes(env, out->strings[i].data, out->strings[i].size);
    if (text == NULL) return NULL;
    (*env)->SetObjectArrayElement(env, strings, (jsize)i, text);
    (*env)->DeleteLocalRef(env, text);
  }
  (*env)->SetObjectArrayElement(env, both, 0, numbers);
  (*env)->SetObjectArrayElement(env, both, 1, strings);
  return both;
}

static inline void* pointer(jlong handle) { return (void*)(intptr_t)handle; }

#endif /* COPYDESK_JAVA_VALUES_H_ */
