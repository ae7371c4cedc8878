// SPDX-License-Identifier: Apache-2.0
// document_promises.hpp - what document.hpp promises of every analysis.
#ifndef COPYDESK_TESTS_UNIT_DOCUMENT_PROMISES_HPP_
#define COPYDESK_TESTS_UNIT_DOCUMENT_PROMISES_HPP_

#include <string>
#include <string_view>

#include "copydesk/analyzer.hpp"

namespace copydesk_test {

// "" if `doc`, read from `bytes` as `how` says, keeps every promise of its
// header, or which one it breaks: spans within the text and in order, flat
// entities, indices that point both ways, quotations that nest.
// O(spans log spans).
std::string broken_promise(const copydesk::document& doc,
                           std::string_view bytes,
                           const copydesk::options& how);

// "" if `counted`, read from the same bytes as `doc` (which counts bytes of
// well-formed UTF-8) in another unit, says the same of the same places.
std::string other_unit(const copydesk::document& doc,
                       const copydesk::document& counted,
                       std::string_view bytes, copydesk::offset_unit unit);

}  // namespace copydesk_test

#endif  // COPYDESK_TESTS_UNIT_DOCUMENT_PROMISES_HPP_
