// SPDX-License-Identifier: Apache-2.0
// copydesk/html.hpp - a text as an HTML page, quotations and names marked.
#ifndef COPYDESK_HTML_HPP_
#define COPYDESK_HTML_HPP_

#include <string>
#include <string_view>

#include "copydesk/document.hpp"
#include "copydesk/result.hpp"

namespace copydesk {
inline namespace v1 {

// `utf8` is the text that `doc` was made of; offsets of doc count bytes. One
// whole page: the text as it stands, each stretch in a <span> whose classes
// say what covers it (quote direct, mixed, indirect; cue; source; entity and
// its type) and whose title says who speaks. Fails with range if the
// length of doc, or the end of a span of it, is not that of the text, as when
// its offsets count something else than bytes. O(utf8 + spans * log spans).
result<std::string> to_html(const document& doc, std::string_view utf8,
                            std::string_view title = "copydesk");

}  // namespace v1
}  // namespace copydesk

#endif  // COPYDESK_HTML_HPP_
