/* SPDX-License-Identifier: Apache-2.0
 *
 * wasm.c - what post.js calls: the C API with its structs taken apart.
 * A module has one thread, so that it can keep the analyzer, the options of
 * the next call, and what the last one gave. */
#include <copydesk.h>

/* What post.js reads and writes by itself. */
_Static_assert(sizeof(copydesk_given_entity) == 16, "four numbers");
_Static_assert(sizeof(copydesk_repair) == 24, "six numbers");
_Static_assert(sizeof(copydesk_change) == 16, "four numbers");

static copydesk_analyzer *analyzer;
static copydesk_options options;
static copydesk_error error;
static char *result;
static size_t result_size;

/* What the last call gave, if it gave COPYDESK_OK; until the next one. */
const char *copydesk_wasm_result(void) { return result; }
size_t copydesk_wasm_result_size(void) { return result_size; }

/* Why the last call failed. */
const char *copydesk_wasm_error_code(void) {
  return copydesk_status_string(error.status);
}
const char *copydesk_wasm_error_message(void) { return error.message; }
double copydesk_wasm_error_offset(void) { return (double)error.offset; }

static copydesk_status renew(const copydesk_model *model) {
  copydesk_analyzer *made = NULL;
  const copydesk_status status = copydesk_analyzer_new(model, &made, &error);
  if (status == COPYDESK_OK) {
    copydesk_analyzer_free(analyzer);
    analyzer = made;
  }
  return status;
}

/* Reads with another model from now on. */
copydesk_status copydesk_wasm_load_model(const char *data, size_t size) {
  copydesk_model *model = NULL;
  copydesk_status status = copydesk_model_load(data, size, &model, &error);
  if (status == COPYDESK_OK) status = renew(model);
  copydesk_model_free(model);
  return status;
}

const char *copydesk_wasm_model_id(void) {
  if (analyzer == NULL && renew(NULL) != COPYDESK_OK) return "";
  return copydesk_analyzer_model_id(analyzer);
}

/* The options of the next call, in two parts. */
void copydesk_wasm_options(uint32_t flags, int32_t offsets, int32_t style,
                           float min_confidence, double max_bytes,
                           uint32_t max_entities, uint32_t max_quotes,
                           uint32_t max_depth) {
  const copydesk_options init = COPYDESK_OPTIONS_INIT;
  options = init;
  options.flags = flags;
  options.offsets = offsets;
  options.quote_style = style;
  options.min_confidence = min_confidence;
  options.max_bytes = (uint64_t)max_bytes;
  options.max_entities = max_entities;
  options.max_quotes = max_quotes;
  options.max_depth = max_depth;
}
void copydesk_wasm_more_options(const char *language, const char *charset,
                                const copydesk_gazetteer *gazetteer,
                                const copydesk_given_entity *given,
                                uint32_t given_count) {
  options.language = language;
  options.charset = charset;
  options.gazetteer = gazetteer;
  options.given = given;
  options.given_count = given_count;
}

/* JSON of the document, or, with a title, a page. */
copydesk_status copydesk_wasm_analyze(const char *text, size_t len,
                                      uint32_t json_flags, const char *id,
                                      const char *title) {
  copydesk_document *document = NULL;
  copydesk_status status = COPYDESK_OK;
  copydesk_string_free(result);
  result = NULL;
  if (analyzer == NULL) status = renew(NULL);
  if (status == COPYDESK_OK) {
    status = copydesk_analyze(analyzer, text, len, &options, &document, &error);
  }
  if (status != COPYDESK_OK) return status;
  status = title != NULL
               ? copydesk_document_html(document, text, len, title, &result,
                                        &result_size, &error)
               : copydesk_document_json(document, json_flags, id, &result,
                                        &result_size, &error);
  copydesk_document_free(document);
  return status;
}

/* NULL: see the error. */
copydesk_gazetteer *copydesk_wasm_gazetteer(const char *lines, size_t size) {
  copydesk_gazetteer *made = NULL;
  copydesk_gazetteer_load(lines, size, &made, &error);
  return made;
}

/* The clean text, or NULL: see the error. */
copydesk_text *copydesk_wasm_normalize(const char *text, size_t len,
                                       uint32_t flags, int32_t offsets,
                                       double max_bytes, const char *charset) {
  copydesk_normalize_options how = COPYDESK_NORMALIZE_OPTIONS_INIT;
  copydesk_text *made = NULL;
  how.flags = flags;
  how.offsets = offsets;
  how.max_bytes = (uint64_t)max_bytes;
  how.charset = charset;
  copydesk_normalize(text, len, &how, &made, &error);
  return made;
}

/* Numbers: where the text stands and how long it is, lengths of both sides,
 * repairs and how many, changes and how many. Until the next call. */
const uint32_t *copydesk_wasm_text_parts(const copydesk_text *text) {
  static uint32_t parts[8];
  const copydesk_string string = copydesk_text_string(text);
  size_t count = 0;
  parts[0] = (uint32_t)(uintptr_t)string.data;
  parts[1] = string.size;
  parts[2] = copydesk_text_length(text);
  parts[3] = copydesk_text_source_length(text);
  parts[4] = (uint32_t)(uintptr_t)copydesk_text_repairs(text, &count);
  parts[5] = count;
  parts[6] = (uint32_t)(uintptr_t)copydesk_text_changes(text, &count);
  parts[7] = count;
  return parts;
}

/* A span on the other side. Until the next call. */
const copydesk_span *copydesk_wasm_text_map(const copydesk_text *text,
                                            uint32_t begin, uint32_t end,
                                            int to_source) {
  static copydesk_span mapped;
  copydesk_span span;
  span.begin = begin;
  span.end = end;
  mapped = to_source ? copydesk_text_to_source(text, span)
                     : copydesk_text_to_clean(text, span);
  return &mapped;
}
