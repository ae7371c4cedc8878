/* SPDX-License-Identifier: Apache-2.0
 *
 * addon.c - copydesk for Node.js, through Node-API.
 *
 * Idea: a document crosses as JSON, made by the library and parsed by the
 * JavaScript engine, which is faster than making objects one by one; clean
 * text stays on this side, so that its way back is exact. Strings are handed
 * over as UTF-8 with offsets in UTF-16 units, buffers as they are with offsets
 * in bytes. Analysis runs in the thread pool or, for the Sync functions, in
 * the calling thread. index.js gives this its final shape. */
#include <copydesk.h>
#define NAPI_VERSION 8
#include <node_api.h>
#include <stdlib.h>
#include <string.h>

#define TRY(env, call) \
  if ((call) != napi_ok) return fail_napi(env)

static napi_value fail_napi(napi_env env) {
  const napi_extended_error_info* info = NULL;
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  if (!pending && napi_get_last_error_info(env, &info) == napi_ok) {
    napi_throw_error(env, NULL, info->error_message);
  }
  return NULL;
}

/* An Error with code and offset. */
static napi_value make_error(napi_env env, const copydesk_error* why) {
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

static napi_value throw_error(napi_env env, const copydesk_error* why) {
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

static napi_value read_input(napi_env env, napi_value value, input* out) {
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

/* A short string; "" if the value is undefined. */
static void read_string(napi_env env, napi_value value, char* out,
                        size_t size) {
  size_t used = 0;
  if (napi_get_value_string_utf8(env, value, out, size, &used) != napi_ok) {
    out[0] = '\0';
  }
}

static double read_number(napi_env env, napi_value value) {
  double out = 0;
  return napi_get_value_double(env, value, &out) == napi_ok ? out : 0;
}

/* ------------------------------------------------------------ analyze --- */

typedef struct work {
  napi_async_work task;
  napi_deferred deferred;
  napi_ref analyzer_ref; /* keeps the analyzer while the task runs */
  const copydesk_analyzer* analyzer;
  input text;
  char language[64], charset[64];
  copydesk_options options;
  copydesk_status status;
  copydesk_error error;
  char* json;
  size_t json_size;
} work;

static void free_work(napi_env env, work* w) {
  if (w->task != NULL) napi_delete_async_work(env, w->task);
  if (w->analyzer_ref != NULL) napi_delete_reference(env, w->analyzer_ref);
  copydesk_string_free(w->json);
  free(w->text.data);
  free(w);
}

static void run(napi_env env, void* data) {
  work* w = data;
  copydesk_document* document = NULL;
  (void)env;
  w->status = copydesk_analyze(w->analyzer, w->text.data, w->text.size,
                               &w->options, &document, &w->error);
  if (w->status == COPYDESK_OK) {
    w->status = copydesk_document_json(document, COPYDESK_JSON_EXPLAIN, NULL,
                                       &w->json, &w->json_size, &w->error);
  }
  copydesk_document_free(document);
}

static void done(napi_env env, napi_status status, void* data) {
  work* w = data;
  napi_value value = NULL;
  if (status == napi_ok && w->status == COPYDESK_OK &&
      napi_create_string_utf8(env, w->json, w->json_size, &value) == napi_ok) {
    napi_resolve_deferred(env, w->deferred, value);
  } else {
    value = make_error(env, &w->error);
    if (value != NULL) napi_reject_deferred(env, w->deferred, value);
  }
  free_work(env, w);
}

/* (analyzer, text, flags, minConfidence, maxBytes, language, charset) */
static work* read_work(napi_env env, napi_callback_info info) {
  napi_value arguments[7];
  size_t count = 7;
  void* analyzer = NULL;
  work* w = calloc(1, sizeof *w);
  const copydesk_options init = COPYDESK_OPTIONS_INIT;
  if (w == NULL) {
    throw_error(env, &no_memory);
    return NULL;
  }
  if (napi_get_cb_info(env, info, &count, arguments, NULL, NULL) != napi_ok ||
      napi_get_value_external(env, arguments[0], &analyzer) != napi_ok) {
    fail_napi(env);
    free_work(env, w);
    return NULL;
  }
  if (read_input(env, arguments[1], &w->text) == NULL) {
    free_work(env, w);
    return NULL;
  }
  w->analyzer = analyzer;
  w->options = init;
  w->options.flags = (uint32_t)read_number(env, arguments[2]);
  w->options.offsets = w->text.is_string ? COPYDESK_UTF16 : COPYDESK_BYTES;
  w->options.min_confidence = (float)read_number(env, arguments[3]);
  w->options.max_bytes = (uint64_t)read_number(env, arguments[4]);
  read_string(env, arguments[5], w->language, sizeof w->language);
  read_string(env, arguments[6], w->charset, sizeof w->charset);
  if (w->language[0] != '\0') w->options.language = w->language;
  if (w->charset[0] != '\0') w->options.charset = w->charset;
  if (w->text.is_string) w->options.charset = "UTF-8";
  napi_create_reference(env, arguments[0], 1, &w->analyzer_ref);
  return w;
}

static napi_value analyze_sync(napi_env env, napi_callback_info info) {
  napi_value out = NULL;
  work* w = read_work(env, info);
  if (w == NULL) return NULL;
  run(env, w);
  if (w->status == COPYDESK_OK) {
    napi_create_string_utf8(env, w->json, w->json_size, &out);
  } else {
    throw_error(env, &w->error);
  }
  free_work(env, w);
  return out;
}

static napi_value analyze(napi_env env, napi_callback_info info) {
  napi_value promise = NULL, name = NULL;
  work* w = read_work(env, info);
  if (w == NULL) return NULL;
  if (napi_create_string_utf8(env, "copydesk", NAPI_AUTO_LENGTH, &name) !=
          napi_ok ||
      napi_create_async_work(env, NULL, name, run, done, w, &w->task) !=
          napi_ok ||
      napi_create_promise(env, &w->deferred, &promise) != napi_ok ||
      napi_queue_async_work(env, w->task) != napi_ok) {
    free_work(env, w);
    return fail_napi(env);
  }
  return promise;
}

static void free_analyzer(napi_env env, void* data, void* hint) {
  (void)env, (void)hint;
  copydesk_analyzer_free(data);
}

static napi_value new_analyzer(napi_env env, napi_callback_info info) {
  copydesk_analyzer* analyzer = NULL;
  copydesk_error error;
  napi_value out = NULL;
  (void)info;
  if (copydesk_analyzer_new(NULL, &analyzer, &error) != COPYDESK_OK) {
    return throw_error(env, &error);
  }
  if (napi_create_external(env, analyzer, free_analyzer, NULL, &out) !=
      napi_ok) {
    copydesk_analyzer_free(analyzer);
    return fail_napi(env);
  }
  return out;
}

static napi_value model_id(napi_env env, napi_callback_info info) {
  napi_value analyzer, out;
  size_t count = 1;
  void* data = NULL;
  TRY(env, napi_get_cb_info(env, info, &count, &analyzer, NULL, NULL));
  TRY(env, napi_get_value_external(env, analyzer, &data));
  TRY(env, napi_create_string_utf8(env, copydesk_analyzer_model_id(data),
                                   NAPI_AUTO_LENGTH, &out));
  return out;
}

/* --------------------------------------------------------- clean text --- */

static void free_text(napi_env env, void* data, void* hint) {
  (void)env, (void)hint;
  copydesk_text_free(data);
}

/* (text, flags, charset): the clean text, which stays on this side. */
static napi_value normalize(napi_env env, napi_callback_info info) {
  napi_value arguments[3], out;
  size_t count = 3;
  char charset[64];
  input in = {NULL, 0, 0};
  copydesk_text* text = NULL;
  copydesk_error error;
  copydesk_status status;
  copydesk_normalize_options options = COPYDESK_NORMALIZE_OPTIONS_INIT;
  TRY(env, napi_get_cb_info(env, info, &count, arguments, NULL, NULL));
  if (read_input(env, arguments[0], &in) == NULL) {
    free(in.data);
    return NULL;
  }
  options.flags = (uint32_t)read_number(env, arguments[1]);
  options.offsets = in.is_string ? COPYDESK_UTF16 : COPYDESK_BYTES;
  read_string(env, arguments[2], charset, sizeof charset);
  if (charset[0] != '\0') options.charset = charset;
  if (in.is_string) options.charset = "UTF-8";
  status = copydesk_normalize(in.data, in.size, &options, &text, &error);
  free(in.data);
  if (status != COPYDESK_OK) return throw_error(env, &error);
  if (napi_create_external(env, text, free_text, NULL, &out) != napi_ok) {
    copydesk_text_free(text);
    return fail_napi(env);
  }
  return out;
}

static napi_value text_string(napi_env env, napi_callback_info info) {
  napi_value self, out;
  size_t count = 1;
  void* text = NULL;
  copydesk_string string;
  TRY(env, napi_get_cb_info(env, info, &count, &self, NULL, NULL));
  TRY(env, napi_get_value_external(env, self, &text));
  string = copydesk_text_string(text);
  TRY(env, napi_create_string_utf8(env, string.data, string.size, &out));
  return out;
}

static napi_value text_encoding(napi_env env, napi_callback_info info) {
  napi_value self, out;
  size_t count = 1;
  void* text = NULL;
  TRY(env, napi_get_cb_info(env, info, &count, &self, NULL, NULL));
  TRY(env, napi_get_value_external(env, self, &text));
  TRY(env, napi_create_string_utf8(env, copydesk_text_encoding(text),
                                   NAPI_AUTO_LENGTH, &out));
  return out;
}

/* (text, start, end, toSource): [start, end] on the other side. */
static napi_value text_map(napi_env env, napi_callback_info info) {
  napi_value arguments[4], out, number;
  size_t count = 4;
  void* text = NULL;
  bool to_source = false;
  copydesk_span span;
  TRY(env, napi_get_cb_info(env, info, &count, arguments, NULL, NULL));
  TRY(env, napi_get_value_external(env, arguments[0], &text));
  TRY(env, napi_get_value_uint32(env, arguments[1], &span.begin));
  TRY(env, napi_get_value_uint32(env, arguments[2], &span.end));
  TRY(env, napi_get_value_bool(env, arguments[3], &to_source));
  span = to_source ? copydesk_text_to_source(text, span)
                   : copydesk_text_to_clean(text, span);
  TRY(env, napi_create_array_with_length(env, 2, &out));
  TRY(env, napi_create_uint32(env, span.begin, &number));
  TRY(env, napi_set_element(env, out, 0, number));
  TRY(env, napi_create_uint32(env, span.end, &number));
  TRY(env, napi_set_element(env, out, 1, number));
  return out;
}

/* ------------------------------------------------------------- module --- */

NAPI_MODULE_INIT() {
  static const struct {
    const char* name;
    napi_callback call;
  } functions[] = {
      {"newAnalyzer", new_analyzer},
      {"modelId", model_id},
      {"analyze", analyze},
      {"analyzeSync", analyze_sync},
      {"normalize", normalize},
      {"textString", text_string},
      {"textEncoding", text_encoding},
      {"textMap", text_map},
  };
  napi_value value;
  for (size_t i = 0; i < sizeof functions / sizeof functions[0]; ++i) {
    TRY(env, napi_create_function(env, functions[i].name, NAPI_AUTO_LENGTH,
                                  functions[i].call, NULL, &value));
    TRY(env, napi_set_named_property(env, exports, functions[i].name, value));
  }
  TRY(env, napi_create_string_utf8(env, copydesk_version_string(),
                                   NAPI_AUTO_LENGTH, &value));
  TRY(env, napi_set_named_property(env, exports, "version", value));
  return exports;
}
