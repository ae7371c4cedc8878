// SPDX-License-Identifier: Apache-2.0
// quotes_linear.cpp - hostile shapes for quotations: the work doubles when the
// text doubles.
#include <cstdint>
#include <cstdio>
#include <string>

#include "copydesk/model.hpp"
#include "entities/entities.hpp"
#include "linear/doubling.hpp"
#include "linear/quotes_shapes.hpp"
#include "quotes/quotes.hpp"
#include "text/laid_text.hpp"

int main() {
  using copydesk::text::language;
  const auto m = copydesk::model::built_in();
  if (!m) return 1;
  int wrong = 0;
  for (const language lang : {language::en, language::de, language::fr}) {
    std::puts(copydesk::text::language_code(lang));
    wrong += copydesk_linear::wrong_shapes(
        copydesk_linear::quotes_shapes, 12000, [&](const std::string& text) {
          const auto laid = copydesk::text::lay_out(text, lang);
          const copydesk::entities::entities none;
          const std::uint64_t before = copydesk_linear::work();
          (void)copydesk::quotes::find(laid, none, m.value());
          return copydesk_linear::work() - before;
        });
  }
  return wrong;
}
