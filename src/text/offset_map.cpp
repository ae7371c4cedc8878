// SPDX-License-Identifier: Apache-2.0
#include "text/offset_map.hpp"

namespace copydesk::text {

span offset_map::to_source(clean_span clean) const {
  return {clean.begin, clean.end};
}

}  // namespace copydesk::text
