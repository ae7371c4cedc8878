// SPDX-License-Identifier: Apache-2.0
// work.hpp - counts the work that code does, exactly and the same each time.
//
// Sources compiled with -fsanitize-coverage=trace-pc call a function at every
// basic block; here that function counts. So the work of a call is the number
// of basic blocks it runs through: no clock, no noise, no change to the code
// that is measured. (Code in libc, such as memchr, is not counted.)
#ifndef COPYDESK_TESTS_LINEAR_WORK_HPP_
#define COPYDESK_TESTS_LINEAR_WORK_HPP_

#include <cstdint>

namespace copydesk_linear {

// Basic blocks run so far. Not for more than one thread.
std::uint64_t work() noexcept;

// Adds one; what the instrumentation calls.
void count_block() noexcept;

}  // namespace copydesk_linear

#endif  // COPYDESK_TESTS_LINEAR_WORK_HPP_
