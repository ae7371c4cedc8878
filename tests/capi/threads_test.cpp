// SPDX-License-Identifier: Apache-2.0
// threads_test.cpp - one analyzer, eight threads: each reads the same many
// texts, and every answer is that of one thread alone.
//   copydesk_threads_test TEXTS ARTICLE...       texts a thread
//
// The texts are the articles, cut and put together differently each time; the
// answer is the JSON with everything in it. Prints one hash over all answers,
// which is the same for every compiler and optimization. Run under the thread
// sanitizer to find races.
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "copydesk.h"

namespace {

constexpr unsigned thread_count = 8;

std::uint64_t add(std::uint64_t hash, const char* data, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    hash = (hash ^ static_cast<unsigned char>(data[i])) * 1099511628211u;
  }
  return hash;
}

// Text number `number`: two or three paragraphs of the articles.
std::string text_of(const std::vector<std::string>& paragraphs,
                    std::size_t number) {
  std::string out;
  std::size_t at = number * 7919;
  for (std::size_t i = 0; i < 2 + number % 2; ++i) {
    out += paragraphs[at % paragraphs.size()];
    out += "\n\n";
    at += 1 + number % 13;
  }
  if (number % 5 == 0) out.resize(out.size() - out.size() / 3);
  return out;
}

std::uint64_t answer(const copydesk_analyzer* analyzer, const std::string& text,
                     std::size_t number) {
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  options.flags = COPYDESK_FLAG_TOKENS | COPYDESK_FLAG_NORMALIZED;
  options.offsets = static_cast<copydesk_offset_unit>(number % 3);
  copydesk_document* document = nullptr;
  char* json = nullptr;
  std::size_t size = 0;
  copydesk_status status = copydesk_analyze(analyzer, text.data(), text.size(),
                                            &options, &document, nullptr);
  if (status == COPYDESK_OK) {
    status = copydesk_document_json(document, COPYDESK_JSON_EXPLAIN, nullptr,
                                    &json, &size, nullptr);
  }
  std::uint64_t hash = 14695981039346656037u;
  if (status == COPYDESK_OK) {
    hash = add(hash, json, size);
  } else {
    hash = static_cast<std::uint64_t>(status);
  }
  copydesk_string_free(json);
  copydesk_document_free(document);
  return hash;
}

std::vector<std::string> paragraphs_of(int count, char** files) {
  std::vector<std::string> out;
  for (int i = 0; i < count; ++i) {
    std::ifstream file(files[i], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::size_t at = 0;
    while (at < text.size()) {
      std::size_t end = text.find("\n\n", at);
      if (end == std::string::npos) end = text.size();
      out.push_back(text.substr(at, end - at));
      at = end + 2;
    }
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const auto texts = static_cast<std::size_t>(std::atoi(argv[1]));
  const auto paragraphs = paragraphs_of(argc - 2, argv + 2);
  copydesk_analyzer* analyzer = nullptr;
  if (paragraphs.empty() || texts == 0 ||
      copydesk_analyzer_new(nullptr, &analyzer, nullptr) != COPYDESK_OK) {
    return 2;
  }
  std::vector<std::uint64_t> right;
  for (std::size_t i = 0; i < texts; ++i) {
    right.push_back(answer(analyzer, text_of(paragraphs, i), i));
  }
  std::atomic<std::size_t> different{0}, read{0};
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < thread_count; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = 0; i < texts; ++i) {
        const std::size_t number = (i + t * texts / thread_count) % texts;
        const std::string text = text_of(paragraphs, number);
        different += answer(analyzer, text, number) != right[number];
        ++read;
      }
    });
  }
  for (std::thread& t : threads) t.join();
  copydesk_analyzer_free(analyzer);
  std::uint64_t all = 14695981039346656037u;
  for (const std::uint64_t one : right) {
    all = add(all, reinterpret_cast<const char*>(&one), sizeof one);
  }
  std::fprintf(stderr, "%u threads read %zu texts, %zu differently\n",
               thread_count, read.load(), different.load());
  std::printf("%016llx\n", static_cast<unsigned long long>(all));
  return different.load() == 0 && read.load() == thread_count * texts ? 0 : 1;
}
