// SPDX-License-Identifier: Apache-2.0
// fold.hpp - words without case and accents, as lexicons know them.
//
// Idea: "Acad\u00eamicos", "academicos" and "ACADEMICOS" are one word to the
// tagger: names of the world are spelled with and without their marks. Latin
// letters lose marks and case, Greek and Cyrillic ones their case; curly
// apostrophes become straight, all hyphens and dashes "-", all double
// quotation marks ".
#ifndef COPYDESK_SRC_ENTITIES_FOLD_HPP_
#define COPYDESK_SRC_ENTITIES_FOLD_HPP_

#include <string>
#include <string_view>

namespace copydesk::entities {

// Appends the folded form of well-formed UTF-8. O(utf8.size()).
void fold(std::string_view utf8, std::string& out);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_FOLD_HPP_
