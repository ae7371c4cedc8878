// SPDX-License-Identifier: Apache-2.0
#include "text/clean.hpp"

#include "limits.hpp"

namespace copydesk::text {

result<clean_text> clean(std::string_view bytes,
                         const normalize_options& options) {
  const std::size_t limit =
      options.max_bytes != 0 ? options.max_bytes : limits::default_max_bytes;
  if (bytes.size() > limit) {
    return failure{errc::too_big, limit, "the text is longer than max_bytes"};
  }
  clean_text out;
  out.text.assign(bytes);
  return out;
}

}  // namespace copydesk::text
