// SPDX-License-Identifier: Apache-2.0
// characters.cpp - general categories to kinds of tokens.
#include "text/characters.hpp"

namespace copydesk::text {

token_kind kind_of_character(char32_t c) noexcept {
  using unicode::general_category;
  if (c == '"' || c == '\'' || c == '`' || quotation_mark(c))
    return token_kind::mark;
  switch (unicode::properties_of(c).category) {
    case general_category::pc:
    case general_category::pd:
    case general_category::pe:
    case general_category::pf:
    case general_category::pi:
    case general_category::po:
    case general_category::ps:
      return token_kind::punctuation;
    case general_category::ll:
    case general_category::lm:
    case general_category::lo:
    case general_category::lt:
    case general_category::lu:
    case general_category::mc:
    case general_category::mn:
    case general_category::nl:
      return token_kind::word;
    case general_category::nd:
      return token_kind::number;
    default:
      return token_kind::symbol;
  }
}

}  // namespace copydesk::text
