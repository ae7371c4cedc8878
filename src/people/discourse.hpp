// SPDX-License-Identifier: Apache-2.0
// discourse.hpp - who has been spoken of so far, and whom pronouns and
// descriptions mean.
//
// The text is read once from its first token to its last. Referents are the
// names of the document and the people and bodies that are described only.
#ifndef COPYDESK_SRC_PEOPLE_DISCOURSE_HPP_
#define COPYDESK_SRC_PEOPLE_DISCOURSE_HPP_

#include <cstdint>
#include <string>
#include <vector>

#include "people/names.hpp"
#include "people/phrases.hpp"
#include "people/ranker.hpp"
#include "people/reading.hpp"

namespace copydesk::people {

enum class named_by : std::uint8_t { pronoun, full, part, description };
enum class clause_role : std::uint8_t { subject, possessive, object, other };

struct occurrence {
  std::uint32_t token = 0;
  std::uint32_t end = 0;
  std::int32_t referent = -1;
  named_by how = named_by::full;
  clause_role role = clause_role::other;
  bool first_in_sentence = false;
  bool source = false;       // beside the cue of a quotation
  bool owned = false;        // "his wife X": named for what it is to another
  bool subordinate = false;  // behind a who, which, when of its sentence
  bool in_brackets = false;
  std::uint8_t relative = 0;      // "X, who": how many
  std::uint16_t behind_word = 0;  // the feature of the word before it, or 0
  std::uint32_t subjects = 0;     // of the document up to and with this one
};

// What is known of a referent that is described only.
struct description {
  phrase told;
  std::vector<std::string> words;  // the head, titles written out
  std::uint64_t bits = 0;          // word_bits() of them
};

struct referent {
  std::int32_t name = -1;         // index into identities; -1: described only
  std::uint32_t description = 0;  // of discourse, if name < 0
  noun_kind kind = noun_kind::person;
  entity_type type = entity_type::person;
  int sex = 0;
  bool plural = false;
  std::uint32_t count = 0;         // occurrences so far
  std::int32_t last = -1;          // its last occurrence
  std::int32_t last_subject = -1;  // its last occurrence as a subject
  std::uint32_t as_subject = 0;    // occurrences as a subject
  bool pronoun = false;            // "He" at the start, nobody before it
  bool in_headline = false;        // a name whose first mention is there
  bool one_word = false;           // a name of one word
  std::uint8_t in_document = 0;    // a name's mentions, in steps of a feature
  // Those that occurred last before this one, and after it; -1: none.
  std::int32_t older = -1, newer = -1;
  std::int32_t source_of = -1;  // the last quotation it said
};

// What was asked about a token: whom a pronoun means (-1: nobody), and how sure
// the answer is.
struct answer {
  std::uint32_t token = 0;
  std::int32_t pronoun = -1;
  float sure = 0;  // 0 if it was not asked
};

// One an asked token, by token: few tokens are.
class answers {
 public:
  // The token's own; a new one if it has none. O(1) for the last token.
  answer& put(std::uint32_t token);
  // The same, or one that says that nothing was asked. O(log size).
  answer at(std::uint32_t token) const;

 private:
  std::vector<answer> all_;
};

struct discourse {
  std::vector<referent> referents;        // names first, in their order
  std::vector<description> descriptions;  // of those without a name
  std::vector<occurrence> occurrences;    // in text order
  answers asked;
  std::vector<std::int32_t> speaker_of;  // a quotation: referent or -1

  // Requires a referent without a name.
  const phrase& described(const referent& r) const {
    return descriptions[r.description].told;
  }
};

// O(tokens * limits::max_candidates). Adds to `who` the roles and the sex
// that resolved phrases tell. `record`, if given, gets every decision.
discourse follow(const reading& r, identities& who, const weight_table& weights,
                 std::vector<decision>* record = nullptr);

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_DISCOURSE_HPP_
