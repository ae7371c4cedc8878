// SPDX-License-Identifier: Apache-2.0
// text.cpp - the C API's strings: a document as JSON or HTML, and clean text.
#include <cstdlib>
#include <memory>

#include "handles.hpp"

using namespace copydesk_c;

struct copydesk_text {
  copydesk::normalized_text value;
  std::vector<copydesk_repair> repairs;
  std::vector<copydesk::text_change> changes;
};

namespace {

// A copy that belongs to the caller, with a NUL behind it.
copydesk_status give(const std::string& made, char** out, std::size_t* size) {
  char* copy = new char[made.size() + 1];
  std::memcpy(copy, made.c_str(), made.size() + 1);
  *out = copy;
  if (size != nullptr) *size = made.size();
  return COPYDESK_OK;
}

bool read_options(const copydesk_normalize_options& o,
                  copydesk::normalize_options& out, std::uint32_t& flags) {
  constexpr std::uint32_t known = 2 * COPYDESK_NORMALIZE_CHANGES - 1;
  if ((o.flags & ~known) != 0 || !is_unit(o.offsets) || o.reserved != 0) {
    return false;
  }
  const auto has = [&](std::uint32_t flag) { return (o.flags & flag) != 0; };
  flags = o.flags;
  out.repair = !has(COPYDESK_NORMALIZE_KEEP_DAMAGE);
  out.nfkc = has(COPYDESK_NORMALIZE_NFKC);
  out.fold_case = has(COPYDESK_NORMALIZE_FOLD_CASE);
  out.plain_marks = has(COPYDESK_NORMALIZE_PLAIN_MARKS);
  out.plain_dashes = has(COPYDESK_NORMALIZE_PLAIN_DASHES);
  out.plain_spaces = has(COPYDESK_NORMALIZE_PLAIN_SPACES);
  out.plain_ellipses = has(COPYDESK_NORMALIZE_PLAIN_ELLIPSES);
  out.plain_digits = has(COPYDESK_NORMALIZE_PLAIN_DIGITS);
  out.offsets = static_cast<copydesk::offset_unit>(o.offsets);
  out.max_bytes = size_limit(o.max_bytes);
  if (o.charset != nullptr) out.charset = o.charset;
  return true;
}

}  // namespace

// ------------------------------------------- a document as one string ---

copydesk_status copydesk_document_json(const copydesk_document* document,
                                       std::uint32_t flags, const char* id,
                                       char** out, std::size_t* size,
                                       copydesk_error* err) {
  if (out != nullptr) *out = nullptr;
  if (document == nullptr || out == nullptr) {
    return fail(err, COPYDESK_EINVAL, 0, "document or out is NULL");
  }
  constexpr std::uint32_t known = COPYDESK_JSON_EXPLAIN | COPYDESK_JSON_LINES;
  if ((flags & ~known) != 0) {
    return fail(err, COPYDESK_EINVAL, 0, "no such flag");
  }
  return guarded(err, document->memory, [&] {
    copydesk::json_options how;
    if (id != nullptr) how.id = id;
    how.tokens = (document->flags & COPYDESK_FLAG_TOKENS) != 0;
    how.normalized = (document->flags & COPYDESK_FLAG_NORMALIZED) != 0;
    how.explain = (flags & COPYDESK_JSON_EXPLAIN) != 0;
    how.lines = (flags & COPYDESK_JSON_LINES) != 0;
    return give(to_json(document->value, how), out, size);
  });
}

copydesk_status copydesk_document_html(const copydesk_document* document,
                                       const char* text, std::size_t len,
                                       const char* title, char** out,
                                       std::size_t* size, copydesk_error* err) {
  if (out != nullptr) *out = nullptr;
  if (document == nullptr || out == nullptr || (text == nullptr && len != 0)) {
    return fail(err, COPYDESK_EINVAL, 0, "document, text or out is NULL");
  }
  return guarded(err, document->memory, [&] {
    const auto page =
        to_html(document->value, len == 0 ? "" : std::string_view(text, len),
                title != nullptr ? title : "copydesk");
    return page ? give(page.value(), out, size) : fail(err, page.error());
  });
}

