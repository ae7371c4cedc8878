// SPDX-License-Identifier: Apache-2.0
// allocations_test.cpp - every allocation of every scenario fails once, and
// from there on for good.
//
// Idea: this program's malloc stands before the C library's, so whatever the
// library and those below it (operator new, ICU) take is counted and can be
// refused. A scenario is run with the allocation of each number refused, until
// none is refused any more. Each time: ENOMEM or the right answer; nothing is
// left behind; and the same call without refusal gives the same bytes.
//   copydesk_allocations_test MODEL [full]
// Without "full", scenarios with many allocations skip some numbers.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>

#include "scenarios.hpp"

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
void __libc_free(void*);
}

namespace {

std::atomic<long> live{0};        // blocks
std::atomic<long> countdown{-1};  // allocations until refusal; -1: never
std::atomic<bool> for_good{false};
std::atomic<long> refused{0};

bool refuse() {
  if (countdown.load() < 0) return false;
  const long left = countdown.fetch_sub(1);
  if (left > 0) return false;
  if (for_good.load()) countdown.store(0);
  refused.fetch_add(1);
  errno = ENOMEM;
  return true;
}

void* counted(void* block) {
  if (block != nullptr) live.fetch_add(1);
  return block;
}

}  // namespace

extern "C" {
void* malloc(std::size_t size) {
  return refuse() ? nullptr : counted(__libc_malloc(size));
}
void* calloc(std::size_t count, std::size_t size) {
  return refuse() ? nullptr : counted(__libc_calloc(count, size));
}
void* realloc(void* block, std::size_t size) {
  if (refuse()) return nullptr;
  void* moved = __libc_realloc(block, size);
  if (block == nullptr) counted(moved);
  return moved;
}
void* aligned_alloc(std::size_t align, std::size_t size) {
  return refuse() ? nullptr : counted(__libc_memalign(align, size));
}
void* memalign(std::size_t align, std::size_t size) {
  return refuse() ? nullptr : counted(__libc_memalign(align, size));
}
int posix_memalign(void** out, std::size_t align, std::size_t size) {
  if (refuse()) return ENOMEM;
  *out = counted(__libc_memalign(align, size));
  return *out == nullptr ? ENOMEM : 0;
}
void free(void* block) {
  if (block != nullptr) live.fetch_sub(1);
  __libc_free(block);
}
}

namespace {

// ---------------------------------------------------------------- driver ---

int failures = 0;

void complain(const char* name, const char* what, long index) {
  ++failures;
  std::fprintf(stderr, "%s: %s, allocation %ld%s\n", name, what, index,
               for_good.load() ? " and all after it" : "");
}

answer run_refusing(const scenario& s, long index) {
  refused.store(0);
  countdown.store(index);
  const answer got = s.run();
  countdown.store(-1);
  return got;
}

// True when the allocation of that number was refused.
bool check_one(const scenario& s, const answer& right, long index) {
  const long before = live.load();
  const answer got = run_refusing(s, index);
  const bool fired = refused.load() != 0;
  if (live.load() != before) complain(s.name, "blocks are left", index);
  if (got.status == s.want) {
    if (got.hash != right.hash) complain(s.name, "another answer", index);
  } else if (got.status != COPYDESK_ENOMEM) {
    complain(s.name, copydesk_status_string(got.status), index);
  } else if (!fired) {
    complain(s.name, "no memory, but nothing was refused", index);
  }
  const answer again = s.run();
  if (again.status != s.want || again.hash != right.hash) {
    complain(s.name, "another answer afterwards", index);
  }
  return fired;
}

void check(const scenario& s, bool full) {
  s.run();  // what stays for good is taken now
  const long start = live.load();
  const answer right = s.run();
  if (right.status != s.want) {
    complain(s.name, copydesk_status_string(right.status), -1);
  }
  if (live.load() != start) complain(s.name, "blocks are left", -1);
  long count[2] = {0, 0};
  for (const bool good : {false, true}) {
    for_good.store(good);
    long index = 0;
    while (check_one(s, right, index)) {
      ++count[good];
      // Every number up to 100; then 10 % of the way at a time.
      index += full || index < 100 ? 1 : index / 10;
    }
  }
  for_good.store(false);
  if (count[0] == 0 && s.want == COPYDESK_OK) {
    complain(s.name, "nothing was ever refused", 0);
  }
  std::printf("%-35s refused %5ld once, %5ld for good\n", s.name, count[0],
              count[1]);
}

#if defined(COPYDESK_ICU)
// The first use of ICU in a process, in a child for each number. Exit status
// 0: the right answer; 1: ENOMEM; 2: nothing was refused; others: wrong.
int first_use(long index) {
  copydesk_text* t = nullptr;
  copydesk_normalize_options o = COPYDESK_NORMALIZE_OPTIONS_INIT;
  o.charset = "Shift_JIS";
  refused.store(0);
  countdown.store(index);
  copydesk_status status =
      copydesk_normalize(SHIFT_JIS, sizeof SHIFT_JIS - 1, &o, &t, nullptr);
  countdown.store(-1);
  const bool fired = refused.load() != 0;
  if (status != COPYDESK_OK && status != COPYDESK_ENOMEM) return 3;
  const copydesk_status first = status;
  if (first != COPYDESK_OK) {
    status =
        copydesk_normalize(SHIFT_JIS, sizeof SHIFT_JIS - 1, &o, &t, nullptr);
    if (status != COPYDESK_OK) return 4;
  }
  if (std::strcmp(copydesk_text_string(t).data, SHIFT_JIS_TEXT) != 0) return 5;
  copydesk_text_free(t);
  if (!fired) return 2;
  return first == COPYDESK_OK ? 0 : 1;
}

void check_first_use() {
  long children[2] = {0, 0};
  for (const bool good : {false, true}) {
    for_good.store(good);
    for (long index = 0;; ++index) {
      const pid_t child = fork();
      if (child == 0) {
        alarm(10);  // a deadlock ends as a signal
        _exit(first_use(index));
      }
      int status = 0;
      waitpid(child, &status, 0);
      if (!WIFEXITED(status)) {
        complain("first use of ICU", "a crash or a deadlock", index);
      } else if (WEXITSTATUS(status) > 2) {
        complain("first use of ICU", "a wrong answer", index);
      } else if (WEXITSTATUS(status) == 2) {
        break;
      }
      ++children[good];
    }
  }
  for_good.store(false);
  std::printf("%-35s refused %5ld once, %5ld for good\n", "first use of ICU",
              children[0], children[1]);
  if (children[0] == 0) complain("first use of ICU", "nothing refused", 0);
}
#endif

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || !read_model(argv[1])) return 2;
  const bool full = argc > 2 && std::strcmp(argv[2], "full") == 0;
  std::printf("refusing allocations\n");  // stdout has its buffer now
#if defined(COPYDESK_ICU)
  check_first_use();
#endif
  if (copydesk_analyzer_new(nullptr, &analyzer, nullptr) != COPYDESK_OK) {
    return 1;
  }
  for (const scenario& s : scenarios) check(s, full);
  copydesk_analyzer_free(analyzer);
  std::printf("%d failures\n", failures);
  return failures == 0 ? 0 : 1;
}
