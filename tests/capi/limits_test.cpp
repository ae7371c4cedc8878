// SPDX-License-Identifier: Apache-2.0
// limits_test.cpp - bounds of src/limits.hpp that show from outside: one below,
// at it, one beyond. Those of the options are tested in capi_test.c, those that
// show in results alone in tests/unit/limits_test.cpp.
//   copydesk_limits_test [full]
// Without "full", what has to read gigabytes is left out.
#include "limits.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "copydesk.h"
#include "model/format.hpp"

namespace limits = copydesk::limits;

static_assert(COPYDESK_MODEL_FORMAT == copydesk::learned::format_version,
              "the header names the format");

namespace {

int failures = 0;

void check(bool right, const char* what, long at, long got) {
  if (right) return;
  ++failures;
  std::printf("%s: at %ld: %ld\n", what, at, got);
}

struct reading {
  explicit reading(const copydesk_analyzer* a, const std::string& text) {
    copydesk_options options = COPYDESK_OPTIONS_INIT;
    options.language = "en";
    if (copydesk_analyze(a, text.data(), text.size(), &options, &document,
                         nullptr) != COPYDESK_OK) {
      std::exit(2);
    }
  }
  ~reading() { copydesk_document_free(document); }
  reading(const reading&) = delete;
  reading& operator=(const reading&) = delete;

  copydesk_document* document = nullptr;
};

std::string repeated(const char* piece, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

// A date is whole as long as the piece of its sentence that is read at once.
void values(const copydesk_analyzer* a) {
  const std::string date = "on 5 May 2031";
  for (const int more : {-1, 0, 1}) {
    const std::size_t end = limits::max_value_bytes + more;
    std::string text(1, 'a');
    while (text.size() + 5 + date.size() + 1 <= end) text += " word";
    text += std::string(end - date.size() - 1 - text.size(), 'x');
    text += " " + date + " and on";
    const reading r(a, text);
    std::size_t count = 0;
    const copydesk_entity* e = copydesk_document_entities(r.document, &count);
    bool whole = false;
    for (std::size_t i = 0; i < count; ++i) {
      whole = whole || (e[i].type == COPYDESK_DATE && e[i].span.end == end &&
                        e[i].span.begin == end - 10);
    }
    check(whole == (more <= 0), "bytes read for values", more, whole);
  }
}

// A row of marks is none if it is too long: the quotation behind it lacks one.
void marks(const copydesk_analyzer* a) {
  for (const int more : {-1, 0, 1, 2}) {
    const std::string row =
        repeated("\xE2\x80\x9C", limits::max_mark_run + more);
    const std::string text = "The council met on Friday. " + row +
                             "We will mend the bridge in May, and it will be "
                             "open in June,\xE2\x80\x9D said Ada Byron.\n";
    const reading r(a, text);
    std::size_t count = 0;
    const copydesk_repair* all = copydesk_document_repairs(r.document, &count);
    bool missing = false;
    for (std::size_t i = 0; i < count; ++i) {
      missing = missing || all[i].kind == COPYDESK_REPAIR_MISSING_OPEN;
    }
    check(missing == (more > 0), "marks side by side", more, missing);
  }
}

// The most that a text can be, by default and whatever the options say. Zeros
// are no text, which is found out only of what is short enough.
void bytes(const copydesk_analyzer* a, bool full) {
  char* zeros = static_cast<char*>(std::calloc(limits::max_bytes + 1, 1));
  check(zeros != nullptr, "memory for a text that is too long", 0, 0);
  if (zeros == nullptr) return;
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  copydesk_normalize_options cleaning = COPYDESK_NORMALIZE_OPTIONS_INIT;
  for (const bool most : {false, true}) {
    options.max_bytes = cleaning.max_bytes = most ? ~std::uint64_t{0} : 0;
    for (const int more : {-1, 0, 1}) {
      if (most && more <= 0 && !full) continue;  // a gigabyte to look at
      const std::size_t size =
          (most ? limits::max_bytes : limits::default_max_bytes) + more;
      const copydesk_status right =
          more > 0 ? COPYDESK_ETOOBIG : COPYDESK_ETEXT;
      copydesk_document* document = nullptr;
      const copydesk_status got =
          copydesk_analyze(a, zeros, size, &options, &document, nullptr);
      check(got == right, "bytes of a text", more, got);
      copydesk_text* text = nullptr;
      const copydesk_status cleaned =
          copydesk_normalize(zeros, size, &cleaning, &text, nullptr);
      check(cleaned == right, "bytes of a text to clean", more, cleaned);
    }
  }
  std::free(zeros);
}

// A ligature of 3 bytes that becomes 33 makes a clean text of the most bytes
// there may be. Takes some 5 GB.
void clean_bytes() {
  constexpr std::size_t ligatures = (limits::max_clean_bytes - 1) / 33;
  static_assert(ligatures * 33 == limits::max_clean_bytes - 1, "one below");
  for (const int more : {-1, 0, 1}) {
    std::string text = repeated("\xEF\xB7\xBA", ligatures);
    text.append(static_cast<std::size_t>(more + 1), '.');
    copydesk_normalize_options options = COPYDESK_NORMALIZE_OPTIONS_INIT;
    options.flags = COPYDESK_NORMALIZE_NFKC;
    copydesk_text* made = nullptr;
    const copydesk_status got =
        copydesk_normalize(text.data(), text.size(), &options, &made, nullptr);
    check(got == (more > 0 ? COPYDESK_ETOOBIG : COPYDESK_OK), "clean bytes",
          more, got);
    if (made != nullptr) {
      const std::size_t size = copydesk_text_string(made).size;
      check(size == limits::max_clean_bytes + more, "clean bytes, size", more,
            static_cast<long>(size));
    }
    copydesk_text_free(made);
  }
}

}  // namespace

int main(int argc, char** argv) {
  copydesk_analyzer* a = nullptr;
  if (copydesk_analyzer_new(nullptr, &a, nullptr) != COPYDESK_OK) return 2;
  values(a);
  marks(a);
  const bool full = argc > 1 && std::string(argv[1]) == "full";
  bytes(a, full);
  if (full) clean_bytes();
  copydesk_analyzer_free(a);
  std::printf("%d failures\n", failures);
  return failures == 0 ? 0 : 1;
}