copydesk_status copydesk_json_string_in(const copydesk_allocator* memory,
                                        const char* text, std::size_t len,
                                        char** out, std::size_t* size,
                                        copydesk_error* err) {
  if (out != nullptr) *out = nullptr;
  if (out == nullptr || (text == nullptr && len != 0)) {
    return fail(err, COPYDESK_EINVAL, 0, "text or out is NULL");
  }
  return guarded_in(memory, err, [&](const copydesk_allocator&) {
    return give(copydesk::json_string(len == 0 ? std::string_view()
                                               : std::string_view(text, len)),
                out, size);
  });
}

copydesk_status copydesk_json_string(const char* text, std::size_t len,
                                     char** out, std::size_t* size,
                                     copydesk_error* err) {
  return copydesk_json_string_in(nullptr, text, len, out, size, err);
}

void copydesk_string_free(char* string) { delete[] string; }

// ---------------------------------------------------- clean text alone ---

copydesk_status copydesk_normalize(const char* text, std::size_t len,
                                   const copydesk_normalize_options* options,
                                   copydesk_text** out, copydesk_error* err) {
  if (out != nullptr) *out = nullptr;
  if (out == nullptr || (text == nullptr && len != 0)) {
    return fail(err, COPYDESK_EINVAL, 0, "text or out is NULL");
  }
  copydesk_normalize_options given = COPYDESK_NORMALIZE_OPTIONS_INIT;
  const bool sized = read_sized(options, given);
  return guarded_in(given.memory, err, [&](const copydesk_allocator&) {
    copydesk::normalize_options how;
    std::uint32_t flags = 0;
    if (!sized || !read_options(given, how, flags)) {
      return fail(err, COPYDESK_EINVAL, 0, "an option has no such value");
    }
    auto made =
        copydesk::normalize(len == 0 ? "" : std::string_view(text, len), how);
    if (!made) return fail(err, made.error());
    std::unique_ptr<copydesk_text> t(
        new copydesk_text{std::move(made).value(), {}, {}});
    put_repairs(t->value.repairs(), t->repairs);
    if ((flags & COPYDESK_NORMALIZE_CHANGES) != 0) {
      t->changes = t->value.changes();
    }
    *out = t.release();
    return copydesk_status{COPYDESK_OK};
  });
}

void copydesk_text_free(copydesk_text* text) { delete text; }

copydesk_string copydesk_text_string(const copydesk_text* text) {
  return c_string(text->value.text());
}

const char* copydesk_text_encoding(const copydesk_text* text) {
  return text->value.encoding();
}

copydesk_offset_unit copydesk_text_unit(const copydesk_text* text) {
  return static_cast<copydesk_offset_unit>(text->value.unit());
}

std::uint32_t copydesk_text_length(const copydesk_text* text) {
  return text->value.length();
}

std::uint32_t copydesk_text_source_length(const copydesk_text* text) {
  return text->value.source_length();
}

const copydesk_repair* copydesk_text_repairs(const copydesk_text* text,
                                             std::size_t* count) {
  return borrowed(text->repairs, count);
}

copydesk_span copydesk_text_to_source(const copydesk_text* text,
                                      copydesk_span clean) {
  return c_span(text->value.to_source({clean.begin, clean.end}));
}

copydesk_span copydesk_text_to_clean(const copydesk_text* text,
                                     copydesk_span source) {
  return c_span(text->value.to_clean({source.begin, source.end}));
}

std::size_t copydesk_text_map_memory(const copydesk_text* text) {
  return text->value.map_memory();
}

const copydesk_change* copydesk_text_changes(const copydesk_text* text,
                                             std::size_t* count) {
  return reinterpret_cast<const copydesk_change*>(
      borrowed(text->changes, count));
}
