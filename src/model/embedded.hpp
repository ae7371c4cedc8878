// SPDX-License-Identifier: Apache-2.0
// embedded.hpp - the bytes of src/data/en.model, inside the library.
#ifndef COPYDESK_SRC_MODEL_EMBEDDED_HPP_
#define COPYDESK_SRC_MODEL_EMBEDDED_HPP_

#include <string_view>

namespace copydesk::learned {

// Static; no copy is made. Aligned to 64 bytes.
std::string_view embedded_model() noexcept;

}  // namespace copydesk::learned

#endif  // COPYDESK_SRC_MODEL_EMBEDDED_HPP_
