// SPDX-License-Identifier: Apache-2.0
#include "quotes/quotes.hpp"

namespace copydesk::quotes {

quotes find(const text::laid_text&, const entities::entities&, const model&) {
  return {};
}

}  // namespace copydesk::quotes
