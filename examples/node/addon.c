/* SPDX-License-Identifier: Apache-2.0
 *
 * addon.c - copydesk for Node.js, through Node-API.
 *
 * Idea: a document crosses as JSON, made by the library and parsed by the
 * JavaScript engine, so that it is one call and one string. Strings are handed
 * over as UTF-8 with offsets in UTF-16 units, buffers as they are with offsets
 * in bytes, if the caller says nothing else. Analysis runs in the thread pool
 * or, for the Sync functions, in the calling thread. index.js gives this its
 * final shape. */
#include "values.h"

/* ------------------------------------------------------------ analyze --- */

typedef struct work {
  napi_async_work task;
  napi_deferred deferred;
  napi_ref how; /* keeps the handles in it while the task runs */
  const copydesk_analyzer* analyzer;
  input text;
  char *language, *charset, *id, *title;
  copydesk_given_entity* given;
  copydesk_options options;
  uint32_t json_flags;
  int is_page;
  copydesk_status status;
  copydesk_error error;
  char* result;
  size_t result_size;
} work;

static void free_work(napi_env env, work* w) {
  if (w->task != NULL) napi_delete_async_work(env, w->task);
  if (w->how != NULL) napi_delete_reference(env, w->how);
  copydesk_string_free(w->result);
  free(w->text.data);
  free(w->language);
  free(w->charset);
  free(w->id);
  free(w->title);
  free(w->given);
  free(w);
}

static void run(napi_env env, void* data) {
  work* w = data;
  copydesk_document* document = NULL;
  (void)env;
  w->status = copydesk_analyze(w->analyzer, w->text.data, w->text.size,
                               &w->options, &document, &w->error);
  if (w->status != COPYDESK_OK) return;
  if (w->is_page) {
    w->status =
        copydesk_document_html(document, w->text.data, w->text.size, w->title,
                               &w->result, &w->result_size, &w->error);
  } else {
    w->status = copydesk_document_json(document, w->json_flags, w->id,
                                       &w->result, &w->result_size, &w->error);
  }
  copydesk_document_free(document);
}

static void done(napi_env env, napi_status status, void* data) {
  work* w = data;
  napi_value value = NULL;
  if (status == napi_ok && w->status == COPYDESK_OK &&
      napi_create_string_utf8(env, w->result, w->result_size, &value) ==
          napi_ok) {
    napi_resolve_deferred(env, w->deferred, value);
  } else {
    if (w->status == COPYDESK_OK) w->error = no_memory; /* or too long */
    value = make_error(env, &w->error);
    if (value != NULL) napi_reject_deferred(env, w->deferred, value);
  }
  free_work(env, w);
}

/* Names that the caller found: begin, end and type of each, in numbers. */
static int read_given(napi_env env, napi_value how, work* w) {
  const napi_value value = member(env, how, "given");
  napi_typedarray_type type;
  size_t length = 0;
  void* data = NULL;
  const uint32_t* numbers;
  if (value == NULL) return 1;
  if (napi_get_typedarray_info(env, value, &type, &length, &data, NULL, NULL) !=
          napi_ok ||
      type != napi_uint32_array) {
    return 0;
  }
  numbers = data;
  w->given = calloc(length / 3 + 1, sizeof *w->given);
  if (w->given == NULL) return 0;
  for (size_t i = 0; i < length / 3; ++i) {
    w->given[i].span.begin = numbers[3 * i];
    w->given[i].span.end = numbers[3 * i + 1];
    w->given[i].type = (copydesk_entity_type)numbers[3 * i + 2];
  }
  w->options.given = w->given;
  w->options.given_count = length / 3;
  return 1;
}

/* (text, how): how is what index.js makes of the options of a call. */
static work* read_work(napi_env env, napi_callback_info info) {
  napi_value arguments[2], how;
  size_t count = 2;
  work* w = calloc(1, sizeof *w);
  const copydesk_options init = COPYDESK_OPTIONS_INIT;
  if (w == NULL) {
    throw_error(env, &no_memory);
    return NULL;
  }
  if (napi_get_cb_info(env, info, &count, arguments, NULL, NULL) != napi_ok ||
      napi_create_reference(env, arguments[1], 1, &w->how) != napi_ok) {
    fail_napi(env);
    free_work(env, w);
    return NULL;
  }
  if (read_input(env, arguments[0], &w->text) == NULL) {
    free_work(env, w);
    return NULL;
  }
  how = arguments[1];
  w->analyzer = handle_of(env, how, "analyzer");
  w->language = string_of(env, how, "language");
  w->charset = string_of(env, how, "charset");
  w->id = string_of(env, how, "id");
  w->title = string_of(env, how, "title");
  w->json_flags = bits_of(env, how, "jsonFlags");
  w->is_page = member(env, how, "title") != NULL;
  w->options = init;
  w->options.flags = bits_of(env, how, "flags");
  w->options.offsets = w->text.is_string ? COPYDESK_UTF16 : COPYDESK_BYTES;
  if (member(env, how, "offsets") != NULL) {
    w->options.offsets = (copydesk_offset_unit)bits_of(env, how, "offsets");
  }
  w->options.min_confidence = (float)number_of(env, how, "minConfidence");
  w->options.max_bytes = size_of(env, how, "maxBytes");
  w->options.max_entities = bits_of(env, how, "maxEntities");
  w->options.max_quotes = bits_of(env, how, "maxQuotes");
  w->options.max_depth = bits_of(env, how, "maxDepth");
  w->options.quote_style = (copydesk_quote_style)bits_of(env, how, "style");
  w->options.language = w->language;
  w->options.charset = w->text.is_string ? "UTF-8" : w->charset;
  w->options.gazetteer = handle_of(env, how, "gazetteer");
  w->options.cancel = handle_of(env, how, "cancel");
  if (!read_given(env, how, w)) {
    throw_error(env, &no_memory);
    free_work(env, w);
    return NULL;
  }
  return w;
}

