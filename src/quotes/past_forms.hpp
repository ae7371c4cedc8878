// SPDX-License-Identifier: Apache-2.0
// past_forms.hpp - verbs of English whose past no ending tells.
#ifndef COPYDESK_SRC_QUOTES_PAST_FORMS_HPP_
#define COPYDESK_SRC_QUOTES_PAST_FORMS_HPP_

#include <string_view>

namespace copydesk::quotes {

// Whether `word`, in small letters, is the simple past of an irregular verb:
// "shut", "withdrew". Some are nouns, too. O(log forms).
bool is_past_form(std::string_view word);

}  // namespace copydesk::quotes

#endif  // COPYDESK_SRC_QUOTES_PAST_FORMS_HPP_
