// SPDX-License-Identifier: Apache-2.0
// hook_test.cpp - all memory of the shared library comes from the allocator
// that the caller gave, and all of it goes back there.
//
// Idea: this program's malloc counts what reaches it while a scenario runs;
// the scenario's own allocator takes from the C library behind that. Nothing
// may reach malloc but what copydesk.h names (ICU, threads, an exception in
// flight). Then the allocator refuses the block of each number, once and from
// there on: ENOMEM or the right answer, nothing left behind, the same answer
// afterwards.
//   copydesk_hook_test MODEL
#include <atomic>
#include <cerrno>
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

std::atomic<bool> watching{false};
std::atomic<long> escaped{0};  // blocks asked of malloc while watching

void note() {
  if (watching.load()) escaped.fetch_add(1);
}

}  // namespace

extern "C" {
void* malloc(std::size_t size) {
  note();
  return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
  note();
  return __libc_calloc(count, size);
}
void* realloc(void* block, std::size_t size) {
  note();
  return __libc_realloc(block, size);
}
void* aligned_alloc(std::size_t align, std::size_t size) {
  note();
  return __libc_memalign(align, size);
}
void* memalign(std::size_t align, std::size_t size) {
  note();
  return __libc_memalign(align, size);
}
int posix_memalign(void** out, std::size_t align, std::size_t size) {
  note();
  *out = __libc_memalign(align, size);
  return *out == nullptr ? ENOMEM : 0;
}
void free(void* block) { __libc_free(block); }
}

namespace {

// The caller's allocator: blocks with a mark in front, so that one that is not
// ours, or is given back twice, is seen.
struct pool {
  std::atomic<long> live{0}, taken{0}, strange{0}, refused{0};
  std::atomic<long> countdown{-1};  // blocks until refusal; -1: never
  bool for_good = false;

