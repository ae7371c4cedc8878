// SPDX-License-Identifier: Apache-2.0
#include "copydesk/copydesk.hpp"

namespace copydesk {
inline namespace v1 {

const char* version() noexcept { return "1.0.0"; }
const char* unicode_version() noexcept { return "15.0.0"; }

}  // namespace v1
}  // namespace copydesk
