/* SPDX-License-Identifier: Apache-2.0
 *
 * values.h - what the files of the add-on have in common: errors, arguments
 * and handles of JavaScript. A function that gives NULL has thrown. */
#ifndef COPYDESK_NODE_VALUES_H_
#define COPYDESK_NODE_VALUES_H_

#include <copydesk.h>
#define NAPI_VERSION 8
#include <node_api.h>
#include <stdlib.h>
#include <string.h>

/* text.c */
napi_value copydesk_node_normalize(napi_env env, napi_callback_info info);
napi_value copydesk_node_text_parts(napi_env env, napi_callback_info info);
napi_value copydesk_node_text_map(napi_env env, napi_callback_info info);

#define TRY(env, call) \
  if ((call) != napi_ok) return fail_napi(env)

static inline napi_value fail_napi(napi_env env) {
  const napi_extended_error_info* info = NULL;
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  if (!pending && napi_get_last_error_info(env, &info) == napi_ok) {
    napi_throw_error(env, NULL, info->error_message);
  }
  return NULL;
}

/* An Error with code and offset. */
static inline napi_value make_error(napi_env env, const copydesk_error* why) {
  napi_value error, message, code, offset;
  TRY(env,
      napi_create_string_utf8(env, why->message, NAPI_AUTO_LENGTH, &message));
  TRY(env, napi_create_string_utf8(env, copydesk_status_string(why->status),
                                   NAPI_AUTO_LENGTH, &code));
  TRY(env, napi_create_error(env, code, message, &error));
  TRY(env, napi_create_double(env, (double)why->offset, &offset));
  TRY(env, napi_set_named_property(env, error, "offset", offset));
  return error;
}

static inline napi_value throw_error(napi_env env, const copydesk_error* why) {
  napi_value error = make_error(env, why);
  if (error != NULL) napi_throw(env, error);
  return NULL;
}

static const copydesk_error no_memory = {COPYDESK_ENOMEM, 0, 0,
                                         "an allocation failed"};

/* ------------------------------------------------------------- inputs --- */

/* A text of the caller's, copied: it has to live on in another thread. */
typedef struct input {
  char* data;
  size_t size;
  int is_string;
} input;

static inline napi_value read_input(napi_env env, napi_value value,
                                    input* out) {
  napi_valuetype type;
  TRY(env, napi_typeof(env, value, &type));
  if (type == napi_string) {
    TRY(env, napi_get_value_string_utf8(env, value, NULL, 0, &out->size));
    out->data = malloc(out->size + 1);
    if (out->data == NULL) return throw_error(env, &no_memory);
    out->is_string = 1;
    TRY(env, napi_get_value_string_utf8(env, value, out->data, out->size + 1,
                                        &out->size));
  } else {
    void* bytes = NULL;
    bool is_buffer = false;
    TRY(env, napi_is_buffer(env, value, &is_buffer));
    if (!is_buffer) {
      napi_throw_type_error(env, NULL, "text has to be a string or a Buffer");
      return NULL;
    }
    TRY(env, napi_get_buffer_info(env, value, &bytes, &out->size));
    out->data = malloc(out->size + 1);
    if (out->data == NULL) return throw_error(env, &no_memory);
    if (out->size != 0) memcpy(out->data, bytes, out->size);
    out->is_string = 0;
  }
  return value;
}

/* Members of a plain object that index.js made, so that each has the type that
 * is asked for, or is undefined. */
static inline napi_value member(napi_env env, napi_value object,
                                const char* name) {
  napi_value out = NULL;
  napi_valuetype type = napi_undefined;
  if (napi_get_named_property(env, object, name, &out) != napi_ok ||
      napi_typeof(env, out, &type) != napi_ok || type == napi_undefined) {
    return NULL;
  }
  return out;
}

static inline double number_of(napi_env env, napi_value object,
                               const char* name) {
  const napi_value value = member(env, object, name);
  double out = 0;
  if (value != NULL) napi_get_value_double(env, value, &out);
  return out;
}

static inline uint32_t bits_of(napi_env env, napi_value object,
                               const char* name) {
  const double number = number_of(env, object, name);
  return number > 0 && number <= UINT32_MAX ? (uint32_t)number : 0;
}

static inline uint64_t size_of(napi_env env, napi_value object,
                               const char* name) {
  const double number = number_of(env, object, name);
  return number > 0 && number < 9e15 ? (uint64_t)number : 0;
}

static inline void* handle_of(napi_env env, napi_value object,
                              const char* name) {
  const napi_value value = member(env, object, name);
  void* out = NULL;
  if (value != NULL) napi_get_value_external(env, value, &out);
  return out;
}

/* A copy; NULL if there is none, or no memory. */
static inline char* string_of(napi_env env, napi_value object,
                              const char* name) {
  const napi_value value = member(env, object, name);
  size_t size = 0;
  char* out;
  if (value == NULL ||
      napi_get_value_string_utf8(env, value, NULL, 0, &size) != napi_ok) {
    return NULL;
  }
  out = malloc(size + 1);
  if (out != NULL) {
    napi_get_value_string_utf8(env, value, out, size + 1, &size);
  }
  return out;
}

/* Gives a handle to JavaScript, which frees it when nobody holds it. */
static inline napi_value give(napi_env env, void* handle,
                              napi_finalize free_it) {
  napi_value out = NULL;
  if (napi_create_external(env, handle, free_it, NULL, &out) != napi_ok) {
    free_it(env, handle, NULL);
    return fail_napi(env);
  }
  return out;
}

/* The handle that is the one argument of a function; NULL: an exception. */
static inline void* only_handle(napi_env env, napi_callback_info info) {
  napi_value argument;
  size_t count = 1;
  void* out = NULL;
  if (napi_get_cb_info(env, info, &count, &argument, NULL, NULL) != napi_ok ||
      napi_get_value_external(env, argument, &out) != napi_ok) {
    fail_napi(env);
  }
  return out;
}

static inline napi_value put_string(napi_env env, napi_value object,
                                    const char* name, const char* data,
                                    size_t size) {
  napi_value value;
  TRY(env, napi_create_string_utf8(env, data, size, &value));
  TRY(env, napi_set_named_property(env, object, name, value));
  return value;
}

#endif /* COPYDESK_NODE_VALUES_H_ */