  bool refuse() {
    if (countdown.load() < 0) return false;
    if (countdown.fetch_sub(1) > 0) return false;
    if (for_good) countdown.store(0);
    refused.fetch_add(1);
    return true;
  }
};

struct mark {
  const pool* owner;
  std::size_t rest;
};

void* take(void* user, std::size_t size) {
  pool& p = *static_cast<pool*>(user);
  if (p.refuse()) return nullptr;
  auto* m = static_cast<mark*>(__libc_malloc(size + sizeof(mark)));
  *m = {&p, 0};
  p.live.fetch_add(1);
  p.taken.fetch_add(1);
  return m + 1;
}

void give_back(void* user, void* block) {
  pool& p = *static_cast<pool*>(user);
  mark* m = static_cast<mark*>(block) - 1;
  if (m->owner != &p) p.strange.fetch_add(1);
  m->owner = nullptr;
  p.live.fetch_sub(1);
  __libc_free(m);
}

pool ours;
const copydesk_allocator allocator = {take, give_back, &ours};
int failures = 0;

void complain(const char* name, const char* what, long index) {
  ++failures;
  std::fprintf(stderr, "%s: %s, block %ld%s\n", name, what, index,
               ours.for_good ? " and all after it" : "");
}

bool may_reach_malloc(const char* name) {
  for (const char* which :
       {"shift_jis_text", "shift_jis_is_cleaned", "gb18030_is_cleaned",
        "unknown_charset", "many_texts"}) {
    if (std::strcmp(name, which) == 0) return true;
  }
  return false;
}

// True when the block of that number was refused.
bool check_one(const scenario& s, const answer& right, long index) {
  const long before = ours.live.load();
  ours.refused.store(0);
  ours.countdown.store(index);
  const answer got = s.run();
  ours.countdown.store(-1);
  const bool fired = ours.refused.load() != 0;
  if (ours.live.load() != before) complain(s.name, "blocks are left", index);
  if (got.status == s.want) {
    if (got.hash != right.hash) complain(s.name, "another answer", index);
  } else if (got.status != COPYDESK_ENOMEM || !fired) {
    complain(s.name, copydesk_status_string(got.status), index);
  }
  const answer again = s.run();
  if (again.status != s.want || again.hash != right.hash) {
    complain(s.name, "another answer afterwards", index);
  }
  return fired;
}

void check(const scenario& s) {
  copydesk_analyzer* hooked = analyzer;
  memory = nullptr;
  copydesk_analyzer_new(nullptr, &analyzer, nullptr);
  const answer right = s.run();  // with operator new
  copydesk_analyzer_free(analyzer);
  analyzer = hooked;
  memory = &allocator;
  const long live = ours.live.load(), taken = ours.taken.load();
  escaped.store(0);
  watching.store(true);
  const answer got = s.run();
  watching.store(false);
  const long blocks = ours.taken.load() - taken;
  if (got.status != s.want || got.hash != right.hash) {
    complain(s.name, "another answer than with operator new", -1);
  }
  if (ours.live.load() != live) complain(s.name, "blocks are left", -1);
  if (blocks == 0 && s.want == COPYDESK_OK) complain(s.name, "no block", -1);
  if (escaped.load() != 0 && !may_reach_malloc(s.name)) {
    complain(s.name, "blocks came from malloc", escaped.load());
  }
  long count[2] = {0, 0};
  for (const bool good : {false, true}) {
    ours.for_good = good;
    for (long index = 0; check_one(s, right, index);
         index += index < 60 ? 1 : index / 7) {
      ++count[good];
    }
  }
  ours.for_good = false;
  std::printf("%-35s %6ld blocks, %ld from malloc, refused %ld + %ld\n", s.name,
              blocks, escaped.load(), count[0], count[1]);
}

void check_arguments() {
  copydesk_analyzer* made = nullptr;
  copydesk_allocator half = allocator;
  half.deallocate = nullptr;
  if (copydesk_analyzer_new_in(&half, nullptr, &made, nullptr) !=
          COPYDESK_EINVAL ||
      made != nullptr) {
    complain("half an allocator", "is taken", 0);
  }
}

// A document lives on when its analyzer is gone, and so do its blocks'
// origins, also when the caller's struct is gone.
void check_order_of_freeing() {
  copydesk_analyzer* made = nullptr;
  copydesk_document* document = nullptr;
  char* json = nullptr;
  {
    copydesk_allocator passing = allocator;
    copydesk_analyzer_new_in(&passing, nullptr, &made, nullptr);
    passing = {nullptr, nullptr, nullptr};
  }
  copydesk_analyze(made, article, sizeof article - 1, nullptr, &document,
                   nullptr);
  copydesk_analyzer_free(made);
  const long before = ours.taken.load();
  copydesk_document_json(document, 0, nullptr, &json, nullptr, nullptr);
  if (json == nullptr || ours.taken.load() == before) {
    complain("JSON", "is not from the document's allocator", 0);
  }
  copydesk_document_free(document);
  copydesk_string_free(json);
}

// A call's own allocator goes before the analyzer's: for the document, what is
// taken meanwhile, and its strings.
void check_own_of_call() {
  static pool own;
  const copydesk_allocator other = {take, give_back, &own};
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  options.memory = &other;
  copydesk_document* document = nullptr;
  const long before = ours.taken.load();
  if (copydesk_analyze(analyzer, article, sizeof article - 1, &options,
                       &document, nullptr) != COPYDESK_OK) {
    complain("a call", "does not take its own allocator", 0);
  }
  const long read = own.taken.load();
  char* json = nullptr;
  copydesk_document_json(document, 0, nullptr, &json, nullptr, nullptr);
  const copydesk_string texts[2] = {{article, sizeof article - 1},
                                    {article, sizeof article - 1}};
  copydesk_document* many[2];
  const long single = own.taken.load();
  if (copydesk_analyze_many(analyzer, texts, 2, &options, 2, many, nullptr) !=
      COPYDESK_OK) {
    complain("many texts", "do not take their own allocator", 0);
  }
  if (read == 0 || single <= read || own.taken.load() <= single ||
      ours.taken.load() != before) {
    complain("a call", "does not take from its own allocator alone", 0);
  }
  copydesk_document_free(many[0]);
  copydesk_document_free(many[1]);
  copydesk_document_free(document);
  copydesk_string_free(json);
  if (own.live.load() != 0) complain("a call", "leaves blocks of its own", 0);
  copydesk_allocator half = other;
  half.allocate = nullptr;
  options.memory = &half;
  copydesk_error errors[2];
  if (copydesk_analyze(analyzer, "a", 1, &options, &document, nullptr) !=
          COPYDESK_EINVAL ||
      copydesk_analyze_many(analyzer, texts, 2, &options, 2, many, errors) !=
          COPYDESK_EINVAL ||
      errors[1].status != COPYDESK_EINVAL || many[1] != nullptr) {
    complain("a call", "takes half an allocator", 0);
  }
  json = nullptr;
  const long strings = ours.taken.load();
  if (copydesk_json_string_in(&allocator, "a", 1, &json, nullptr, nullptr) !=
          COPYDESK_OK ||
      ours.taken.load() == strings) {
    complain("a string of JSON", "does not take the allocator", 0);
  }
  copydesk_string_free(json);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || !read_model(argv[1])) return 2;
  std::printf("counting blocks\n");  // stdout has its buffer now
  const copydesk_status status =
      copydesk_analyzer_new_in(&allocator, nullptr, &analyzer, nullptr);
#if !defined(COPYDESK_HOOKS)
  // Without hooks it says so and makes nothing.
  return status == COPYDESK_EUNSUPPORTED && analyzer == nullptr ? 0 : 1;
#endif
  if (status != COPYDESK_OK) return 1;
  check_arguments();
  for (const scenario& s : scenarios) check(s);
  check_own_of_call();
  copydesk_analyzer_free(analyzer);
  check_order_of_freeing();
  if (ours.live.load() != 0) complain("all", "blocks are left", -1);
  if (ours.strange.load() != 0) complain("all", "blocks of others", -1);
  std::printf("%d failures\n", failures);
  return failures == 0 ? 0 : 1;
}
