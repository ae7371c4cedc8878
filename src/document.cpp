// SPDX-License-Identifier: Apache-2.0
// document.cpp - look-ups in a document.
#include "copydesk/document.hpp"

namespace copydesk {
inline namespace v1 {

std::int32_t document::name_of_id(std::string_view caller_id) const noexcept {
  if (caller_id.empty()) return -1;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].caller_id == caller_id) return static_cast<std::int32_t>(i);
  }
  return -1;
}

}  // namespace v1
}  // namespace copydesk
