// SPDX-License-Identifier: Apache-2.0
#include "unicode/edits.hpp"

namespace copydesk::unicode {

void edits::keep(std::uint32_t length) { kept_ += length; }

void edits::replace(std::uint32_t source, std::uint32_t result) {
  records_.push_back({kept_, source, result});
  kept_ = 0;
}

}  // namespace copydesk::unicode
