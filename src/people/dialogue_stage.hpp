// SPDX-License-Identifier: Apache-2.0
// dialogue_stage.hpp - the turns of a text while they are read; shared by
// dialogue.cpp, dialogue_cast.cpp and dialogue_features.cpp.
#ifndef COPYDESK_SRC_PEOPLE_DIALOGUE_STAGE_HPP_
#define COPYDESK_SRC_PEOPLE_DIALOGUE_STAGE_HPP_

#include <algorithm>
#include <vector>

#include "people/dialogue.hpp"

namespace copydesk::people {

// What stands between two turns.
enum gap_form : unsigned {
  far,           // too much: the turn before does not count
  nothing,       // one mark closes, the next one opens
  cue,           // the cue of the turn before
  cue_and_more,  // and another sentence
  beat,          // a sentence without a cue
  lead,          // the same, up to a colon or comma
  own_cue,       // the cue of this turn
  both_cues,
  long_beat,
  gap_forms
};

// Where somebody is spoken of in the gap before a turn.
enum place : unsigned {
  absent,
  last_subject,
  a_subject,
  owner,
  object_or_other,
  places
};

struct sighting_of_voice {
  std::uint32_t voice = 0, token = 0;
  clause_role role = clause_role::other;
};

// Ids of features: blocks side by side.
namespace telling {
enum : unsigned {
  before = 0,                                       // 3 x 9 x 10
  paragraph = before + 3 * gap_forms * 10,          // 3 x 5
  after = paragraph + 3 * places,                   // 3 x 4 x 3 x 4
  inside = after + 3 * 4 * 3 * 4,                   // 3 x 3
  addressed_before = inside + 9,                    // 3 x 3 x 3
  addressed_after = addressed_before + 27,          // 3 x 3
  sex = addressed_after + 9,                        // 3 x 5
  ranked = sex + 15,                                // 3 x 5
  count = ranked + 15,                              // 3 x 5
  recent = count + 15,                              // 3 x 6
  form = recent + 18,                               // 3 x 3
  narrator = form + 9,                              // 3 x 4
  said = narrator + 12,                             // 3 x 4
  said_back = said + 12,                            // 3 x 6
  said_ahead = said_back + 18,                      // 3 x 6
  same = said_ahead + 18,                           // 3 x 9 x 3 x 4 x 2
  asked = same + 3 * gap_forms * 3 * 4 * 2,         // 3 x 2 x 2 x 2
  back_two = asked + 24,                            // 3 x 9 x 3 x 4 x 2
  gaps_two = back_two + 3 * gap_forms * 3 * 4 * 2,  // 9 x 9 x 2
  three = gaps_two + gap_forms * gap_forms * 2,     // 3 x 2
  same_alone = three + 6,                           // 9 x 2
  back_alone = same_alone + gap_forms * 2,          // 9 x 2
  origin = back_alone + gap_forms * 2,              // 8
  origin_how = origin + 8,                          // 3 x 8
  before_alone = origin_how + 24,                   // 10
  near = before_alone + 10,                         // 2 x 4 x 3
  address = near + 24,                              // 4 x 3
  head = address + 12,                              // 3
  total = head + 3
};
}  // namespace telling
static_assert(telling::total <= dialogue_features, "room for all features");

class stage {
 public:
  stage(const reading& r, const identities& who, const discourse& d,
        const std::vector<attribution>& sofar)
      : r_(r), who_(who), d_(d), sofar_(sofar) {
    of_referent_.assign(d.referents.size(), -1);
  }

  conversation run();

 private:
  void read_turns();
  void read_voice(std::size_t q, turn& t);
  void told_by(std::uint32_t v, turn& t);
  // "said Florence", where a Florence Linden speaks and no city does.
  std::int32_t person_called(std::int32_t name) const;
  bool is_person(std::int32_t ref) const;
  std::uint32_t voice_of(std::int32_t ref);
  std::uint32_t narrator_voice();
  bool begins_paragraphs() const;
  bool opens_paragraph(const turn& t) const;
  std::uint32_t paragraph(std::uint32_t token) const;
  // 0 not laid out, 1 begins a paragraph, 2 stands in one.
  unsigned layout(const turn& t) const;
  // The narrator is whom those call by name who talk with him, if the narration
  // itself hardly names him.
  void name_narrator();
  bool told_of(const identity& one) const;

