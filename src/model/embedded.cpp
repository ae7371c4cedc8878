// SPDX-License-Identifier: Apache-2.0
// embedded.cpp - finds the bytes that embedded.S put into the library.
#include "model/embedded.hpp"

extern "C" {
extern const char copydesk_embedded_model[];
extern const char copydesk_embedded_model_end[];
}

namespace copydesk::learned {

std::string_view embedded_model() noexcept {
  return {copydesk_embedded_model,
          static_cast<std::size_t>(copydesk_embedded_model_end -
                                   copydesk_embedded_model)};
}

}  // namespace copydesk::learned
