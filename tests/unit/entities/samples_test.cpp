// SPDX-License-Identifier: Apache-2.0
// The model's own samples: the same text has to give the same names as on the
// day the model was made. If tokens or features were changed on purpose, the
// model has to be made anew (see src/data/MODEL_CARD.md), its samples with it.
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "entities/tagger.hpp"
#include "entities/words.hpp"
#include "model/model_data.hpp"
#include "text/laid_text.hpp"

using namespace copydesk;

TEST_SUITE("entities") {
  TEST_CASE("the model gives the answers that it remembers") {
    const auto m = model::built_in();
    REQUIRE(m);
    const model::data& d = m.value().get();
    const std::string_view bytes = d.find_bytes(learned::tag("SMPL"));
    REQUIRE(!bytes.empty());
    std::istringstream in{std::string(bytes)};
    std::string sentence, line;
    int samples = 0, names = 0;
    while (std::getline(in, sentence)) {
      CAPTURE(sentence);
      ++samples;
      const text::laid_text laid = text::lay_out(sentence, text::language::en);
      const entities::words w(laid, d.find_table(learned::tag("GAZE")),
                              d.find_table(learned::tag("CLUS")));
      std::vector<entities::mention> found;
      entities::tag(w, *d.find_crf(learned::tag("ENTY")),
                    d.find_bytes(learned::tag("CALI")), found);
      std::size_t k = 0;
      while (std::getline(in, line) && !line.empty()) {
        std::istringstream fields(line);
        std::uint32_t begin = 0, end = 0;
        std::string type;
        int confidence = 0;
        fields >> begin >> end >> type >> confidence;
        REQUIRE(k < found.size());
        CHECK(found[k].where.begin == begin);
        CHECK(found[k].where.end == end);
        CHECK(static_cast<int>(found[k].confidence * 255 + 0.5F) == confidence);
        for (const entities::type_name& t : entities::tagged_types) {
          if (t.type == found[k].type) CHECK(t.name == type);
        }
        ++k;
        ++names;
      }
      CHECK(k == found.size());
    }
    CHECK(samples >= 10);
    CHECK(names >= 20);
  }
}