  // Token of the source of a turn; no_token if there is none.
  std::uint32_t source_of(const turn& t) const;
  static bool within(std::uint32_t token, std::uint32_t begin,
                     std::uint32_t end) {
    return token != no_token && begin <= token && token < end;
  }

  void read_gap(std::size_t i);
  unsigned form_of_gap(const turn& before, const turn& t) const;
  // Who is spoken of in [begin, end), outside of quotations.
  void look(std::uint32_t begin, std::uint32_t end,
            std::vector<sighting_of_voice>& out);
  void gather(std::size_t i);
  static void drop(std::uint32_t token, std::vector<sighting_of_voice>& all) {
    all.erase(std::remove_if(all.begin(), all.end(),
                             [token](const sighting_of_voice& s) {
                               return s.token == token;
                             }),
              all.end());
  }

  void enter(std::uint32_t v, turn& t, unsigned origin) const;
  // Voices of the turns near by, and whom they address.
  void enter_neighbours(std::size_t i, turn& t);
  // Whoever was spoken of before: names first, then those whom the whole text
  // names most, then who is described only.
  void enter_earlier(turn& t);
  // The persons that the text names most.
  void find_most_named();
  void enter_named_in(const turn& o, turn& t);
  // The persons named in the content of a turn: the first few mentions.
  template <class F>
  void for_named_in(const turn& o, const F& f) const {
    const auto& all = r_.found.mentions;
    auto m = std::partition_point(
        all.begin(), all.end(),
        [&](const entities::mention& x) { return x.first_token < o.begin; });
    for (int n = 0; m != all.end() && m->first_token < o.end && n < 12;
         ++m, ++n) {
      const auto i = static_cast<std::size_t>(m - all.begin());
      if (m->type == entity_type::person && who_.of_mention[i] >= 0) f(i);
    }
  }

  bool separates(std::uint32_t token) const;
  // "Yes, Ann." "Ann, look!" "my dear Mr Lee,"
  bool addressed(std::size_t mention, const turn& o) const;
  // 0 not named in the turn, 1 named, 2 addressed.
  unsigned named_in(const turn& o, const voice& v) const;
  void describe(std::size_t i, const turn& t, std::int32_t ranked,
                possible_voice& p) const;
  // "Yes, sir", "Good night, mamma": the sex of who is spoken to.
  int addressed_sex(const turn& o) const;
  void describe_address(std::size_t i, const turn& t, const voice& v,
                        possible_voice& p) const;
  // "said the parson": Parson Tringham, or who was called a parson.
  unsigned head_agrees(const turn& t, const voice& v) const;
  static bool seen(const std::vector<sighting_of_voice>& all, std::uint32_t v) {
    return std::any_of(all.begin(), all.end(),
                       [v](const auto& s) { return s.voice == v; });
  }

  // Which of those in the gap it is from the turn backwards, 5 none.
  unsigned place_in_order(std::uint32_t v) const;
  // A place, and five more in the last sentence of the gap.
  unsigned place_before(const turn& t, std::uint32_t v) const;
  unsigned place_in_paragraph(const turn& t, std::uint32_t v) const;
  unsigned place_in(std::uint32_t v, std::uint32_t floor,
                    std::uint32_t end) const;
  // 0 nothing stands behind, 1 the turn's own cue, 2 words that go on, 3 a
  // sentence.
  unsigned form_after(std::size_t i) const;
  unsigned layout_after(std::size_t i) const;
  // 0 absent, 1 the first subject, in the first sentence; 2 another there; 3
  // later.
  unsigned place_after(const turn& t, std::uint32_t v) const;
  // How many of the turns near by tell this voice by name, and how many other
  // voices they tell; twice that, for whether any is open.
  unsigned near_turns(std::size_t i, std::uint32_t v) const;
  // Turns to the next one that tells this voice by name: 1 2 3 4 5-6 none.
  unsigned turns_away(std::size_t i, std::uint32_t v, bool back) const;
  const reading& r_;
  const identities& who_;
  const discourse& d_;
  const std::vector<attribution>& sofar_;
  conversation out_;
  std::vector<std::int32_t> of_referent_;
  std::int32_t narrator_ = -1;
  std::vector<std::int32_t> most_named_;
  std::vector<sighting_of_voice> before_, after_;  // around one turn
};

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_DIALOGUE_STAGE_HPP_
