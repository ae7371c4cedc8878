// SPDX-License-Identifier: Apache-2.0
// copydesk/copydesk.hpp - the whole C++ API of copydesk.
//
// copydesk reads news text as it really comes and says what was said, by
// whom, and about whom; every result is a span of the caller's own bytes.
// C++17, no exceptions but std::bad_alloc, no global state, thread-safe by
// immutability. Start at copydesk/analyzer.hpp; results are in
// copydesk/document.hpp; text cleaning alone is in copydesk/normalize.hpp.
#ifndef COPYDESK_COPYDESK_HPP_
#define COPYDESK_COPYDESK_HPP_

#include "copydesk/analyzer.hpp"
#include "copydesk/document.hpp"
#include "copydesk/gazetteer.hpp"
#include "copydesk/html.hpp"
#include "copydesk/json.hpp"
#include "copydesk/model.hpp"
#include "copydesk/normalize.hpp"
#include "copydesk/result.hpp"
#include "copydesk/span.hpp"

namespace copydesk {
inline namespace v1 {

// "1.0.0". Static.
const char* version() noexcept;
// The version of the Unicode data in use: "15.0.0". Static.
const char* unicode_version() noexcept;

}  // namespace v1
}  // namespace copydesk

#endif  // COPYDESK_COPYDESK_HPP_
