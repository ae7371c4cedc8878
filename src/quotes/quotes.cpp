// SPDX-License-Identifier: Apache-2.0
// The order of the steps; each is a file of its own.
#include "quotes/quotes.hpp"

#include <utility>

#include "model/model_data.hpp"
#include "quotes/assemble.hpp"
#include "quotes/attribution.hpp"
#include "quotes/layouts.hpp"
#include "quotes/marks.hpp"
#include "quotes/plain.hpp"
#include "quotes/reading.hpp"
#include "quotes/words.hpp"

namespace copydesk::quotes {

quotes find(const text::laid_text& laid, const entities::entities& found,
            const model& m, quote_style what) {
  quotes out;
  const bool all = what == quote_style::attributions;
  const style as = all ? style::polnear : style::own;
  const word_list words = look_up_all(laid, found.spelled);
  marks paired = pair_marks(laid, words);
  reading r = read(laid, words, paired, found);
  const bool learned_language =
      laid.lang == text::language::en || laid.lang == text::language::other;
  std::vector<attribution> cues =
      learned_language ? attribute(r, m, as, all) : attribute_plainly(r);
  add_layouts(r, cues);
  assemble(r, std::move(cues), as, out.quotations);
  out.repairs = std::move(paired.repairs);
  return out;
}

}  // namespace copydesk::quotes
