// SPDX-License-Identifier: Apache-2.0
#include "copydesk/copydesk.hpp"

namespace copydesk {
inline namespace v0 {

const char* version() noexcept { return "0.1.0"; }
const char* unicode_version() noexcept { return "15.0.0"; }

}  // namespace v0
}  // namespace copydesk
