// SPDX-License-Identifier: Apache-2.0
// handles.hpp - what stands behind the opaque types of copydesk.h.
//
// Idea: every function that can allocate runs inside guarded(), the only catch
// in copydesk. A handle holds the C++ value and, beside it, the frozen C
// structs that point into it, made once: accessors are O(1).
#ifndef COPYDESK_CAPI_HANDLES_HPP_
#define COPYDESK_CAPI_HANDLES_HPP_

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <new>
#include <string>
#include <vector>

#include "copydesk.h"
#include "copydesk/copydesk.hpp"
#include "memory.hpp"

struct copydesk_model {
  copydesk::model value;
  std::string id;
};

struct copydesk_analyzer {
  copydesk::analyzer value;
  std::string model_id;
  copydesk_allocator memory;
};

struct copydesk_gazetteer {
  copydesk::gazetteer value;
};

struct copydesk_cancel {
  std::atomic<bool> requested{false};
};

struct copydesk_document {
  copydesk::document value;
  copydesk_allocator memory = {};
  std::uint32_t flags = 0;  // that it was asked for with
  std::vector<copydesk_paragraph> paragraphs;
  std::vector<copydesk_entity> entities;
  std::vector<copydesk_string> titles;  // of all names, one after another
  std::vector<copydesk_name> names;
  std::vector<copydesk_quote> quotes;
  std::vector<copydesk_repair> repairs;
};

// Spans and changes are handed out without a copy.
static_assert(sizeof(copydesk_span) == sizeof(copydesk::span), "same layout");
static_assert(alignof(copydesk_span) == alignof(copydesk::span), "same layout");
static_assert(sizeof(copydesk_change) == sizeof(copydesk::text_change),
              "same layout");

// The frozen layouts of 64-bit machines; on 32-bit ones pointers are smaller.
#if UINTPTR_MAX == UINT64_MAX
static_assert(sizeof(copydesk_error) == 24, "frozen");
static_assert(sizeof(copydesk_span) == 8, "frozen");
static_assert(sizeof(copydesk_string) == 16, "frozen");
static_assert(sizeof(copydesk_paragraph) == 24, "frozen");
static_assert(sizeof(copydesk_entity) == 56, "frozen");
static_assert(sizeof(copydesk_name) == 104, "frozen");
static_assert(sizeof(copydesk_quote) == 104, "frozen");
static_assert(sizeof(copydesk_repair) == 32, "frozen");
static_assert(sizeof(copydesk_change) == 16, "frozen");
static_assert(sizeof(copydesk_given_entity) == 16, "frozen");
static_assert(sizeof(copydesk_options) == 96, "grows at the end only");
static_assert(sizeof(copydesk_allocator) == 24, "frozen");
static_assert(sizeof(copydesk_normalize_options) == 40,
              "grows at the end only");
#endif

namespace copydesk_c {

inline copydesk_status fail(copydesk_error* err, copydesk_status status,
                            std::uint64_t offset,
                            const char* message) noexcept {
  if (err != nullptr) *err = {status, 0, offset, message};
  return status;
}

inline copydesk_status fail(copydesk_error* err,
                            const copydesk::failure& why) noexcept {
  return fail(err, static_cast<copydesk_status>(why.code), why.offset,
              why.message);
}

// Runs what may throw, on memory of `from`; turns what it throws into a status.
template <class F>
copydesk_status guarded(copydesk_error* err, const copydesk_allocator& from,
                        F&& run) noexcept {
  const memory_scope scope(from);
  try {
    return run();
  } catch (const std::bad_alloc&) {
    return fail(err, COPYDESK_ENOMEM, 0, "an allocation failed");
  } catch (...) {
    return fail(err, COPYDESK_EINTERNAL, 0, "an unexpected exception");
  }
}

// The same on memory of an allocator that the caller gave, or NULL.
template <class F>
copydesk_status guarded_in(const copydesk_allocator* given, copydesk_error* err,
                           F&& run) noexcept {
  copydesk_allocator from;
  const copydesk_status status = read_allocator(given, from);
  if (status != COPYDESK_OK) {
    return fail(err, status, 0,
                status == COPYDESK_EINVAL
                    ? "a function of the allocator is NULL"
                    : "this build takes memory from operator new alone");
  }
  return guarded(err, from, [&] { return run(from); });
}

inline copydesk_span c_span(copydesk::span s) { return {s.begin, s.end}; }

inline copydesk_string c_string(const std::string& s) {
  return {s.data(), s.size()};
}

inline const copydesk_span* c_spans(const std::vector<copydesk::span>& spans) {
  return reinterpret_cast<const copydesk_span*>(spans.data());
}

template <class T>
const T* borrowed(const std::vector<T>& all, std::size_t* count) {
  if (count != nullptr) *count = all.size();
  return all.data();
}

// The fields of a growing options struct that the caller's struct_size covers;
// the rest keeps what stands in `out`. False: no such size, or a field that
// only later versions know is not 0.
template <class Options>
bool read_sized(const Options* given, Options& out) {
  if (given == nullptr) return true;
  if (given->struct_size < sizeof(std::uint32_t) * 2 ||
      given->struct_size > 4096) {
    return false;
  }
  const std::size_t size = given->struct_size;
  const auto* bytes = reinterpret_cast<const unsigned char*>(given);
  for (std::size_t i = sizeof out; i < size; ++i) {
    if (bytes[i] != 0) return false;
  }
  std::memcpy(static_cast<void*>(&out), given, std::min(sizeof out, size));
  return true;
}

// max_bytes of an options struct on a machine whose sizes may be smaller.
inline std::size_t size_limit(std::uint64_t bytes) {
  return bytes < SIZE_MAX ? static_cast<std::size_t>(bytes) : SIZE_MAX;
}

inline bool is_unit(copydesk_offset_unit unit) {
  return unit >= COPYDESK_BYTES && unit <= COPYDESK_CODEPOINTS;
}

inline void put_repairs(const std::vector<copydesk::repair>& from,
                        std::vector<copydesk_repair>& to) {
  to.reserve(from.size());
  for (const copydesk::repair& r : from) {
    to.push_back({c_span(r.where), static_cast<std::int32_t>(r.kind), 0,
                  c_string(r.text)});
  }
}

}  // namespace copydesk_c

#endif  // COPYDESK_CAPI_HANDLES_HPP_
