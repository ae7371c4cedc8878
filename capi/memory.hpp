// SPDX-License-Identifier: Apache-2.0
// memory.hpp - where a call of the C API takes its memory.
//
// Idea: a copydesk_allocator is noted in the handle it was given for; a call
// with that handle names it to memory_hook.cpp while it runs, and what
// operator new gives in between comes from there. Blocks know where they came
// from, so that giving one back needs no scope. In builds without
// COPYDESK_HOOKS the scope is empty, and an allocator is refused.
#ifndef COPYDESK_CAPI_MEMORY_HPP_
#define COPYDESK_CAPI_MEMORY_HPP_

#include "copydesk.h"

namespace copydesk_c {

#if defined(COPYDESK_HOOKS)
// Makes `next` the allocator of this thread (NULL: operator new) and gives the
// one before.
const copydesk_allocator* exchange_allocator(
    const copydesk_allocator* next) noexcept;
#endif

// While it lives, this thread takes memory from `from`, which outlives it.
class memory_scope {
 public:
#if defined(COPYDESK_HOOKS)
  explicit memory_scope(const copydesk_allocator& from) noexcept
      : before_(
            exchange_allocator(from.allocate != nullptr ? &from : nullptr)) {}
  ~memory_scope() { exchange_allocator(before_); }
#else
  explicit memory_scope(const copydesk_allocator&) noexcept {}
#endif
  memory_scope(const memory_scope&) = delete;
  memory_scope& operator=(const memory_scope&) = delete;

 private:
#if defined(COPYDESK_HOOKS)
  const copydesk_allocator* before_;
#endif
};

// The allocator that a caller gave (NULL: operator new), or why it cannot be.
inline copydesk_status read_allocator(const copydesk_allocator* given,
                                      copydesk_allocator& out) noexcept {
  out = {nullptr, nullptr, nullptr};
  if (given == nullptr) return COPYDESK_OK;
  if (given->allocate == nullptr || given->deallocate == nullptr) {
    return COPYDESK_EINVAL;
  }
#if defined(COPYDESK_HOOKS)
  out = *given;
  return COPYDESK_OK;
#else
  return COPYDESK_EUNSUPPORTED;
#endif
}

}  // namespace copydesk_c

#endif  // COPYDESK_CAPI_MEMORY_HPP_
