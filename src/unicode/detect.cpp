// SPDX-License-Identifier: Apache-2.0
#include "unicode/detect.hpp"

namespace copydesk::unicode {

charset detect(std::string_view) { return find_charset("windows-1252"); }

}  // namespace copydesk::unicode
