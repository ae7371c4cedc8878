// SPDX-License-Identifier: Apache-2.0
// memory_test.cpp - how much memory a call takes at once: for text that people
// write at most 1 MB and 16 times the text; for any text, beside the result, at
// most 1 MB and 16 times it, or 20 times where nearly every byte is a quotation
// mark or a letter between two; with the result never more than 1 MB and 80
// times it.
//   copydesk_memory_test CORPUS SPEC_FOLDER NEWS_FOLDER ARTICLE...
// CORPUS is JSON Lines with a "text"; NEWS_FOLDER has news in some languages;
// the passages of SPEC_FOLDER are little but quotations.
//
// Idea: this program's malloc counts the bytes in use; the most that a call
// had in use above what there was before it is compared with the promise, for
// texts of many sizes and shapes.
#include <malloc.h>

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "copydesk.h"
#include "copydesk/document.hpp"

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

#if defined(__GLIBCXX__) && UINTPTR_MAX == UINT64_MAX
// What copydesk.h says a result takes: it is kept as a value of C++ and as a
// struct of C that points into it.
static_assert(sizeof(copydesk::entity) + sizeof(copydesk_entity) == 144, "");
static_assert(sizeof(copydesk::quote) + sizeof(copydesk_quote) == 264, "");
static_assert(sizeof(copydesk::name) + sizeof(copydesk_name) == 280, "");
static_assert(sizeof(copydesk::repair) + sizeof(copydesk_repair) == 80, "");
static_assert(sizeof(copydesk::paragraph) + sizeof(copydesk_paragraph) == 48,
              "");
#endif

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

std::string contents(const char* name) {
  std::ifstream file(name, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// The texts of a file of JSON Lines, one after another.
std::string texts_of(const char* name) {
  std::ifstream file(name);
  std::string out, line;
  while (std::getline(file, line)) {
    out += nlohmann::json::parse(line)["text"].get<std::string>() + "\n\n";
  }
  return out;
}

// The passages of a file of tests/spec: what stands between a line of four
// ticks and a line of one point.
std::string passages_of(const std::string& name) {
  std::ifstream file(name);
  std::string out, line;
  bool inside = false;
  while (std::getline(file, line)) {
    if (line == ".") {
      if (inside) out += "\n";
      inside = false;
    }
    if (inside) out += line + "\n";
    if (line.compare(0, 4, "````") == 0) inside = line.size() > 4;
  }
  return out;
}

long failures = 0;

// Texts that no paper prints. `beside`: how many times the text a call works
// with, beside the result.
struct shape {
  const char* name;
  const char* head;
  const char* piece;
  long beside;
};
const shape shapes[] = {
    {"one-letter words", "", "a b ", 16},
    {"names", "", "Ada Byron met Jan Roe in Oslo. ", 16},
    {"quotations", "", "\"No,\" Ada said. \"Yes,\" he said.\n\n", 16},
    {"marks", "", "\" ' \xE2\x80\x9C ", 16},
    {"marks without spaces", "", "\"", 16},
    {"marks and letters", "", "\"a", 20},
    {"short quotations", "", "\"a\" ", 16},
    {"short sentences in marks", "", "\"A.\" ", 16},
    {"short speeches", "", "\"A.\" he said. ", 16},
    {"opening marks", "",
     "\xE2\x80\x9C"
     "a ",
     16},
    {"marks of windows-1252", "", "\x93\x61\x94 ", 20},
    {"dialogue", "", "- A.\n", 16},
    {"cues", "", "said ", 16},
    {"values", "", "$5 on 4 May 2031, 5%; ", 16},
    {"percentages", "", "5% ", 16},
    {"lines", "", "\n", 16},
    {"short lines", "", "A.\n", 16},
    {"entities of HTML", "", "&amp;", 16},
    {"tags of HTML", "", "<p>a", 16},
    {"mojibake", "", "\xC3\x83\xC2\xA9", 16},
    {"soft hyphens", "", "a\xC2\xAD", 16},
    {"combining marks", "a", "\xCC\x88", 16},
    {"composed letters", "", "e\xCC\x81 ", 16},
    {"ill-formed bytes", "text ", "\xE2\x80 a", 16},
    {"bytes of no charset", "", "a\x81\xFF\xE9", 16},
    {"Chinese", "", "\xE6\x97\xA5\xE6\x9C\xAC", 16},
    {"emoji", "", "\xF0\x9F\x98\x80", 16},
    {"stops", "", ".", 16},
    {"signs", "", "$%", 16},
    {"no space", "", "abcdefghij", 16},
};

void check(const copydesk_analyzer* analyzer, const char* name,
           const std::string& text, long factor, long beside) {
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
  const long work = (1L << 20) + beside * static_cast<long>(text.size());
  const bool kept =
      used <= promised && used - result <= work && status == COPYDESK_OK;
  if (!kept) ++failures;
  const auto size = static_cast<double>(text.size());
  std::printf(
      "%-24s %7zu bytes: %9ld in use, %6.2f a byte, %5.2f beside the "
      "result%s\n",
      name, text.size(), used, static_cast<double>(used) / size,
      static_cast<double>(used - result) / size, kept ? "" : "  TOO MUCH");
  if (left != 0) {
    ++failures;
    std::printf("%s: %ld bytes are left\n", name, left);
  }
}

}  // namespace

int main(int argc, char** argv) {
  copydesk_analyzer* analyzer = nullptr;
  if (argc < 5 ||
      copydesk_analyzer_new(nullptr, &analyzer, nullptr) != COPYDESK_OK) {
    return 2;
  }
  std::string articles;
  for (int i = 4; i < argc; ++i) articles += contents(argv[i]) + "\n\n";
  const std::string press = texts_of(argv[1]);
  for (const std::string& text : {articles, press}) {
    check(analyzer, "articles", text, 16, 16);
    for (const std::size_t size :
         {1000u, 10000u, 30000u, 60000u, 100000u, 300000u, 3000000u}) {
      check(analyzer, "articles", repeated(text, size).substr(0, size), 16, 16);
      check(analyzer, "articles of new words",
            renewed(text, size).substr(0, size), 16, 16);
    }
  }
  for (int i = 4; i < argc; ++i) {
    check(analyzer, "one article", contents(argv[i]), 16, 16);
  }
  for (const char* name : {"ar", "de", "es", "fr", "it", "pt", "ru", "zh"}) {
    const std::string news =
        contents((std::string(argv[3]) + "/" + name + ".txt").c_str());
    for (const std::size_t size : {30000u, 600000u}) {
      check(analyzer, name, repeated(news, size), 16, 16);
      check(analyzer, name, renewed(news, size), 16, 16);
    }
  }
  for (const char* name : {"de", "es", "fr", "it", "pt", "ru"}) {
    const std::string passages =
        passages_of(std::string(argv[2]) + "/quotes_" + name + ".txt");
    check(analyzer, "quotations alone", repeated(passages, 600000), 80, 16);
  }
  for (const shape& s : shapes) {
    const std::string text = s.head + repeated(s.piece, 600000);
    check(analyzer, s.name, text, 80, s.beside);
  }
  copydesk_analyzer_free(analyzer);
  std::printf("%ld failures\n", failures);
  return failures == 0 ? 0 : 1;
}
