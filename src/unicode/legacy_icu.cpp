// SPDX-License-Identifier: Apache-2.0
// legacy_icu.cpp - the only file that includes ICU.
//
// Idea: ucnv_getNextUChar gives one character at a time and moves the source
// pointer over its bytes; ASCII in between is copied at a stretch where the
// charset allows it. Cost: O(n). A build without ICU has the same function
// and answers unsupported.
#include "unicode/legacy.hpp"

#if defined(COPYDESK_ICU)

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <cstring>

#include "unicode/utf8.hpp"

namespace copydesk::unicode {
namespace {

// Closes the converter on every way out.
class converter {
 public:
  explicit converter(const char* name) : it_(ucnv_open(name, &status_)) {
    if (U_FAILURE(status_)) return;
    ucnv_setToUCallBack(it_, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status_);
  }
  ~converter() { ucnv_close(it_); }
  converter(const converter&) = delete;
  converter& operator=(const converter&) = delete;

  UErrorCode status() const { return status_; }
  UConverter* get() const { return it_; }

 private:
  UErrorCode status_ = U_ZERO_ERROR;
  UConverter* it_;
};

}  // namespace

errc decode_through_icu(std::string_view bytes, const charset& from,
                        decoded_text& out) {
  const converter open(from.converter);
  if (open.status() == U_MEMORY_ALLOCATION_ERROR) return errc::no_memory;
  if (U_FAILURE(open.status())) return errc::unsupported;
  out.is_owned = true;
  out.encoding = from.name;
  out.owned.reserve(bytes.size() + bytes.size() / 2);
  const char* const begin = bytes.data();
  const char* const end = begin + bytes.size();
  const char* p = begin;
  while (p < end) {
    const char* const start = p;
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 code = ucnv_getNextUChar(open.get(), &p, end, &status);
    const auto from_byte = static_cast<std::uint32_t>(start - begin);
    const auto to_byte = static_cast<std::uint32_t>(p - begin);
    if (U_SUCCESS(status)) {
      auto c = static_cast<char32_t>(code);
      const auto byte = static_cast<unsigned char>(*start);
      const bool one = to_byte - from_byte == 1;
      // IBM's tables exchange the controls 1A, 1C and 7F.
      if (one && (byte < 0x20 || byte == 0x7F)) c = byte;
      append_utf8(c, out.owned);
      if (one && c == byte && c < 0x80) {
        out.changes.keep(1);
      } else {
        out.changes.replace(to_byte - from_byte, utf8_length(c));
      }
      continue;
    }
    if (status == U_MEMORY_ALLOCATION_ERROR) return errc::no_memory;
    if (status == U_INDEX_OUTOFBOUNDS_ERROR && p == start) {
      p = end;  // nothing but shifts was left
    }
    if (p == start) ++p;
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) {
      out.changes.replace(static_cast<std::uint32_t>(p - start), 0);
    } else {
      put_bad(from_byte, static_cast<std::uint32_t>(p - begin), out);
    }
  }
  return errc::ok;
}

}  // namespace copydesk::unicode

#else

namespace copydesk::unicode {

errc decode_through_icu(std::string_view, const charset&, decoded_text&) {
  return errc::unsupported;
}

}  // namespace copydesk::unicode

#endif
