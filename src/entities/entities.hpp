// SPDX-License-Identifier: Apache-2.0
// entities.hpp - names and values in laid-out text.
//
// Idea: a trained tagger finds names and the titles beside them, rules find
// values (dates, money, percent...); where both claim a stretch, the longer
// one stays. Mentions do not overlap and are in text order.
#ifndef COPYDESK_SRC_ENTITIES_ENTITIES_HPP_
#define COPYDESK_SRC_ENTITIES_ENTITIES_HPP_

#include <cstdint>
#include <string>
#include <vector>

#include "copydesk/document.hpp"
#include "copydesk/model.hpp"
#include "text/laid_text.hpp"
#include "text/offsets.hpp"

namespace copydesk::entities {

struct mention {
  text::clean_span where;
  std::uint32_t first_token = 0;  // [first_token, token_end)
  std::uint32_t token_end = 0;
  entity_type type = entity_type::person;
  float confidence = 0;
  std::string value;  // resolved value of a date, an amount...; often ""
};

// An office, rank or honorific beside a person's name, before or after it:
// "NATO Secretary-General" in "NATO Secretary-General Jens Stoltenberg". May
// overlap mentions (NATO is one of its own).
struct title {
  text::clean_span where;
  std::uint32_t first_token = 0;
  std::uint32_t token_end = 0;
};

struct entities {
  std::vector<mention> mentions;
  std::vector<title> titles;
};

// O(tokens). Mentions of confidence below `min_confidence` are left out.
entities find(const text::laid_text& laid, const model& m,
              float min_confidence);

}  // namespace copydesk::entities

#endif  // COPYDESK_SRC_ENTITIES_ENTITIES_HPP_
