// SPDX-License-Identifier: Apache-2.0
// train_samples.cpp - what the finished tagger says of a few sentences. Part
// "samples", section SMPL; made last.
//
// Idea: a model remembers its own answers, so that a test sees at once when
// the code that makes features no longer fits the weights. Each sample is a
// line of text, then a line "begin end TYPE confidence" a name (bytes;
// confidence of 255), then an empty line.
#include <sstream>

#include "entities/tagger.hpp"
#include "entities/words.hpp"
#include "model/model_data.hpp"
#include "text/laid_text.hpp"
#include "train/part.hpp"

namespace copydesk::train {
namespace {

const char* const sentences[] = {
    "German Chancellor Angela Merkel met French officials in Paris.",
    "The United Nations sent aid to Somalia after the floods.",
    "Mr. Okafor works for the World Bank in Nigeria.",
    "The Treaty of Lisbon was signed long after the Cold War.",
    "Hung Chia-ling of Taipei won the Grand Prize.",
    "al-Qasim told Reuters that the Iran-Iraq War had ruined Basra.",
    "Shares of Halden Steel fell 3 percent, its chairman Bram Aldous said.",
    "Protesters marched from Heathrow Airport to Trafalgar Square.",
    "the prime minister of india spoke in new delhi.",
    "PRESIDENT RAMAPHOSA SPOKE TO MINERS IN RUSTENBURG.",
    "Jos\u00e9 \u00c1lvarez of the Universidad de Chile left for Z\u00fcrich.",
    "U.S. Senator Jane Roe voted for the Clean Water Act.",
};

void train(const job&, learned::model_writer& out) {
  learned::model_writer all;
  const auto copy = [&](std::uint32_t t, learned::section_kind kind) {
    if (!out.get(t).empty()) all.set(t, kind, std::string(out.get(t)));
  };
  copy(learned::tag("GAZE"), learned::section_kind::table);
  copy(learned::tag("CLUS"), learned::section_kind::table);
  copy(learned::tag("ENTY"), learned::section_kind::crf);
  copy(learned::tag("CALI"), learned::section_kind::raw);
  const auto m = model::load(all.finish("samples"));
  if (!m) return;
  const model::data& d = m.value().get();
  const learned::crf* names = d.find_crf(learned::tag("ENTY"));
  if (names == nullptr) return;
  std::ostringstream samples;
  for (const std::string s : sentences) {
    const text::laid_text laid = text::lay_out(s, text::language::en);
    const entities::words w(laid, d.find_table(learned::tag("GAZE")),
                            d.find_table(learned::tag("CLUS")));
    std::vector<entities::mention> found;
    entities::tag(w, *names, d.find_bytes(learned::tag("CALI")), found);
    samples << s << '\n';
    for (const entities::mention& x : found) {
      for (const entities::type_name& t : entities::tagged_types) {
        if (t.type != x.type) continue;
        samples << x.where.begin << ' ' << x.where.end << ' ' << t.name << ' '
                << static_cast<int>(x.confidence * 255 + 0.5F) << '\n';
      }
    }
    samples << '\n';
  }
  out.set(learned::tag("SMPL"), learned::section_kind::raw, samples.str());
}

const register_part samples({"samples",
                             "answers that the model remembers (section SMPL)",
                             {"SMPL"},
                             train,
                             nullptr});

}  // namespace
}  // namespace copydesk::train
