// SPDX-License-Identifier: Apache-2.0
#include "linear/work.hpp"

namespace copydesk_linear {
namespace {
std::uint64_t blocks = 0;
}  // namespace

std::uint64_t work() noexcept { return blocks; }
void count_block() noexcept { ++blocks; }

}  // namespace copydesk_linear

// Called by the compiler's instrumentation at every basic block.
extern "C" __attribute__((visibility("default"))) void
__sanitizer_cov_trace_pc() {
  copydesk_linear::count_block();
}
