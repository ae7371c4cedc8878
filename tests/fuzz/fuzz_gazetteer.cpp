// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const char* const why =
      copydesk_fuzz::gazetteer({reinterpret_cast<const char*>(data), size});
  if (why == nullptr) return 0;
  std::fprintf(stderr, "broken promise: %s\n", why);
  std::abort();
}
