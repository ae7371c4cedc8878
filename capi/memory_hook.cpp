// SPDX-License-Identifier: Apache-2.0
// memory_hook.cpp - operator new of the shared library, and of it alone.
//
// Idea: libcopydesk.so is linked with --wrap, so that what its own code asks
// of operator new and delete comes here, while the program's stay as they are
// (__real_*). A block has its two words of origin in front of it: the function
// that takes it back and that function's `user`; none for the program's
// operator delete. So a block may be given back from anywhere, also on another
// thread or after its analyzer is gone.
//
// The one thing that this library keeps outside of objects is here: a pointer
// a thread, NULL but while a call with an allocator runs on that thread.
// Cost: two words a block, a read of that pointer an allocation.
#include <cstddef>
#include <cstdint>
#include <new>

#include "memory.hpp"

extern "C" {
void* __real__Znwm(std::size_t size);
void __real__ZdlPv(void* block);
void* __wrap__Znwm(std::size_t size);
void* __wrap__Znam(std::size_t size);
void* __wrap__ZnwmRKSt9nothrow_t(std::size_t size, const std::nothrow_t&);
void* __wrap__ZnamRKSt9nothrow_t(std::size_t size, const std::nothrow_t&);
void __wrap__ZdlPv(void* block);
void __wrap__ZdaPv(void* block);
void __wrap__ZdlPvm(void* block, std::size_t);
void __wrap__ZdaPvm(void* block, std::size_t);
void __wrap__ZdlPvRKSt9nothrow_t(void* block, const std::nothrow_t&);
void __wrap__ZdaPvRKSt9nothrow_t(void* block, const std::nothrow_t&);
}

namespace {

struct origin {
  void (*deallocate)(void* user, void* block);
  void* user;
};
static_assert(sizeof(origin) % alignof(std::max_align_t) == 0,
              "blocks stay aligned");

// In the block of every thread from its start: nothing is allocated for it
// later. (Where the C library is not GNU's, that is so anyway.)
#if defined(__GLIBC__)
__attribute__((tls_model("initial-exec")))
#endif
thread_local const copydesk_allocator* current = nullptr;

void* take(std::size_t size) {
  if (size > SIZE_MAX - sizeof(origin)) throw std::bad_alloc();
  const copydesk_allocator* from = current;
  void* block = nullptr;
  if (from == nullptr) {
    block = __real__Znwm(size + sizeof(origin));
    ::new (block) origin{nullptr, nullptr};
  } else {
    block = from->allocate(from->user, size + sizeof(origin));
    if (block == nullptr) throw std::bad_alloc();
    ::new (block) origin{from->deallocate, from->user};
  }
  return static_cast<origin*>(block) + 1;
}

void* take_quietly(std::size_t size) noexcept {
  try {
    return take(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void give_back(void* block) noexcept {
  if (block == nullptr) return;
  origin* begin = static_cast<origin*>(block) - 1;
  const origin from = *begin;
  if (from.deallocate == nullptr) {
    __real__ZdlPv(begin);
  } else {
    from.deallocate(from.user, begin);
  }
}

}  // namespace

const copydesk_allocator* copydesk_c::exchange_allocator(
    const copydesk_allocator* next) noexcept {
  const copydesk_allocator* before = current;
  current = next;
  return before;
}

void* __wrap__Znwm(std::size_t size) { return take(size); }
void* __wrap__Znam(std::size_t size) { return take(size); }
void* __wrap__ZnwmRKSt9nothrow_t(std::size_t size, const std::nothrow_t&) {
  return take_quietly(size);
}
void* __wrap__ZnamRKSt9nothrow_t(std::size_t size, const std::nothrow_t&) {
  return take_quietly(size);
}
void __wrap__ZdlPv(void* block) { give_back(block); }
void __wrap__ZdaPv(void* block) { give_back(block); }
void __wrap__ZdlPvm(void* block, std::size_t) { give_back(block); }
void __wrap__ZdaPvm(void* block, std::size_t) { give_back(block); }
void __wrap__ZdlPvRKSt9nothrow_t(void* block, const std::nothrow_t&) {
  give_back(block);
}
void __wrap__ZdaPvRKSt9nothrow_t(void* block, const std::nothrow_t&) {
  give_back(block);
}
