// SPDX-License-Identifier: Apache-2.0
// memory_test.cpp - how much memory a call takes at once: for news at most
// 1 MB and 16 times the text, for any text at most 1 MB and 64 times it.
//   copydesk_memory_test ARTICLE...
//
// Idea: this program's malloc counts the bytes in use; the most that a call
// had in use above what there was before it is compared with the promise, for
// texts of many sizes and shapes.
#include <malloc.h>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "copydesk.h"

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void __libc_free(void*);
}

namespace {

std::atomic<long> in_use{0}, most{0};

void* taken(void* block) {
  if (block == nullptr) return block;
  const long now =
      in_use.fetch_add(static_cast<long>(malloc_usable_size(block))) +
      static_cast<long>(malloc_usable_size(block));
  if (now > most.load()) most.store(now);
  return block;
}

void given_back(void* block) {
  if (block != nullptr) {
    in_use.fetch_sub(static_cast<long>(malloc_usable_size(block)));
  }
}

}  // namespace

extern "C" {
void* malloc(std::size_t size) { return taken(__libc_malloc(size)); }
void* calloc(std::size_t count, std::size_t size) {
  return taken(__libc_calloc(count, size));
}
void* realloc(void* block, std::size_t size) {
  given_back(block);
  return taken(__libc_realloc(block, size));
}
void free(void* block) {
  given_back(block);
  __libc_free(block);
}
}

namespace {

std::string repeated(const std::string& piece, std::size_t size) {
  std::string out;
  out.reserve(size + piece.size());
  while (out.size() < size) out += piece;
  return out;
}

// The text over and over, its longer words new each time, as often as the text
// of one paper has a word that no other has: every third of them.
std::string renewed(const std::string& piece, std::size_t size) {
  std::string out, word;
  for (std::size_t copy = 0, words = 0; out.size() < size; ++copy) {
    for (const char c : piece + " ") {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letter) {
        word += c;
        continue;
      }
      if (word.size() > 5 && ++words % 3 == 0) {
        for (std::size_t n = copy; n != 0; n /= 26) {
          word += static_cast<char>('a' + n % 26);
        }
      }
      out += word;
      out += c;
      word.clear();
    }
  }
  return out;
}

long failures = 0;

void check(const copydesk_analyzer* analyzer, const char* name,
           const std::string& text, long factor) {
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  options.offsets = COPYDESK_UTF16;
  copydesk_document* document = nullptr;
  const long before = in_use.load();
  most.store(before);
  const copydesk_status status = copydesk_analyze(
      analyzer, text.data(), text.size(), &options, &document, nullptr);
  const long used = most.load() - before;
  const long result = in_use.load() - before;
  copydesk_document_free(document);
  const long promised = (1L << 20) + factor * static_cast<long>(text.size());
  const long left = in_use.load() - before;
  const bool kept = used <= promised && status == COPYDESK_OK;
  if (!kept) ++failures;
  const auto size = static_cast<double>(text.size());
  std::printf(
      "%-24s %8zu bytes: %10ld in use, %6.2f a byte, %6.2f of results%s\n",
      name, text.size(), used, static_cast<double>(used) / size,
      static_cast<double>(result) / size, kept ? "" : "  TOO MUCH");
  if (left != 0) {
    ++failures;
    std::printf("%s: %ld bytes are left\n", name, left);
  }
}

}  // namespace

int main(int argc, char** argv) {
  copydesk_analyzer* analyzer = nullptr;
  if (argc < 2 ||
      copydesk_analyzer_new(nullptr, &analyzer, nullptr) != COPYDESK_OK) {
    return 2;
  }
  std::string articles;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    articles += std::string(std::istreambuf_iterator<char>(file), {}) + "\n\n";
  }
  check(analyzer, "articles", articles, 16);
  for (const std::size_t size :
       {1000u, 10000u, 30000u, 100000u, 300000u, 1000000u, 3000000u}) {
    check(analyzer, "articles", repeated(articles, size), 16);
    check(analyzer, "articles of new words", renewed(articles, size), 16);
  }
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    check(analyzer, "one article",
          std::string(std::istreambuf_iterator<char>(file), {}), 16);
  }
  const std::size_t size = 300000;
  check(analyzer, "one-letter words", repeated("a b ", size), 64);
  check(analyzer, "names", repeated("Ada Byron met Jan Roe in Oslo. ", size),
        64);
  check(analyzer, "quotations",
        repeated("\"No,\" Ada said. \"Yes,\" he said.\n\n", size), 64);
  check(analyzer, "marks", repeated("\" ' \xE2\x80\x9C ", size), 64);
  check(analyzer, "marks without spaces", repeated("\"", size), 64);
  check(analyzer, "marks and letters", repeated("\"a", size), 64);
  check(analyzer, "short quotations", repeated("\"a\" ", size), 64);
  check(analyzer, "opening marks",
        repeated("\xE2\x80\x9C"
                 "a ",
                 size),
        64);
  check(analyzer, "cues", repeated("said ", size), 64);
  check(analyzer, "values", repeated("$5 on 4 May 2031, 5%; ", size), 64);
  check(analyzer, "lines", repeated("\n", size), 64);
  check(analyzer, "short lines", repeated("A.\n", size), 64);
  check(analyzer, "entities of HTML", repeated("&amp;", size), 64);
  check(analyzer, "combining marks", "a" + repeated("\xCC\x88", size), 64);
  check(analyzer, "ill-formed bytes", "text " + repeated("\xE2\x80 a", size),
        64);
  check(analyzer, "Chinese", repeated("\xE6\x97\xA5\xE6\x9C\xAC", size), 64);
  check(analyzer, "no space", repeated("abcdefghij", size), 64);
  copydesk_analyzer_free(analyzer);
  std::printf("%ld failures\n", failures);
  return failures == 0 ? 0 : 1;
}
