// SPDX-License-Identifier: Apache-2.0
// batch.cpp - many texts on many threads.
//
// Idea: threads take the next text from one counter; each text has its own
// slot, so nothing depends on who read it.
#include <algorithm>
#include <system_error>
#include <thread>

#include "copydesk.h"
#include "handles.hpp"

using namespace copydesk_c;

namespace {

// The status of the first text that failed, noted by many threads: place and
// status in one number, of which the least is kept.
class first_failure {
 public:
  void note(std::size_t place, copydesk_status status) noexcept {
    if (status == COPYDESK_OK) return;
    const std::uint64_t mine =
        std::uint64_t{place} << 8 | static_cast<std::uint8_t>(-status);
    std::uint64_t least = least_.load();
    while (mine < least && !least_.compare_exchange_weak(least, mine)) {
    }
  }
  copydesk_status status() const noexcept {
    const std::uint64_t least = least_.load();
    return least == none ? COPYDESK_OK
                         : -static_cast<copydesk_status>(least & 0xFF);
  }

 private:
  static constexpr std::uint64_t none = ~std::uint64_t{0};
  std::atomic<std::uint64_t> least_{none};
};

// Other threads of one call: as many as can be had; joined on the way out.
class helpers {
 public:
  template <class F>
  helpers(std::size_t count, const F& work) noexcept {
    try {
      threads_.reserve(count);
      while (threads_.size() < count) threads_.emplace_back(work);
    } catch (const std::bad_alloc&) {  // fewer do it as well
    } catch (const std::system_error&) {
    }
  }
  ~helpers() {
    for (std::thread& t : threads_) t.join();
  }
  helpers(const helpers&) = delete;
  helpers& operator=(const helpers&) = delete;

 private:
  std::vector<std::thread> threads_;
};

}  // namespace

copydesk_status copydesk_analyze_many(
    const copydesk_analyzer* analyzer, const copydesk_string* texts,
    std::size_t count, const copydesk_options* options, std::uint32_t threads,
    copydesk_document** documents, copydesk_error* errors) {
  if (documents != nullptr) std::fill_n(documents, count, nullptr);
  copydesk_options read = COPYDESK_OPTIONS_INIT;
  copydesk_allocator memory = {nullptr, nullptr, nullptr};
  copydesk_status asked = COPYDESK_OK;
  if (analyzer == nullptr ||
      (count != 0 && (texts == nullptr || documents == nullptr)) ||
      !read_sized(options, read) || read.given != nullptr) {
    asked = COPYDESK_EINVAL;
  } else {
    asked = read_allocator(read.memory, memory);
  }
  if (asked != COPYDESK_OK) {
    if (errors != nullptr) {
      std::fill_n(errors, count,
                  copydesk_error{asked, 0, 0, "a parameter of all texts"});
    }
    return asked;
  }
  std::atomic<std::size_t> next{0};
  first_failure bad;
  const auto work = [&]() noexcept {
    for (std::size_t i = next++; i < count; i = next++) {
      copydesk_error err = {COPYDESK_OK, 0, 0, ""};
      bad.note(i, copydesk_analyze(analyzer, texts[i].data, texts[i].size,
                                   options, &documents[i], &err));
      if (errors != nullptr) errors[i] = err;
    }
  };
  {
    const std::size_t others = threads > 1 && count > 1
                                   ? std::min<std::size_t>(threads, count) - 1
                                   : 0;
    const memory_scope scope(read.memory != nullptr ? memory
                                                    : analyzer->memory);
    const helpers beside(others, work);
    work();
  }
  return bad.status();
}
