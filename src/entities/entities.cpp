// SPDX-License-Identifier: Apache-2.0
// entities.cpp - puts names and values together.
#include "entities/entities.hpp"

#include <algorithm>

#include "entities/tagger.hpp"
#include "entities/words.hpp"
#include "model/model_data.hpp"

namespace copydesk::entities {

entities find(const text::laid_text& laid, const model& m,
              float min_confidence) {
  entities out;
  const model::data& d = m.get();
  const learned::crf* names = d.find_crf(learned::tag("ENTY"));
  if (names == nullptr) return out;
  const words all(laid, d.find_table(learned::tag("GAZE")),
                  d.find_table(learned::tag("CLUS")));
  tag(all, *names, out.mentions);
  out.mentions.erase(std::remove_if(out.mentions.begin(), out.mentions.end(),
                                    [&](const mention& x) {
                                      return x.confidence < min_confidence;
                                    }),
                     out.mentions.end());
  return out;
}

}  // namespace copydesk::entities
