// SPDX-License-Identifier: Apache-2.0
#include "people/people.hpp"

namespace copydesk::people {

people resolve(const text::laid_text&, const entities::entities& found,
               const quotes::quotes& said, const model&) {
  people out;
  out.name_of_mention.assign(found.mentions.size(), -1);
  out.speakers.resize(said.quotations.size());
  return out;
}

}  // namespace copydesk::people
