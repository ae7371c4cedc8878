/* SPDX-License-Identifier: Apache-2.0
 *
 * text.c - clean text for Node.js: it stays on this side, so that its way back
 * is exact; the rest is copied once. */
#include "values.h"

static void free_text(napi_env env, void* data, void* hint) {
  (void)env, (void)hint;
  copydesk_text_free(data);
}

/* (text, how): the clean text, which stays on this side. */
napi_value copydesk_node_normalize(napi_env env, napi_callback_info info) {
  napi_value arguments[2];
  size_t count = 2;
  char* charset;
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
  options.flags = bits_of(env, arguments[1], "flags");
  options.offsets = in.is_string ? COPYDESK_UTF16 : COPYDESK_BYTES;
  if (member(env, arguments[1], "offsets") != NULL) {
    options.offsets =
        (copydesk_offset_unit)bits_of(env, arguments[1], "offsets");
  }
  options.max_bytes = size_of(env, arguments[1], "maxBytes");
  charset = string_of(env, arguments[1], "charset");
  options.charset = in.is_string ? "UTF-8" : charset;
  status = copydesk_normalize(in.data, in.size, &options, &text, &error);
  free(in.data);
  free(charset);
  if (status != COPYDESK_OK) return throw_error(env, &error);
  return give(env, text, free_text);
}

static napi_value put_number(napi_env env, napi_value object, const char* name,
                             uint32_t number) {
  napi_value value;
  TRY(env, napi_create_uint32(env, number, &value));
  TRY(env, napi_set_named_property(env, object, name, value));
  return value;
}

static napi_value make_span(napi_env env, copydesk_span span) {
  napi_value out, number;
  TRY(env, napi_create_array_with_length(env, 2, &out));
  TRY(env, napi_create_uint32(env, span.begin, &number));
  TRY(env, napi_set_element(env, out, 0, number));
  TRY(env, napi_create_uint32(env, span.end, &number));
  TRY(env, napi_set_element(env, out, 1, number));
  return out;
}

static napi_value make_repair(napi_env env, const copydesk_repair* repair) {
  napi_value out;
  TRY(env, napi_create_object(env, &out));
  if (put_number(env, out, "start", repair->span.begin) == NULL ||
      put_number(env, out, "end", repair->span.end) == NULL ||
      put_string(env, out, "kind", copydesk_repair_kind_string(repair->kind),
                 NAPI_AUTO_LENGTH) == NULL ||
      put_string(env, out, "text", repair->text.data, repair->text.size) ==
          NULL) {
    return NULL;
  }
  return out;
}

static napi_value make_change(napi_env env, const copydesk_change* change) {
  const napi_value clean = make_span(env, change->clean);
  const napi_value source = make_span(env, change->source);
  napi_value out;
  if (clean == NULL || source == NULL) return NULL;
  TRY(env, napi_create_object(env, &out));
  TRY(env, napi_set_named_property(env, out, "clean", clean));
  TRY(env, napi_set_named_property(env, out, "source", source));
  return out;
}

/* All of a clean text but its map. */
napi_value copydesk_node_text_parts(napi_env env, napi_callback_info info) {
  const copydesk_text* text = only_handle(env, info);
  const copydesk_repair* repairs;
  const copydesk_change* changes;
  copydesk_string string;
  napi_value out, array, item;
  size_t count = 0, i;
  if (text == NULL) return NULL;
  string = copydesk_text_string(text);
  TRY(env, napi_create_object(env, &out));
  if (put_string(env, out, "text", string.data, string.size) == NULL ||
      put_string(env, out, "encoding", copydesk_text_encoding(text),
                 NAPI_AUTO_LENGTH) == NULL ||
      put_number(env, out, "length", copydesk_text_length(text)) == NULL ||
      put_number(env, out, "sourceLength", copydesk_text_source_length(text)) ==
          NULL) {
    return NULL;
  }
  repairs = copydesk_text_repairs(text, &count);
  TRY(env, napi_create_array_with_length(env, count, &array));
  for (i = 0; i < count; ++i) {
    item = make_repair(env, &repairs[i]);
    if (item == NULL) return NULL;
    TRY(env, napi_set_element(env, array, (uint32_t)i, item));
  }
  TRY(env, napi_set_named_property(env, out, "repairs", array));
  changes = copydesk_text_changes(text, &count);
  TRY(env, napi_create_array_with_length(env, count, &array));
  for (i = 0; i < count; ++i) {
    item = make_change(env, &changes[i]);
    if (item == NULL) return NULL;
    TRY(env, napi_set_element(env, array, (uint32_t)i, item));
  }
  TRY(env, napi_set_named_property(env, out, "changes", array));
  return out;
}

/* (text, start, end, toSource): [start, end] on the other side. */
napi_value copydesk_node_text_map(napi_env env, napi_callback_info info) {
  napi_value arguments[4];
  size_t count = 4;
  void* text = NULL;
  bool to_source = false;
  copydesk_span span;
  TRY(env, napi_get_cb_info(env, info, &count, arguments, NULL, NULL));
  TRY(env, napi_get_value_external(env, arguments[0], &text));
  TRY(env, napi_get_value_uint32(env, arguments[1], &span.begin));
  TRY(env, napi_get_value_uint32(env, arguments[2], &span.end));
  TRY(env, napi_get_value_bool(env, arguments[3], &to_source));
  return make_span(env, to_source ? copydesk_text_to_source(text, span)
                                  : copydesk_text_to_clean(text, span));
}