static napi_value analyze_sync(napi_env env, napi_callback_info info) {
  napi_value out = NULL;
  work* w = read_work(env, info);
  if (w == NULL) return NULL;
  run(env, w);
  if (w->status != COPYDESK_OK) {
    throw_error(env, &w->error);
  } else if (napi_create_string_utf8(env, w->result, w->result_size, &out) !=
             napi_ok) {
    throw_error(env, &no_memory);
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

/* ------------------------------------------------------------ handles --- */

static void free_analyzer(napi_env env, void* data, void* hint) {
  (void)env, (void)hint;
  copydesk_analyzer_free(data);
}

/* (model): a Buffer, or undefined for the one inside the library. */
static napi_value new_analyzer(napi_env env, napi_callback_info info) {
  napi_value argument;
  napi_valuetype type = napi_undefined;
  size_t count = 1;
  input bytes = {NULL, 0, 0};
  copydesk_model* model = NULL;
  copydesk_analyzer* analyzer = NULL;
  copydesk_error error;
  copydesk_status status = COPYDESK_OK;
  TRY(env, napi_get_cb_info(env, info, &count, &argument, NULL, NULL));
  TRY(env, napi_typeof(env, argument, &type));
  if (type != napi_undefined) {
    if (read_input(env, argument, &bytes) == NULL) {
      free(bytes.data);
      return NULL;
    }
    status = copydesk_model_load(bytes.data, bytes.size, &model, &error);
    free(bytes.data);
  }
  if (status == COPYDESK_OK) {
    status = copydesk_analyzer_new(model, &analyzer, &error);
  }
  copydesk_model_free(model);
  if (status != COPYDESK_OK) return throw_error(env, &error);
  return give(env, analyzer, free_analyzer);
}

static void free_gazetteer(napi_env env, void* data, void* hint) {
  (void)env, (void)hint;
  copydesk_gazetteer_free(data);
}

/* (lines) */
static napi_value new_gazetteer(napi_env env, napi_callback_info info) {
  napi_value lines;
  size_t count = 1;
  input in = {NULL, 0, 0};
  copydesk_gazetteer* gazetteer = NULL;
  copydesk_error error;
  TRY(env, napi_get_cb_info(env, info, &count, &lines, NULL, NULL));
  if (read_input(env, lines, &in) == NULL) {
    free(in.data);
    return NULL;
  }
  if (copydesk_gazetteer_load(in.data, in.size, &gazetteer, &error) !=
      COPYDESK_OK) {
    free(in.data);
    return throw_error(env, &error);
  }
  free(in.data);
  return give(env, gazetteer, free_gazetteer);
}

static void free_cancel(napi_env env, void* data, void* hint) {
  (void)env, (void)hint;
  copydesk_cancel_free(data);
}

static napi_value new_cancel(napi_env env, napi_callback_info info) {
  copydesk_cancel* cancel = NULL;
  copydesk_error error;
  (void)info;
  if (copydesk_cancel_new(&cancel, &error) != COPYDESK_OK) {
    return throw_error(env, &error);
  }
  return give(env, cancel, free_cancel);
}

static napi_value request_cancel(napi_env env, napi_callback_info info) {
  copydesk_cancel* cancel = only_handle(env, info);
  if (cancel != NULL) copydesk_cancel_request(cancel);
  return NULL;
}

static napi_value gazetteer_size(napi_env env, napi_callback_info info) {
  const copydesk_gazetteer* gazetteer = only_handle(env, info);
  napi_value out;
  if (gazetteer == NULL) return NULL;
  TRY(env, napi_create_double(env, (double)copydesk_gazetteer_size(gazetteer),
                              &out));
  return out;
}

static napi_value model_id(napi_env env, napi_callback_info info) {
  const copydesk_analyzer* analyzer = only_handle(env, info);
  napi_value out;
  if (analyzer == NULL) return NULL;
  TRY(env, napi_create_string_utf8(env, copydesk_analyzer_model_id(analyzer),
                                   NAPI_AUTO_LENGTH, &out));
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
      {"newGazetteer", new_gazetteer},
      {"gazetteerSize", gazetteer_size},
      {"newCancel", new_cancel},
      {"requestCancel", request_cancel},
      {"analyze", analyze},
      {"analyzeSync", analyze_sync},
      {"normalize", copydesk_node_normalize},
      {"textParts", copydesk_node_text_parts},
      {"textMap", copydesk_node_text_map},
  };
  napi_value value;
  for (size_t i = 0; i < sizeof functions / sizeof functions[0]; ++i) {
    TRY(env, napi_create_function(env, functions[i].name, NAPI_AUTO_LENGTH,
                                  functions[i].call, NULL, &value));
    TRY(env, napi_set_named_property(env, exports, functions[i].name, value));
  }
  if (put_string(env, exports, "version", copydesk_version_string(),
                 NAPI_AUTO_LENGTH) == NULL ||
      put_string(env, exports, "unicodeVersion", copydesk_unicode_version(),
                 NAPI_AUTO_LENGTH) == NULL) {
    return NULL;
  }
  return exports;
}
