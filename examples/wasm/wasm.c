/* SPDX-License-Identifier: Apache-2.0
 *
 * wasm.c - what post.js calls: one analyzer for the module, results as text.
 * A module has one thread, so that it can keep the last result. */
#include <copydesk.h>

static copydesk_analyzer *analyzer;
static char *json;
static copydesk_text *clean;
static copydesk_string result;

/* What the last call that gave COPYDESK_OK made; until the next call. */
const char *copydesk_wasm_result(void) { return result.data; }
size_t copydesk_wasm_result_size(void) { return result.size; }
const char *copydesk_wasm_status(int status) {
  return copydesk_status_string(status);
}

static void forget(void) {
  copydesk_string_free(json);
  copydesk_text_free(clean);
  json = NULL;
  clean = NULL;
}

/* JSON of the document. language "" = find out; utf16: offsets in UTF-16
 * units of text that is UTF-8. */
int copydesk_wasm_analyze(const char *text, size_t len, const char *language,
                          uint32_t flags, int utf16) {
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  copydesk_document *document = NULL;
  copydesk_status status = COPYDESK_OK;
  forget();
  options.flags = flags;
  if (language[0] != '\0') options.language = language;
  if (utf16) {
    options.offsets = COPYDESK_UTF16;
    options.charset = "UTF-8";
  }
  if (analyzer == NULL) status = copydesk_analyzer_new(NULL, &analyzer, NULL);
  if (status == COPYDESK_OK) {
    status = copydesk_analyze(analyzer, text, len, &options, &document, NULL);
  }
  if (status == COPYDESK_OK) {
    status = copydesk_document_json(document, 0, NULL, &json, &result.size,
                                    NULL);
    result.data = json;
  }
  copydesk_document_free(document);
  return status;
}

/* The clean text. */
int copydesk_wasm_normalize(const char *text, size_t len, uint32_t flags) {
  copydesk_normalize_options options = COPYDESK_NORMALIZE_OPTIONS_INIT;
  copydesk_status status;
  forget();
  options.flags = flags;
  status = copydesk_normalize(text, len, &options, &clean, NULL);
  if (status == COPYDESK_OK) result = copydesk_text_string(clean);
  return status;
}
